"""Narrow texts: the tree of a page goes in, and comes out with long rows of narrow signs in pieces.

For a line WeasyPrint lays out as much text as fits if each sign is a quarter as wide as high. With
narrower signs, such as rows of dots, or letters under many marks, WeasyPrint lays out the whole
rest of the text for each line: the time grows with the square of the text's length. So each piece
of such a text stands in an element of its own. WeasyPrint breaks no line within signs such as
commas that stand in many elements, so a piece has places to break.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from printkit.text.patterns import regex

PIECE = 1000
"""The characters of a piece; only a text of at least twice as many is cut."""

# Widths in parts of the type's height. A piece below the last number counts as narrow.
_WIDTHS = {"M": 0.0, "C": 0.0, "Z": 0.25, "P": 0.3}
_THIN, _COMMON, _WIDE, _NARROW = 0.28, 0.5, 0.6, 0.36
# Arabic letters that are a tooth or a stroke within a word, and upright vowels of Thai and Lao.
_THIN_LETTERS = frozenset("fijlrtI1|`¡ıΙιӀ׀ابتثلنيىئپیٹںـะาเະາເ")
# The other letters of these scripts are wider, so that common words are not narrow.
_WIDE_LETTERS = regex("[\u0600-\u06ff\u0e00-\u0eff]")
# A piece ends behind a space, if there is a space near its end.
_PIECE = regex(rf"(?s).{{{PIECE // 2},{PIECE}}}[ \u200b]|.{{1,{PIECE}}}")
_ROOM = regex(r"(?s).{20,40}? (?=\S)")
_OF_THE_FILE = ("style", "title", "script")


class _Stretch(NamedTuple):
    """A part of a text, and whether the part gets an element of its own."""

    text: str
    narrow: bool


def part_narrow_texts(page: Element) -> None:
    """Put each piece of a long text of narrow signs into a `span`."""
    for element in list(page.iter()):
        if element.tag not in _OF_THE_FILE and len(element.text or "") >= 2 * PIECE:
            element.text = _put_stretches(element, 0, element.text or "")
        for place, child in reversed(list(enumerate(element, 1))):
            if len(child.tail or "") >= 2 * PIECE:
                child.tail = _put_stretches(element, place, child.tail or "")


def _put_stretches(parent: Element, place: int, text: str) -> str:
    """Insert a `span` for each narrow piece of a text; return the text before the first."""
    before = ""
    last: Element | None = None
    for piece in _stretches(text):
        if piece.narrow:
            last = Element("span")
            last.text = _ROOM.sub("\\g<0>\N{ZERO WIDTH SPACE}", piece.text)
            parent.insert(place, last)
            place += 1
        elif last is None:
            before += piece.text
        else:
            last.tail = (last.tail or "") + piece.text
    return before


def _stretches(text: str) -> Iterator[_Stretch]:
    for found in _PIECE.finditer(text):
        piece = found[0]
        yield _Stretch(piece, sum(map(_letter_width, piece)) < _NARROW * len(piece))


def _letter_width(letter: str) -> float:
    """Return about how wide a letter is, in parts of the type's height."""
    if letter in _THIN_LETTERS:
        return _THIN
    common = _WIDE if _WIDE_LETTERS.match(letter) else _COMMON
    return _WIDTHS.get(unicodedata.category(letter)[0], common)
