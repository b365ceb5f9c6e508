"""Pictures in the body become placeholders, each bound to a figure."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html


def copy_of(body: str, **fields: str) -> Copy:
    """Return the copy of a body."""
    return edit(Article(headline="H", body=body, **fields))


def test_a_figure_has_caption_credit_and_provenance() -> None:
    """All words that are printed with the picture come as text and as safe markup."""
    copy = copy_of(
        "<p>Before.</p><figure id=f><img src='a.jpg' alt='Boat' width=640 height=480>"
        "<figcaption>A <em onclick=x>boat</em> at <a href='https://example.org/'>sea</a>. "
        "Photo: Jane Roe</figcaption></figure><p>After.</p>"
    )
    figure = copy.figures[0]
    assert write_html(copy.body) == '<p>Before.</p><figure data-figure="0"></figure><p>After.</p>'
    assert figure.image.model_dump(exclude_defaults=True) == {
        "src": "a.jpg",
        "role": "inline",
        "alt": "Boat",
        "caption": "A boat at sea.",
        "credit": "Jane Roe",
        "width": 640,
        "height": 480,
        "provenance": {"alt": "img", "caption": "figcaption", "credit": "figcaption"},
    }
    assert write_html(figure.caption) == (
        'A <em>boat</em> at <a href="https://example.org/">sea</a>'
        '<a href="#a-note-1" class="note-ref" id="a-ref-1-1"><sup>1</sup></a>.'
    )
    assert [note.url for note in copy.notes] == ["https://example.org/"]


def test_a_picture_that_is_a_link_gives_its_address_to_the_caption() -> None:
    """A link that only opens the picture itself is left out."""
    elsewhere = copy_of("<p>x</p><p><a href='https://www.example.org/shop'><img src=a.jpg></a></p>")
    assert write_html(elsewhere.figures[0].caption).startswith(
        '<a href="https://www.example.org/shop">example.org</a>'
    )
    for href in ("a-big.jpg", "https://example.org/wiki/File:A", "https://example.org/a.jpg?x=1"):
        body = f"<p>x</p><p><a href='{href}'><img src='https://example.org/a.jpg'></a></p>"
        copy = copy_of(body, url="https://example.org/n/1")
        assert write_html(copy.figures[0].caption) == ""
        assert copy.notes == ()


def test_a_card_of_picture_and_words_keeps_its_link_on_the_words() -> None:
    """The link is printed once."""
    copy = copy_of("<p>x</p><a href='https://example.org/2'><img src=a.jpg><h3>Next</h3></a>")
    assert '<h2><a href="https://example.org/2">Next</a>' in write_html(copy.body)
    assert write_html(copy.figures[0].caption) == ""


@pytest.mark.parametrize("size", ["width=1 height=1", "width=0", "hidden", "style='display:none'"])
def test_counting_pixels_are_dropped(size: str) -> None:
    """Counting pixels show a reader nothing."""
    copy = copy_of(f"<p>x<img src='https://example.org/p.gif' {size}></p>")
    assert (write_html(copy.body), copy.figures, copy.remarks) == ("<p>x</p>", (), ())


def test_a_picture_without_an_address_is_counted_and_its_caption_kept() -> None:
    """Words never go with a picture that is gone."""
    copy = copy_of("<p>x</p><figure><img alt=y><figcaption>A boat</figcaption></figure>")
    assert write_html(copy.body) == '<p>x</p><p class="caption">A boat</p>'
    assert [one.message for one in copy.remarks] == [
        "not printable, removed: 1 unaddressed picture: “y”"
    ]


def test_caption_and_credit_of_a_picture_in_a_cell_are_printed() -> None:
    """C17: the credit stands behind the table, and the picture is no sign in a line."""
    copy = copy_of(
        "<p>x</p><table><tr><td><img src='pie.jpg' width=40></td></tr><tr><td class='tr-caption'>"
        "The pie, at noon</td></tr></table><p class='photo-credit'>Li Wei, Quay Press</p>"
    )
    (figure,) = copy.figures
    assert (figure.image.caption, figure.image.credit) == ("The pie, at noon", "Li Wei, Quay Press")
    assert '<figure data-figure="0">' in write_html(copy.body)


@pytest.mark.parametrize(
    ("own", "credit"),
    [
        ("Getty Images", "Li Wei / Getty Images"),
        ("Li Wei", "Li Wei"),
        ("Li Wei, Quay Press", "Li Wei, Quay Press"),
    ],
)
def test_two_marked_credits_of_a_picture_are_both_printed(own: str, credit: str) -> None:
    """Attribute and caption each have a credit; a part of the other credit is not repeated."""
    body = (
        f"<p>x</p><figure><img src=a.jpg data-credit='{own}' data-caption='At dawn'>"
        "<figcaption>At noon. <span class=credit>Li Wei</span></figcaption></figure>"
    )
    copy = copy_of(body)
    assert copy.figures[0].image.credit == credit
    told = [(one.kind, one.words) for remark in copy.remarks for one in remark.removed]
    assert told == [("caption", "At dawn")]


def test_two_marked_credits_in_a_caption_are_both_printed() -> None:
    """Photographer and agency are each named once."""
    body = (
        "<p>x</p><figure><img src=a.jpg><figcaption>At noon. <span class=credit>Li Wei</span>"
        " <span class=source>Quay Press</span> <cite class=credit>Li Wei</cite></figcaption>"
    )
    assert copy_of(body).figures[0].image.credit == "Li Wei / Quay Press"


@pytest.mark.parametrize(
    ("saved", "printed"), [("a", "a"), ("ab", "b"), ("abd", "d"), ("c", "c"), ("", "d")]
)
def test_of_the_sizes_of_a_picture_the_saved_one_is_printed(saved: str, printed: str) -> None:
    """A saved page often lacks the largest size; without files, the largest size is printed."""
    body = "<p>x</p><img src='a.jpg' data-src='b.jpg' srcset='c.jpg 300w, d.jpg 900w'>"
    article = Article(headline="H", body=body)
    copy = edit(article, digest_of=lambda src: "known" if src[:-4] in set(saved) else "")
    assert [one.src for one in copy.images] == [f"{printed}.jpg"]


def test_the_title_of_a_sign_in_a_line_is_told() -> None:
    """A line has no place for the title."""
    copy = copy_of("<p>x <img src=a.jpg alt=b title=Dawn width=20> y</p>")
    assert copy.images[0].headline is None
    assert "1 title: “Dawn”" in copy.remarks[0].message


def test_the_same_picture_given_twice_in_a_row_is_printed_once() -> None:
    """Sites write a picture twice: for browsers with scripts, and for browsers without."""
    copy = copy_of(
        "<p>x</p><figure><img src='a.jpg?w=9'><span><img src='a.jpg' alt=b></span></figure>"
    )
    assert len(copy.figures) == 1
    assert copy.figures[0].image.alt == "b"


@pytest.mark.parametrize(
    "src", ["file:///etc/passwd", "javascript:x", "ftp://h/a.jpg", "../../a.jpg"]
)
def test_a_forbidden_address_stays_out_of_the_html(src: str) -> None:
    """The picture is kept, so that gathering can refuse it."""
    copy = copy_of(f"<p>x</p><img src='{src}'>")
    assert src not in write_html(copy.body)
    assert [figure.image.src for figure in copy.figures] in ([src], [])


def test_a_large_picture_in_mid_sentence_follows_its_paragraph() -> None:
    """The sentence stays in one piece."""
    copy = copy_of("<p>One <img src=a.jpg width=900> two.</p><p>Three.</p>")
    assert write_html(copy.body) == '<p>One two.</p><figure data-figure="0"></figure><p>Three.</p>'


def test_a_picture_on_its_own_line_parts_the_paragraph() -> None:
    """The writer set the picture there to be seen."""
    copy = copy_of("<p>One<br><img src=a.jpg><br>two.</p>")
    assert write_html(copy.body) == '<p>One</p><figure data-figure="0"></figure><p>two.</p>'


def test_figures_of_other_things_are_set_as_what_they_are() -> None:
    """The figure holds a quotation with its source, a table with its heading, or code."""
    copy = copy_of("<figure><blockquote>So.</blockquote><figcaption>Jane Roe</figcaption></figure>")
    assert (
        write_html(copy.body)
        == '<blockquote><p>So.</p></blockquote><p class="caption">Jane Roe</p>'
    )


def test_placeholders_of_the_body_itself_are_not_believed() -> None:
    """Only printkit's own placeholders stand in the copy."""
    copy = copy_of(
        "<p>x <img data-figure=7></p><figure data-figure=0></figure><p><img src=a.jpg></p>"
    )
    assert write_html(copy.body) == '<p>x</p><figure data-figure="0"></figure>'


def test_a_title_in_markdown_is_printed_unless_the_caption_says_it() -> None:
    """Markdown writes the title as in `![alt](address "title")`."""
    body = 'One.\n\n![Boat](p.jpg "The harbour")\n\nTwo.'
    copy = edit(Article(headline="H", body=body, body_format="markdown"))
    assert [(one.image.alt, one.image.headline) for one in copy.figures] == [
        ("Boat", "The harbour")
    ]
    body = "<p>x</p><figure><img src=p.jpg title='Seen here.'><figcaption>Seen here</figcaption>"
    image = edit(Article(headline="H", body=body)).figures[0].image
    assert (image.headline, image.provenance) == (None, {"caption": "figcaption"})
