"""Room: what fits on a cover, estimated on the safe side."""

import pytest

from printkit.edition import Edition
from printkit.edition.papers import Sheet
from printkit.markup.digest.room import Type, room

LONG = "A headline that goes on for rather longer than any sub-editor would let it go on for"


def test_lines_are_counted_by_words() -> None:
    """One more when a word does not fit; an unbroken one takes as many as it is long."""
    face = Type(10, 12)
    assert face.lines("Short", 100) == 1
    assert face.lines(LONG, 100) > face.lines(LONG, 200) >= 1
    assert face.lines("x" * 400, 50) > 5


def test_a_headline_of_one_letter_is_not_cut() -> None:
    """A word is a letter, in some scripts."""
    face = Type(24, 28)
    assert [face.cut(word, 60, 1) for word in ("猫", "Q", "II")] == ["猫", "Q", "II"]


def test_a_name_in_arabic_takes_more_height() -> None:
    """Its letters reach far above the line, and below."""
    sheet = Sheet(210, 297)
    assert room(sheet, "الأسبوع", bare=True).height < room(sheet, "The Week", bare=True).height


def test_what_is_cut_fits() -> None:
    """Between words, and the whole text where there is room for it."""
    face = Type(10, 12)
    cut = face.cut(LONG, 60, 2)
    assert 1 < len(cut) < len(LONG)
    assert face.lines(cut, 60) <= 2
    assert face.cut("Short", 60, 2) == "Short"


@pytest.mark.parametrize("bare", [True, False])
def test_small_sheets_have_less_room(bare: bool) -> None:
    """A cover has fewer lines on a smaller sheet."""
    sheets = [Edition(paper=paper).sheet for paper in ("A4", "A5", "90x140mm")]
    counts = [
        room(one, "The Week", bare=bare).fitting([LONG] * 30, one.height / 3) for one in sheets
    ]
    assert counts == sorted(counts, reverse=True)
    assert 30 > counts[0] > counts[-1] >= 0
