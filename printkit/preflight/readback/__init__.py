"""A finished PDF → its sheets: what a reader can see on each of them. Owns PDFium.

marks.py     what is painted on a page, and where
lettering.py what the marks say, line by line
tree.py      in which order it is read, and which figures are described
geometry.py  boxes and matrices
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from printkit.errors import InspectionError
from printkit.preflight.readback.geometry import MM
from printkit.preflight.readback.lettering import lines, telling
from printkit.preflight.readback.marks import Raster, painted, raster, trim
from printkit.preflight.readback.tree import tree_of

__all__ = ["CutText", "PageReading", "Raster", "read"]

# PDFium is not thread-safe, and a library is used from threads.
_one_at_a_time = threading.Lock()

# PDFium goes through all letters of a page to tell those of one mark.
_MANY_MARKS = 200


class CutText(NamedTuple):
    """A text that an edge cuts off.

    Attributes:
        words: all of the text, the hidden part too.
        y: the height of its middle above the lower edge of the page, in points.
    """

    words: str
    y: float


class PageReading(NamedTuple):
    """What a reader can see on one page.

    Attributes:
        number: counted from 1.
        width, height: of the trimmed page, in millimetres.
        text: its pieces, mostly lines, in reading order: as the structure tree has them,
            else as painted. Running heads, folios and other artifacts are left out.
        cut: pieces of text that an edge of the page, or of a box around them, cuts off.
        rasters: its pictures, as painted.
        undescribed: how many figures have no alternative text.
        blank: whether nothing but artifacts is printed on it.
        unread: how many glyphs the file gives no text for; 0 unless read by letter.
    """

    number: int
    width: float
    height: float
    text: tuple[str, ...]
    cut: tuple[CutText, ...]
    rasters: tuple[Raster, ...]
    undescribed: int
    blank: bool
    unread: int = 0


def read(
    pdf: bytes, *, by_letter: bool = False, most: int | None = None
) -> tuple[PageReading, ...]:
    """Read what stands on the sheets of a finished PDF.

    Args:
        pdf: the whole file.
        by_letter: leave out glyphs the file gives no text for, and white space that is
            only inferred; takes three times as long.
        most: read no more than so many pages.

    Raises:
        InspectionError: this is no PDF, or a page of it is broken.
    """
    with _one_at_a_time, _opened(pdf) as file:
        count = pdfium.FPDF_GetPageCount(file)
        pages = range(count if most is None else min(count, most))
        return tuple(_sheet(file, index, by_letter) for index in pages)


def _sheet(file: Any, index: int, by_letter: bool) -> PageReading:
    name = f"page {index + 1}"
    with _held(pdfium.FPDF_LoadPage(file, index), pdfium.FPDF_ClosePage, name) as page:
        edges, order = trim(page), tree_of(page)
        marks = list(painted(page, edges))
        reading = order.sorted([mark for mark in marks if not order.is_furniture(mark)])
        with _held(pdfium.FPDFText_LoadPage(page), pdfium.FPDFText_ClosePage, name) as text:
            told, unread = telling(text, by_letter or len(marks) > _MANY_MARKS)
            cut = [
                CutText(told(mark).strip(), mark.box.middle)
                for mark in marks
                if mark.is_text and mark.is_cut
            ]
            seen = lines([mark for mark in reading if mark.is_text and mark.is_seen], told)
        return PageReading(
            number=index + 1,
            width=round(edges.width / MM, 1),
            height=round(edges.height / MM, 1),
            text=seen,
            cut=tuple(one for one in cut if one.words),
            rasters=tuple(raster(mark) for mark in marks if mark.is_raster),
            undescribed=order.undescribed,
            blank=not reading,
            unread=unread,
        )


def _opened(pdf: bytes) -> AbstractContextManager[Any]:
    file = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    return _held(file, pdfium.FPDF_CloseDocument, "the PDF")


@contextmanager
def _held(handle: Any, release: Callable[[Any], None], what: str) -> Iterator[Any]:
    if not handle:
        raise InspectionError(f"{what} cannot be read: it is broken or encrypted")
    try:
        yield handle
    finally:
        release(handle)
