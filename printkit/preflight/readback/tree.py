"""An open page → its structure tree: the reading order, and a count of undescribed figures."""

import ctypes
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

import pypdfium2.raw as pdfium

from printkit.preflight.readback.page_objects import PageObject

# A structure element, or the number of marked content.
_PdfiumKid: TypeAlias = "pdfium.FPDF_STRUCTELEMENT | int"

_MOST_ELEMENTS = 100_000
_AROUND = 200  # children of other pages in a row, behind which no child of a page is sought


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


class TreeReader:
    """Reads the structure tree of one page after the other.

    PDFium gives an element its children of all pages, but those of other pages as nothing. To ask
    for each child on each page would take time with the square of the pages, so of many children
    only those around the children of the page before are asked for, if these have all content.
    """

    def __init__(self) -> None:
        """Start before the first page."""
        self._ends: dict[int, int] = {}

    def read(self, page: pdfium.FPDF_PAGE, objects: Iterable[PageObject]) -> StructureTree:
        """Read the part of the tree that belongs to an open page.

        Args:
            page: the page.
            objects: everything that is painted on the page.
        """
        root = pdfium.FPDF_StructTree_GetForPage(page)
        if not root:
            return StructureTree(None)
        try:
            count = pdfium.FPDF_StructTree_CountChildren(root)
            tops = [pdfium.FPDF_StructTree_GetChildAtIndex(root, one) for one in range(count)]
            near = _walk(tops, self._near_kids)
            tags = {one.tag for one in objects if one.tag >= 0 and not one.artifact}
            return near if tags <= (near.places or {}).keys() else _walk(tops, _kids)
        finally:
            pdfium.FPDF_StructTree_Close(root)

    def _near_kids(self, element: pdfium.FPDF_STRUCTELEMENT) -> list[_PdfiumKid]:
        """Return the children of an element; of many children only those around the last page's."""
        count = pdfium.FPDF_StructElement_CountChildren(element)
        if count <= 2 * _AROUND:
            return _kids(element)
        end = self._ends.get(count, 0)
        behind = _run(element, range(end, count), begun=False)
        before = _run(element, range(end - 1, -1, -1), begun=True)
        self._ends[count] = max((*behind, *before), default=end)
        return [*(before[one] for one in sorted(before)), *behind.values()]


def _run(
    element: pdfium.FPDF_STRUCTELEMENT, numbers: Iterable[int], *, begun: bool
) -> dict[int, _PdfiumKid]:
    """Return children by their numbers, until many children in a row belong to other pages.

    Args:
        element: the parent.
        numbers: which children, in the order to ask for them.
        begun: False if other pages' children before the first child of this page do not count.
    """
    found: dict[int, _PdfiumKid] = {}
    others = 0
    for number in numbers:
        kid = _kid(element, number)
        if isinstance(kid, int) or kid:
            found[number], others = kid, 0
        elif found or begun:
            others += 1
            if others > _AROUND:
                break
    return found


def _walk(
    tops: list[_PdfiumKid], kids_of: Callable[[pdfium.FPDF_STRUCTELEMENT], list[_PdfiumKid]]
) -> StructureTree:
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
            rest.extend(reversed(kids_of(one)))
    return StructureTree(places, undescribed, formulas)


def _kids(element: pdfium.FPDF_STRUCTELEMENT) -> list[_PdfiumKid]:
    """Return the children of an element in order: an element, or the number of marked content."""
    count = pdfium.FPDF_StructElement_CountChildren(element)
    return [_kid(element, number) for number in range(count)]


def _kid(element: pdfium.FPDF_STRUCTELEMENT, number: int) -> _PdfiumKid:
    tag: int = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, number)
    return tag if tag >= 0 else pdfium.FPDF_StructElement_GetChildAtIndex(element, number)


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
