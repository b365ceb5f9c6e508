"""A finished PDF → the words and pictures that a reader sees on each page. Owns PDFium.

page_objects.py    the objects that are painted on a page, and the part of each that can be seen
object_text.py     the text of page objects, line by line
link_addresses.py  the addresses that the links of a page lead to
tree.py            the reading order, and the number of figures without description
geometry.py        boxes and matrices
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

import pypdfium2.raw as pdfium

from printkit.errors import InspectionError
from printkit.preflight.readback.geometry import MM
from printkit.preflight.readback.link_addresses import link_addresses
from printkit.preflight.readback.object_text import join_lines, text_reader
from printkit.preflight.readback.page_objects import Raster, page_objects, raster, trim
from printkit.preflight.readback.tree import TreeReader

__all__ = ["CutText", "PageContent", "Raster", "ReadPdf", "read"]

_Handle = TypeVar("_Handle")

# PDFium is not thread-safe (README of pypdfium2, "Incompatibility with Threading"), and other
# programs call printkit from several threads.
_PDFIUM = threading.Lock()

# PDFium goes through all letters of a page to give the text of one object; on a page of many
# objects, it is faster to read all letters once.
_MANY_OBJECTS = 200


class CutText(NamedTuple):
    """A text that an edge cuts off.

    Attributes:
        words: all of the text, the hidden part too.
        y: the height of the text's middle above the lower edge of the page, in points.
    """

    words: str
    y: float


class PageContent(NamedTuple):
    """Everything that a reader can see on one page.

    Attributes:
        number: the number of the page, counted from 1.
        width, height: the size of the trimmed page, in millimetres.
        text: the text of each tag, mostly one line, without running heads, folios and other
            artifacts. The order is that of the structure tree, else that of painting.
        cut: texts that an edge of the page, or of a box around them, cuts off.
        rasters: the pictures, in the order of painting.
        undescribed: how many figures have no alternative text.
        blank: whether nothing but artifacts is printed on the page, and none is a large picture.
        unread: the number of glyphs for which the file gives no text; 0 unless the page was read
            by letter.
        links: the web addresses that the links of the page lead to.
        formulas: the number of formulas that are described for screen readers.
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
    links: tuple[str, ...] = ()
    formulas: int = 0


@dataclass(frozen=True)
class ReadPdf:
    """A finished PDF, each of whose two ways of reading is taken once at most.

    Attributes:
        pdf: the whole file.
    """

    pdf: bytes

    @cached_property
    def pages(self) -> tuple[PageContent, ...]:
        """Return all pages, read in the quick way."""
        return read_pages(self.pdf)

    @cached_property
    def pages_by_letter(self) -> tuple[PageContent, ...]:
        """Return all pages, read letter by letter, which is better where glyphs have no text."""
        return read_pages(self.pdf, by_letter=True)


def read_pages(
    pdf: bytes, *, by_letter: bool = False, most: int | None = None
) -> tuple[PageContent, ...]:
    """Read the words and pictures that can be seen on the pages of a finished PDF.

    Args:
        pdf: the whole file.
        by_letter: leave out glyphs for which the file gives no text, and spaces that are not in the
            file but only inferred by PDFium. Such reading takes three times as long.
        most: the greatest number of pages to read; None for all pages.

    Raises:
        InspectionError: the bytes are no PDF, or a page of the PDF is broken.
    """
    with _PDFIUM, _opened(pdf) as file:
        count = pdfium.FPDF_GetPageCount(file)
        pages = range(count if most is None else min(count, most))
        trees = TreeReader()
        return tuple(_read_page(file, index, by_letter, trees) for index in pages)


def _read_page(
    file: pdfium.FPDF_DOCUMENT, index: int, by_letter: bool, trees: TreeReader
) -> PageContent:
    name = f"page {index + 1}"
    with _held(pdfium.FPDF_LoadPage(file, index), pdfium.FPDF_ClosePage, name) as page:
        objects = list(page_objects(page, edges := trim(page)))
        tree = trees.read(page, objects)
        content = tree.sort([one for one in objects if not tree.is_artifact(one)])
        with _held(pdfium.FPDFText_LoadPage(page), pdfium.FPDFText_ClosePage, name) as text:
            text_of, unread = text_reader(text, by_letter or len(objects) > _MANY_OBJECTS)
            cut = [
                CutText(text_of(one).strip(), one.box.middle)
                for one in objects
                if one.is_text and one.is_cut
            ]
            lines = join_lines([one for one in content if one.is_text and one.is_seen], text_of)
        rasters = tuple(raster(one) for one in objects if one.is_raster)
        return PageContent(
            number=index + 1,
            width=round(edges.width / MM, 1),
            height=round(edges.height / MM, 1),
            text=lines,
            cut=tuple(one for one in cut if one.words),
            rasters=rasters,
            undescribed=tree.undescribed,
            blank=not content and not any(one.is_large for one in rasters),
            unread=unread,
            links=link_addresses(file, page),
            formulas=tree.formulas,
        )


def _opened(pdf: bytes) -> AbstractContextManager[pdfium.FPDF_DOCUMENT]:
    # PDFium makes no copy: `pdf` must live until the document is closed (fpdfview.h,
    # FPDF_LoadMemDocument64).
    file = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    return _held(file, pdfium.FPDF_CloseDocument, "the PDF")


@contextmanager
def _held(handle: _Handle, release: Callable[[_Handle], None], what: str) -> Iterator[_Handle]:
    """Yield a handle of PDFium, and release the handle afterwards.

    Args:
        handle: an open document or page; null if PDFium could not open the document or page.
        release: PDFium's function that closes such a handle.
        what: names the document or page in the error.

    Raises:
        InspectionError: the handle is null.
    """
    if not handle:
        raise InspectionError(f"{what} cannot be read: the file is broken or encrypted")
    try:
        yield handle
    finally:
        release(handle)
