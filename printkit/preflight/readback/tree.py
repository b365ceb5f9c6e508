"""An open page → its structure tree: the reading order, and a count of undescribed figures."""

import ctypes
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import pypdfium2.raw as pdfium

from printkit.preflight.readback.page_objects import PageObject

# A structure element, or the number of marked content.
_PdfiumKid: TypeAlias = "pdfium.FPDF_STRUCTELEMENT | int"

_MOST_ELEMENTS = 100_000


class StructureTree(NamedTuple):
    """The part of the structure tree that belongs to one page.

    Attributes:
        places: the place of each marked-content identifier in the reading order; None if the
            file has no tree.
        undescribed: the number of figures without words that a screen reader can say.
        formulas: the number of formulas that have such words.
    """

    places: dict[int, int] | None
    undescribed: int = 0
    formulas: int = 0

    def is_artifact(self, found: PageObject) -> bool:
        """Return whether a page object is no part of the text, such as a running head.

        Some programs tag their running heads without putting them into the tree.
        """
        astray = self.places is not None and found.tag >= 0 and found.tag not in self.places
        return found.artifact or astray

    def sort(self, objects: Sequence[PageObject]) -> list[PageObject]:
        """Return page objects in reading order; an untagged object follows the object before it."""
        if self.places is None:
            return list(objects)
        place = -1
        placed: list[tuple[int, PageObject]] = []
        for one in objects:
            place = self.places.get(one.tag, place)
            placed.append((place, one))
        return [one for _, one in sorted(placed, key=lambda pair: pair[0])]


def structure_tree(page: pdfium.FPDF_PAGE) -> StructureTree:
    """Read the structure tree of an open page."""
    root = pdfium.FPDF_StructTree_GetForPage(page)
    if not root:
        return StructureTree(None)
    try:
        count = pdfium.FPDF_StructTree_CountChildren(root)
        return _walk([pdfium.FPDF_StructTree_GetChildAtIndex(root, one) for one in range(count)])
    finally:
        pdfium.FPDF_StructTree_Close(root)


def _walk(tops: list[_PdfiumKid]) -> StructureTree:
    places: dict[int, int] = {}
    undescribed = formulas = 0
    rest = tops[::-1]
    # An element of a damaged tree may be below itself, so there is a limit.
    for _ in range(_MOST_ELEMENTS):
        if not rest:
            break
        one = rest.pop()
        if isinstance(one, int):
            places.setdefault(one, len(places))
        elif one:
            role = _role(one)
            undescribed += role == "Figure" and not _is_described(one)
            formulas += role == "Formula" and _is_described(one)
            rest.extend(reversed(_kids(one)))
    return StructureTree(places, undescribed, formulas)


def _kids(element: pdfium.FPDF_STRUCTELEMENT) -> list[_PdfiumKid]:
    """Return the children of an element in order: an element, or the number of marked content."""
    kids: list[_PdfiumKid] = []
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        tag = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        kids.append(tag if tag >= 0 else pdfium.FPDF_StructElement_GetChildAtIndex(element, index))
    return kids


def _role(element: pdfium.FPDF_STRUCTELEMENT) -> str:
    name = ctypes.create_string_buffer(64)
    size = pdfium.FPDF_StructElement_GetType(element, name, len(name))
    return name.raw[: max(size - 2, 0)].decode("utf-16-le", "replace")


def _is_described(element: pdfium.FPDF_STRUCTELEMENT) -> bool:
    # PDFium counts the two zero bytes that end a text, so two bytes are an empty text
    # (fpdf_structtree.h, FPDF_StructElement_GetAltText).
    alternative: int = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
    actual: int = pdfium.FPDF_StructElement_GetActualText(element, None, 0)
    return max(alternative, actual) > 2
