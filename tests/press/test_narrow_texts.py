"""Narrow texts: long rows of dots, commas and marks are printed whole and soon."""

from xml.etree.ElementTree import fromstring

import pytest

import printkit
from printkit.press.narrow_texts import PIECE, part_narrow_texts
from tests.support.printed_articles import read_pages

SPACE = "\N{ZERO WIDTH SPACE}"


@pytest.mark.parametrize(
    ("text", "sign"), [(", . " * 3_000, ","), ("'" * 12_000, "'"), ("a\u0301\u0302" * 4_000, "a")]
)
def test_narrow_signs_are_all_printed(text: str, sign: str) -> None:
    """The row is parted into many pieces; `test_long_bodies.py` has the time that this takes."""
    record = {"headline": "One", "body": f"<p>{text}</p>", "language": "en"}
    result = printkit.export(record, trusted=True)
    assert "".join(read_pages(result.pdf)).count(sign) == text.count(sign)
    assert not [one for one in result.remarks if one.code in ("PK601", "PK603", "PK608")]


def test_each_piece_has_an_element() -> None:
    """Every character stays in its place, and elements keep their order."""
    row = ". " * PIECE
    page = fromstring(f"<p>{row}<b>bold</b>{row}<i>end</i></p>")
    part_narrow_texts(page)
    assert "".join(page.itertext()).replace(SPACE, "") == f"{row}bold{row}end"
    assert [one.tag for one in page] == ["span", "span", "b", "span", "span", "i"]
    assert max(len((one.text or "").replace(SPACE, "")) for one in page) <= PIECE + 1


@pytest.mark.parametrize("letter", [*"ابتثلنيىئپیٹںـ", *"ะาเ"])
def test_letters_that_are_narrow_strokes_are_cut_into_pieces(letter: str) -> None:
    """A row of such a letter is narrower than a row of the letters of a word."""
    page = fromstring(f"<p>{letter * 4 * PIECE}</p>")
    part_narrow_texts(page)
    assert len(page) >= 4
    assert "".join(page.itertext()).replace(SPACE, "") == letter * 4 * PIECE


def test_other_texts_stay_as_they_are() -> None:
    """Long prose, and a short row of dots, need no elements."""
    arabic = "وصلت السفينة إلى الميناء في الصباح الباكر بعد رحلة طويلة من الشمال. "
    thai = "เรือเข้าเทียบท่าในตอนเช้าตรู่หลังจากการเดินทางอันยาวนานจากทางเหนือ "
    for text in ("The ship came in. " * 1_000, "." * PIECE, arabic * 200, thai * 200):
        page = fromstring(f"<p>{text}</p>")
        part_narrow_texts(page)
        assert (len(page), page.text) == (0, text)
