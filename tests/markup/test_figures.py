"""Plates: a picture as it is shown on a page, and as the issue lists it."""

import pytest
from markupsafe import Markup

from printkit import copyedit
from printkit.article import Article, Image
from printkit.copyedit.clean_copy import CleanText, Copy, Figure, SafeHtml
from printkit.markup import entries, figures
from printkit.markup.cross_references import CrossReferences
from printkit.pages import Gathered, LostPicture, Picture
from printkit.wording.attribution import attribution_in

ENGLISH = attribution_in("en")
NOTHING = Gathered({})
ALONE = CrossReferences(ENGLISH)


def shown(image: Image, caption: CleanText = (), gathered: Gathered = NOTHING) -> figures.Shown:
    return figures.shown(Figure(image, caption), gathered, ENGLISH, ALONE)


def story(body: str) -> entries.ArticleEntry:
    article = Article(headline="A", body=body)
    return figures.story(copyedit.edit(article), NOTHING, ENGLISH, "a1")


def test_a_found_picture_shows_what_its_file_adds() -> None:
    """Its url, and the fields that were filled in."""
    filled = Image(src="a.jpg", alt="A quay", caption="The quay.", credit="Photo: Mia")
    found = Picture("picture:1", b"", "image/png", 1, 1, filled)
    one = shown(Image(src="a.jpg"), gathered=Gathered({"a.jpg": found}))
    assert (one.url, one.alt, one.caption, one.credit) == (
        "picture:1",
        "A quay",
        Markup("The quay."),
        "Photo: Mia",
    )


def test_a_lost_picture_says_so_and_where_it_was_to_come_from() -> None:
    """In the reader's language; the bytes of a data: address are no address."""
    image = Image(src="https://example.org/a.jpg")
    lost = shown(image, gathered=Gathered({image.src or "": LostPicture(image, "gone")}))
    assert (lost.url, lost.address) == ("", "example.org/a.jpg")
    assert lost.reason == ENGLISH.word("picture_not_available")
    assert shown(Image(caption="c")).reason == ENGLISH.word("picture_not_supplied")
    assert shown(Image(src="data:image/png;base64,xxxx")).address in ("", "data:")


def test_a_decorative_picture_is_not_described() -> None:
    """The press makes it an artifact."""
    found = Picture("p", b"", "image/png", 1, 1, Image(src="a", alt="A rule", decorative=True))
    assert shown(Image(src="a"), gathered=Gathered({"a": found})).alt == ""


def test_a_caption_of_the_record_is_escaped_and_one_of_the_copy_is_not() -> None:
    """Only copy-editing makes HTML."""
    assert shown(Image(caption="a < b")).caption == Markup("a &lt; b")
    assert shown(Image(src="a"), caption=(SafeHtml("<em>a</em>"),)).caption == Markup("<em>a</em>")


def test_every_picture_has_an_id_in_reading_order() -> None:
    """Lead, body, gallery; none can be an id of the body, which has a hyphen."""
    one, two, three = (Figure(Image(caption=name)) for name in ("one", "two", "three"))
    copy = Copy(lead=one, figures=(two,), gallery=(three,))
    made = figures.pictures(copy, NOTHING, ENGLISH, "a1", ALONE)
    assert made.lead is not None
    assert [one.anchor for one in (made.lead, *made.body, *made.gallery)] == [
        "a1.1",
        "a1.2",
        "a1.3",
    ]
    assert [str(one.caption) for one in made.all] == ["one", "two", "three"]
    bare = figures.pictures(Copy(gallery=(three,)), NOTHING, ENGLISH, "a1", ALONE)
    assert (bare.lead, bare.body, len(bare.gallery)) == (None, (), 1)


@pytest.mark.parametrize(
    ("body", "minutes"),
    [("one", 1), ("harbour " * 570, 4), ("港" * 900, 3), ("港" * 900 + "harbour " * 285, 5)],
)
def test_the_reading_time_is_that_of_the_letters(body: str, minutes: int) -> None:
    """An ideograph takes longer than a letter; nothing is read in no time."""
    assert story(f"<p>{body}</p>").minutes == minutes


def test_a_story_lists_its_pictures() -> None:
    """By headline, caption or description, with the credit, and whether it was lost."""
    body = '<figure><img src="a.jpg" alt="A"><figcaption>The quay. Photo: Mia</figcaption></figure>'
    (picture,) = story(f"<p>b</p>{body}").pictures
    assert (picture.anchor, picture.title, picture.lost) == ("a1.1", "The quay.", True)
    assert "Mia" in picture.credit
