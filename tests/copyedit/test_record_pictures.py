"""Pictures of body and record: each use is printed with its own words."""

from typing import Any

from printkit.article import Article, Image
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html

BODY = (
    "<p>One.</p><figure><img src='/img/a.jpg?w=300'>"
    "<figcaption>Seen. Photo: Jane Roe</figcaption></figure>"
)


def copy_of(body: str, *images: Image) -> Copy:
    """Return the copy of a body and a record's pictures."""
    url = "https://example.org/news/1"
    return edit(Article(headline="H", body=body, images=images, url=url), where="r")


def test_the_records_own_fields_win_and_the_bodys_fill_the_gaps() -> None:
    """Picture and record match by their addresses, without the query."""
    given = Image(src="https://example.org/img/a.jpg", role="inline", alt="Boat", place="Cádiz")
    copy = copy_of(BODY, given)
    image = copy.figures[0].image
    assert (image.src, image.alt, image.credit) == (given.src, "Boat", "Jane Roe")
    assert (image.caption, write_html(copy.figures[0].caption)) == ("Seen.", "Seen.")
    assert image.place == given.place
    assert image.provenance == {"caption": "figcaption", "credit": "figcaption"}
    assert (copy.lead, copy.gallery) == (None, ())


def test_a_caption_that_gives_way_is_remarked() -> None:
    """A remark has the words of the body that are not printed."""
    copy = copy_of(BODY, Image(src="/img/a.jpg", caption="A <boat>"))
    assert write_html(copy.figures[0].caption) == "A &lt;boat&gt;"
    assert [(one.code, one.where) for one in copy.remarks] == [("PK205", "r")]
    assert "Seen." in copy.remarks[0].message


def test_other_pictures_of_the_record_stand_before_and_behind() -> None:
    """The first picture without a role is the lead, unless the record names a lead."""
    first, second = Image(src="b.jpg", caption="B"), Image(src="c.jpg", caption="C & D")
    copy = copy_of("<p>One.</p>", first, second)
    assert copy.lead is not None
    assert (copy.lead.image.src, copy.lead.image.role) == ("b.jpg", "lead")
    assert [(one.image.src, one.image.role) for one in copy.gallery] == [("c.jpg", "gallery")]
    assert write_html(copy.gallery[0].caption) == "C &amp; D"


def test_words_of_a_picture_without_a_file_count_as_one() -> None:
    """A caption alone is printed in the place of the picture."""
    copy = copy_of("<p>One.</p>", Image(caption="A boat at sea"))
    assert copy.lead is not None
    assert (copy.lead.image.src, write_html(copy.lead.caption)) == (None, "A boat at sea")


def test_a_lead_that_the_body_shows_again_is_printed_once() -> None:
    """The lead stands above the text, with the words that the body has for the picture."""
    copy = copy_of(BODY, Image(src="/img/a.jpg", role="lead"))
    assert write_html(copy.body) == "<p>One.</p>"
    assert copy.figures == ()
    assert copy.lead is not None
    assert (copy.lead.image.role, copy.lead.image.credit) == ("lead", "Jane Roe")


def test_every_word_that_gives_way_is_remarked() -> None:
    """A picture has one remark, with the fields and their words."""
    body = (
        "<p>One.</p><figure><img src=a.jpg alt=Ship title=Harbour><figcaption>Seen. Photo: Jane Roe"
    )
    own: dict[str, Any] = {
        "alt": "Boat",
        "credit": "Li Wei",
        "headline": "The port",
        "caption": "Seen.",
    }
    copy = copy_of(body, Image(src="https://example.org/news/a.jpg", **own))
    assert copy.figures[0].image.credit == "Li Wei"
    assert [(one.code, one.message) for one in copy.remarks] == [
        (
            "PK205",
            "words of a picture in the body were replaced by the record's words:"
            " headline “Harbour”; credit “Jane Roe”; alt “Ship”",
        )
    ]


def test_what_the_record_says_alike_is_not_remarked() -> None:
    """Equal words are printed once, so no word is lost."""
    own = Image(src="/img/a.jpg", caption="Seen.", credit="Jane  Roe")
    assert copy_of(BODY, own).remarks == ()


TWICE = (
    "<p>One.</p><figure><img src=/img/a.jpg alt=May><figcaption>In May. Photo: Jane Roe"
    "</figcaption></figure><p>Two.</p><figure><img src=/img/a.jpg alt=Afar><figcaption>From afar."
    "</figcaption></figure>"
)


def said(copy: Copy) -> list[tuple[str, str, str]]:
    """Return caption, credit and description of each picture."""
    return [(one.caption or "", one.credit or "", one.alt or "") for one in copy.images]


def test_of_several_uses_the_record_fills_gaps_only() -> None:
    """The first use that agrees gets the words; a remark tells words that no use takes."""
    agreeing = Image(src="/img/a.jpg", caption="From afar.", creator=("Li Wei",), alt="Far")
    copy = copy_of(TWICE, agreeing)
    assert said(copy) == [("In May.", "Jane Roe", "May"), ("From afar.", "", "Far")]
    assert [one.creator for one in copy.images] == [(), ("Li Wei",)]
    other = copy_of(TWICE, Image(src="/img/a.jpg", caption="At night", usage_terms="web only"))
    assert said(other) == [("In May.", "Jane Roe", "May"), ("From afar.", "", "Afar")]
    assert [one.usage_terms for one in other.images] == ["web only"] * 2
    assert [one.message for one in other.remarks] == [
        "the body has other words for this picture than the record; not printed: caption “At night”"
    ]


def test_a_lead_that_the_body_shows_with_another_caption_is_printed_twice() -> None:
    """Each of the two uses keeps its caption and its credit."""
    lead = Image(src="/img/a-150x100.jpg", role="lead", caption="In May", credit="Li Wei")
    copy = copy_of(BODY, lead)
    assert [one.src for one in copy.images] == ["/img/a.jpg?w=300"] * 2
    assert said(copy) == [("In May", "Li Wei", ""), ("Seen.", "Jane Roe", "")]
    assert copy.remarks == ()


def test_a_picture_that_the_record_has_twice_is_printed_for_each_caption() -> None:
    """Without a second caption, the picture is printed once, in the larger size."""
    small, large = "/img/a.jpg?w=300", "/img/a.jpg"
    twice = copy_of("", Image(src=large, caption="A"), Image(src=small, caption="B"))
    assert [one.caption for one in twice.images] == ["A", "B"]
    once = copy_of(
        "", Image(src=small, caption="A", alt="C"), Image(src=large, credit="D", alt="E")
    )
    assert [(one.src, one.caption, one.credit) for one in once.images] == [(large, "A", "D")]
    assert [one.message for one in once.remarks] == [
        "the record has a picture twice; these words of the second are not printed: alt “E”"
    ]


def test_the_larger_of_the_two_addresses_is_printed() -> None:
    """Preflight knows of the smaller picture."""
    lead = Image(src="/img/a-300x200.jpg", role="lead", caption="Seen.")
    copy = copy_of(BODY.replace("?w=300", ""), lead)
    assert [one.src for one in copy.images] == ["/img/a.jpg"]
    copy = copy_of(BODY, Image(src="/img/a.jpg"))
    assert [one.src for one in copy.images] == ["/img/a.jpg"]
    assert "/img/a.jpg?w=300" in [one.words for one in copy.rewritten]


def test_words_that_only_a_sign_could_take_are_told() -> None:
    """A sign in a line has no room for a caption."""
    body = "<p>Look <img src=/img/a.jpg width=20> there.</p>" + BODY
    copy = copy_of(body, Image(src="/img/a.jpg", caption="A quay"))
    assert "caption “A quay”" in copy.remarks[-1].message


def test_links_of_a_replaced_caption_are_told() -> None:
    """If both captions have the same words, the caption keeps its links."""
    body = BODY.replace("Seen.", "<a href='https://e.org/'>Seen</a>.")
    kept = copy_of(body, Image(src="/img/a.jpg", caption="Seen"))
    assert [one.url for one in kept.notes] == ["https://e.org/"]
    gone = copy_of(body, Image(src="/img/a.jpg", caption="A quay"))
    assert gone.notes == ()
    assert [one.code for one in gone.remarks] == ["PK302", "PK205"]


def test_a_sign_with_a_caption_of_the_record_becomes_a_figure() -> None:
    """Other uses of the sign stay in their lines, where a credit has no room."""
    line = "<p>Look <img src=/img/a.jpg width=20> there.</p>"
    given = Image(src="/img/a.jpg", caption="A quay", credit="Jane Roe")
    copy = copy_of(line, given)
    assert write_html(copy.body) == '<p>Look there.</p><figure data-figure="0"></figure>'
    assert said(copy) == [("A quay", "Jane Roe", "")]
    copy = copy_of(f"<p>x</p><p><img src=/img/a.jpg width=300></p>{line}", given)
    assert said(copy) == [("A quay", "Jane Roe", ""), ("", "", "")]


def test_an_address_that_differs_in_its_query_is_another_picture() -> None:
    """A03: a program shows each picture by its query."""
    body = "<p>One.</p><p><img src='/image.php?id=1'></p>"
    copy = copy_of(body, Image(src="/image.php?id=2", role="gallery"))
    assert len(copy.images) == 2
