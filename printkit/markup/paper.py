"""Paper for CSS: takes a sheet, gives class names and lengths for a page's root element."""

from typing import NamedTuple

from printkit.edition.papers import Sheet

LARGE_SHEET = 260
"""Millimetres across; on a wider sheet the type is larger, and so are the margins."""
_SMALL_SHEET = 165  # mm: a sheet of a smaller width is small


class Paper(NamedTuple):
    """A paper size as class names and CSS lengths.

    Attributes:
        scale: the class that scales the type to the sheet; empty for usual sheets.
        width, height: CSS lengths, such as `210mm`.
        shape: the class of a sheet that is wider than high; else empty.
    """

    scale: str
    width: str
    height: str
    shape: str


def paper_of(sheet: Sheet) -> Paper:
    """Return the class names and lengths of a sheet."""
    scale = "large-sheet" if sheet.width > LARGE_SHEET else ""
    if sheet.width < _SMALL_SHEET:
        scale = "small-sheet"
    shape = "wide-sheet" if sheet.width > sheet.height else ""
    return Paper(scale, f"{sheet.width:g}mm", f"{sheet.height:g}mm", shape)
