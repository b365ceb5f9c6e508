"""The structure tree of a page: in which order it is read, and which figures are described."""

import ctypes
from collections.abc import Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from printkit.preflight.readback.marks import PaintedMark

_MOST_ELEMENTS = 100_000


class Tree(NamedTuple):
    """A page's part of the structure tree.

    Attributes:
        places: every tag's place in the reading order; None if the file has no tree.
        undescribed: how many figures have no words to be read out in their place.
    """

    places: dict[int, int] | None
    undescribed: int = 0

    def is_furniture(self, mark: PaintedMark) -> bool:
        """An artifact; or its tag is in no tree, which is how some tag their running heads."""
        astray = self.places is not None and mark.tag >= 0 and mark.tag not in self.places
        return mark.artifact or astray

    def sorted(self, marks: Sequence[PaintedMark]) -> list[PaintedMark]:
        """In reading order; what is not tagged stays behind what it was painted after."""
        if self.places is None:
            return list(marks)
        place = -1
        placed: list[tuple[int, PaintedMark]] = []
        for mark in marks:
            place = self.places.get(mark.tag, place)
            placed.append((place, mark))
        return [mark for _, mark in sorted(placed, key=lambda one: one[0])]


def tree_of(page: Any) -> Tree:
    """Read an open page's part of the tree."""
    root = pdfium.FPDF_StructTree_GetForPage(page)
    if not root:
        return Tree(None)
    try:
        count = pdfium.FPDF_StructTree_CountChildren(root)
        return _walked([pdfium.FPDF_StructTree_GetChildAtIndex(root, one) for one in range(count)])
    finally:
        pdfium.FPDF_StructTree_Close(root)


def _walked(tops: list[Any]) -> Tree:
    places: dict[int, int] = {}
    undescribed = 0
    rest = tops[::-1]
    for _ in range(_MOST_ELEMENTS):
        if not rest:
            break
        one = rest.pop()
        if isinstance(one, int):
            places.setdefault(one, len(places))
        elif one:
            undescribed += _is_figure(one) and not _is_described(one)
            rest.extend(reversed(_kids(one)))
    return Tree(places, undescribed)


def _kids(element: Any) -> list[Any]:
    """What an element holds: elements, and the tags of painted things as numbers."""
    kids: list[Any] = []
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        tag = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        kids.append(tag if tag >= 0 else pdfium.FPDF_StructElement_GetChildAtIndex(element, index))
    return kids


def _is_figure(element: Any) -> bool:
    name = ctypes.create_string_buffer(64)
    size = pdfium.FPDF_StructElement_GetType(element, name, len(name))
    return name.raw[: max(size - 2, 0)] == "Figure".encode("utf-16-le")


def _is_described(element: Any) -> bool:
    """Two bytes are an empty text."""
    alternative: int = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    actual: int = pdfium.FPDF_StructElement_GetActualText(element, None, 0)
    return max(alternative, actual) > 2
