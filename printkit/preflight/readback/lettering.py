"""What the marks on a page say."""

import ctypes
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from printkit.preflight.readback.marks import PaintedMark
from printkit.text.direction import is_right_to_left

Told = Callable[[PaintedMark], str]


def telling(text: Any, by_letter: bool) -> tuple[Told, int]:
    """How to read the marks of an open page, and how many of its glyphs have no text."""
    return _letters(text) if by_letter else (lambda mark: _words(mark, text), 0)


def _words(mark: PaintedMark, text: Any) -> str:
    size = 1024
    while True:
        buffer = (ctypes.c_ushort * size)()
        needed = pdfium.FPDFTextObj_GetText(mark.handle, text, buffer, 2 * size)
        if needed <= 2 * size:
            return bytes(buffer)[: max(needed - 2, 0)].decode("utf-16-le", "replace")
        size = needed // 2 + 1


def _letters(text: Any) -> tuple[Told, int]:
    said: defaultdict[int, list[_Letter]] = defaultdict(list)
    unread = 0
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(text)):
        owner = pdfium.FPDFText_GetTextObject(text, index)
        if not owner or pdfium.FPDFText_IsGenerated(text, index):
            continue
        if pdfium.FPDFText_HasUnicodeMapError(text, index):
            unread += 1
        else:
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            letter = _Letter(x.value, pdfium.FPDFText_GetUnicode(text, index))
            said[ctypes.addressof(owner.contents)].append(letter)
    return (lambda mark: _decoded(said[ctypes.addressof(mark.handle.contents)])), unread


class _Letter(NamedTuple):
    """Where a letter stands, and what it is: a unit of UTF-16."""

    x: float
    unit: int


def _decoded(letters: list[_Letter]) -> str:
    """Letters, of which those beyond U+FFFF may come in two halves.

    Where most of a page runs to the left, PDFium gives the words of all of it from the right.
    """
    text = _text(letters)
    if is_right_to_left(text):
        return text
    return _text(sorted(letters, key=lambda letter: letter.x))


def _text(letters: Sequence[_Letter]) -> str:
    text = "".join(chr(letter.unit) for letter in letters)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def lines(marks: Sequence[PaintedMark], told: Told) -> tuple[str, ...]:
    """What the marks say, those of one tag in one piece: the press tags line by line."""
    pieces = groupby(enumerate(marks), key=lambda one: one[1].tag if one[1].tag >= 0 else ~one[0])
    return tuple(_line([told(mark) for _, mark in piece]) for _, piece in pieces)


def _line(pieces: list[str]) -> str:
    """One line; pieces of right-to-left writing were painted from its end."""
    whole = "".join(pieces)
    if len(pieces) == 1 or whole.isascii():
        return whole
    directions = [unicodedata.bidirectional(letter) for letter in whole]
    to_left = directions.count("R") + directions.count("AL") > directions.count("L")
    return "".join(reversed(pieces)) if to_left else whole
