"""Figures: a picture with the values that a page shows."""

import json
from base64 import b64encode
from pathlib import Path

import pypdfium2
import pytest
from markupsafe import Markup

import printkit
from printkit.article import Image
from printkit.copyedit.clean_copy import CleanText, Copy, Figure, SafeHtml
from printkit.markup.cross_references import CrossReferences
from printkit.markup.figures import ShownPicture, show_picture, show_pictures
from printkit.pages import LostPicture, Picture
from printkit.wording.attribution import attribution_in
from tests.support import structure_tree
from tests.support.clean_copy import lose_pictures
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.printed_articles import read_aloud
from tests.support.structure_tree import find_elements

ENGLISH = attribution_in("en")
ALONE = CrossReferences(ENGLISH)


def shown(image: Image, caption: CleanText = (), found: Picture | None = None) -> ShownPicture:
    """Return a picture as found or lost, with the values that a page shows."""
    use = found or LostPicture(image, "gone")
    return show_picture(Figure(image, caption), use, ENGLISH, ALONE)


def test_a_found_picture_shows_what_its_file_adds() -> None:
    """The picture has its address on the page, and fields filled in from the file."""
    filled = Image(src="a.jpg", alt="A quay", caption="The quay.", credit="Photo: Mia")
    found = Picture("picture:1", b"", "image/png", 1, 1, filled)
    one = shown(Image(src="a.jpg"), found=found)
    assert (one.url, one.alt, one.caption, one.credit) == (
        "picture:1",
        "A quay",
        Markup("The quay."),
        "Photo: Mia",
    )


def test_a_lost_picture_says_so_and_where_it_was_to_come_from() -> None:
    """The reason is in the reader's language; bytes of a data: address are not shown."""
    image = Image(src="https://example.org/a.jpg")
    lost = shown(image)
    assert (lost.url, lost.address) == ("", "example.org/a.jpg")
    assert lost.reason == ENGLISH.word("picture_not_available")
    assert shown(Image(caption="c")).reason == ENGLISH.word("picture_not_supplied")
    assert shown(Image(src="data:image/png;base64,xxxx")).address in ("", "data:")


def test_a_decorative_picture_is_not_described() -> None:
    """The press marks a decorative picture as an artifact."""
    found = Picture("p", b"", "image/png", 1, 1, Image(src="a", alt="A rule", decorative=True))
    assert shown(Image(src="a"), found=found).alt == ""


def test_a_caption_of_the_record_is_escaped_and_one_of_the_copy_is_not() -> None:
    """Only copy-editing makes HTML."""
    assert shown(Image(caption="a < b")).caption == Markup("a &lt; b")
    assert shown(Image(src="a"), caption=(SafeHtml("<em>a</em>"),)).caption == Markup("<em>a</em>")


def test_every_picture_has_an_id_in_reading_order() -> None:
    """The order is lead, body, gallery; ids of pictures have a dot, ids of the text a hyphen."""
    one, two, three = (Figure(Image(caption=name)) for name in ("one", "two", "three"))
    copy = Copy(lead=one, figures=(two,), gallery=(three,))
    made = show_pictures(copy, lose_pictures(copy), ENGLISH, ALONE, "a1")
    assert made.lead is not None
    assert [one.anchor for one in (made.lead, *made.body, *made.gallery)] == [
        "a1.1",
        "a1.2",
        "a1.3",
    ]
    assert [str(one.caption) for one in made.all] == ["one", "two", "three"]
    alone = Copy(gallery=(three,))
    bare = show_pictures(alone, lose_pictures(alone), ENGLISH, ALONE, "a1")
    assert (bare.lead, bare.body, len(bare.gallery)) == (None, (), 1)


AS_IN_MAY = (
    '<p>As in May:</p><figure><img src="dome.jpg" alt="Dome in May"><figcaption>The dome in May. '
    "Photo: Ana Ruiz</figcaption></figure><p>And seen from afar:</p><figure>"
    '<img src="dome.jpg" alt="Dome from afar"><figcaption>The dome from afar. '
    "Photo: Li Wei/Quay Press</figcaption></figure><p>End.</p>"
)


def test_a_picture_used_twice_has_two_captions_two_credits_and_two_descriptions(
    tmp_path: Path,
) -> None:
    """A02: the rule holds on paper, for screen readers, and in a digest's list of credits."""
    (tmp_path / "dome.jpg").write_bytes(encode_picture(draw_scene(600, 400), "JPEG"))
    (tmp_path / "a.json").write_text(
        json.dumps({"headline": "The index", "language": "en", "body": AS_IN_MAY})
    )
    printed = printkit.export(tmp_path / "a.json")
    digest = printkit.digest(tmp_path / "a.json", title="Week", language="en")
    for pdf in (printed.pdf, digest.pdf):
        read = " ".join(read_aloud(pdf).split())
        assert "The dome in May. Photograph: Ana Ruiz" in read
        assert "The dome from afar. Photograph: Li Wei/Quay Press" in read
        described = [str(one["/Alt"]) for one in find_elements(pdf, "Figure")]
        assert described == ["Dome in May", "Dome from afar"]
    listed = read[read.index("Picture credits") :]
    assert listed.index("Ana Ruiz") < listed.index("Li Wei/Quay Press")
    assert printed.remarks == ()


@pytest.mark.parametrize(
    ("pixels", "size", "large"),
    [(600, "", True), (100, "", False), (600, "width=20 height=20", False)],
)
def test_a_picture_in_a_sentence_is_printed_at_its_size(
    pixels: int, size: str, *, large: bool
) -> None:
    """A sign is as high as the line; a large picture has a line of its own."""
    data = b64encode(encode_picture(draw_scene(pixels, pixels))).decode()
    body = f'<p>One <img src="data:image/png;base64,{data}" alt="A quay" {size}> two.</p>'
    result = printkit.export({"headline": "H", "language": "en", "body": body})
    drawn = pypdfium2.PdfDocument(result.pdf)[0].get_objects()
    (found,) = [one for one in drawn if isinstance(one, pypdfium2.PdfImage)]
    left, _, right, _ = found.get_bounds()
    assert (right - left > 100) is large
    assert structure_tree.find_faults(result.pdf) == []
