"""The objects of an open page → the text that they show, line by line."""

import ctypes
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

import pypdfium2.raw as pdfium

from printkit.preflight.readback.page_objects import PageObject
from printkit.text.direction import is_right_to_left

TextOf = Callable[[PageObject], str]


def text_reader(text: pdfium.FPDF_TEXTPAGE, by_letter: bool) -> tuple[TextOf, int]:
    """Return a function that reads the text of a page object, and a count of unread glyphs.

    Args:
        text: the text page of PDFium.
        by_letter: leave out the glyphs for which the file gives no text, and count them.
    """
    return _read_letters(text) if by_letter else (lambda one: _read_object(one, text), 0)


def _read_object(one: PageObject, text: pdfium.FPDF_TEXTPAGE) -> str:
    # Counted in UTF-16 units. PDFium counts bytes, with the two zero bytes that end the text
    # (fpdf_edit.h, FPDFTextObj_GetText).
    size = 1024
    while True:
        buffer = (ctypes.c_ushort * size)()
        needed = pdfium.FPDFTextObj_GetText(one.handle, text, buffer, 2 * size)
        if needed <= 2 * size:
            return bytes(buffer)[: max(needed - 2, 0)].decode("utf-16-le", "replace")
        size = needed // 2 + 1


def _read_letters(text: pdfium.FPDF_TEXTPAGE) -> tuple[TextOf, int]:
    letters: defaultdict[int, list[_Letter]] = defaultdict(list)
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
            letters[ctypes.addressof(owner.contents)].append(letter)
    return (lambda one: _in_order(letters[ctypes.addressof(one.handle.contents)])), unread


class _Letter(NamedTuple):
    """A UTF-16 code unit of a letter, and the place where the letter begins on its line."""

    x: float
    unit: int


def _in_order(letters: list[_Letter]) -> str:
    # If most of a page is written from right to left, PDFium also gives the letters of
    # left-to-right words from the right; so these letters are sorted by their places.
    text = _decode(letters)
    if is_right_to_left(text):
        return text
    return _decode(sorted(letters, key=lambda letter: letter.x))


def _decode(letters: Sequence[_Letter]) -> str:
    # PDFium may give a character beyond U+FFFF as two surrogates.
    text = "".join(chr(letter.unit) for letter in letters)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def join_lines(objects: Sequence[PageObject], text_of: TextOf) -> tuple[str, ...]:
    """Return the text of page objects; all neighbours with the same tag make one line.

    The press gives each printed line a tag of its own.
    """
    tagged = groupby(enumerate(objects), key=lambda one: one[1].tag if one[1].tag >= 0 else ~one[0])
    return tuple(_join([text_of(one) for _, one in some]) for _, some in tagged)


def _join(pieces: list[str]) -> str:
    """Join the pieces of one line; a right-to-left line was painted from its end."""
    whole = "".join(pieces)
    if len(pieces) == 1 or whole.isascii():
        return whole
    directions = [unicodedata.bidirectional(letter) for letter in whole]
    to_left = directions.count("R") + directions.count("AL") > directions.count("L")
    return "".join(reversed(pieces)) if to_left else whole
