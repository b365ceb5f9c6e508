"""An open page → its page objects: texts, pictures and paths, with the part that can be seen."""

import ctypes
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

from printkit.preflight.readback.geometry import MM, Box, Matrix, around

_SLACK = 2.0  # points that letters may stand over an edge before they count as cut
_FORMS_DEEP = 12
_LARGE_WIDTH, _LARGE_HEIGHT = 25.0, 15.0  # millimetres


class Raster(NamedTuple):
    """A picture made of pixels, as it is printed.

    Attributes:
        width, height: in pixels.
        printed_width, printed_height: in millimetres.
        y: the height of the picture's middle above the lower edge of the page, in points.
    """

    width: int
    height: int
    printed_width: float
    printed_height: float
    y: float

    @property
    def dpi(self) -> int:
        """Return the pixels an inch: across or up, whichever are fewer."""
        across = self.width / max(self.printed_width, 0.01)
        up = self.height / max(self.printed_height, 0.01)
        return round(min(across, up) * 25.4)

    @property
    def is_large(self) -> bool:
        """Return whether the picture is larger than the marks in a margin, such as a logo."""
        return self.printed_width >= _LARGE_WIDTH and self.printed_height >= _LARGE_HEIGHT


class PageObject(NamedTuple):
    """A text, a picture or a path that is painted on a page.

    Attributes:
        handle: PDFium's pointer to the object, valid as long as the page is open.
        kind: a constant of PDFium, FPDF_PAGEOBJ_*.
        box: the box around the object.
        window: the part of the page in which the object can be seen, within the trim box and all
            clips.
        matrix: the matrix of the form (a group of objects) that the object belongs to.
        tag: the marked-content identifier; -1 if there is none.
        artifact: whether the object, or a form around it, is marked as no part of the text.
    """

    handle: pdfium.FPDF_PAGEOBJECT
    kind: int
    box: Box
    window: Box
    matrix: Matrix
    tag: int
    artifact: bool

    @property
    def is_text(self) -> bool:
        """Return whether the object is text."""
        return bool(self.kind == pdfium.FPDF_PAGEOBJ_TEXT)

    @property
    def is_raster(self) -> bool:
        """Return whether the object is a picture of pixels."""
        return bool(self.kind == pdfium.FPDF_PAGEOBJ_IMAGE)

    @property
    def is_cut(self) -> bool:
        """Return whether an edge cuts off a letter, or half of the object's height."""
        box, window = self.box, self.window
        up = max(_SLACK, box.height / 2)
        return (
            box.left < window.left - _SLACK
            or box.right > window.right + _SLACK
            or box.bottom < window.bottom - up
            or box.top > window.top + up
        )

    @property
    def is_seen(self) -> bool:
        """Return whether half of the object can be seen, across and up."""
        part = self.box.overlap(self.window)
        return 2 * part.width >= self.box.width and 2 * part.height >= self.box.height


def page_objects(page: pdfium.FPDF_PAGE, edges: Box) -> Iterator[PageObject]:
    """Yield all objects of an open page in the order of painting, those in forms too."""
    count = pdfium.FPDFPage_CountObjects(page)
    handles = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
    return _objects(handles, Matrix(), edges, False, 0)


def _objects(
    handles: Iterable[pdfium.FPDF_PAGEOBJECT],
    matrix: Matrix,
    window: Box,
    artifact: bool,
    depth: int,
) -> Iterator[PageObject]:
    for handle in handles:
        kind = pdfium.FPDFPageObj_GetType(handle)
        tag = pdfium.FPDFPageObj_GetMarkedContentID(handle)
        aside = artifact or (tag < 0 and _is_artifact(handle))
        clip = _clip(handle)
        through = window.overlap(matrix.place(clip)) if clip else window
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            box = matrix.place(_bounds(handle))
            yield PageObject(handle, kind, box, through, matrix, tag, aside)
        elif depth < _FORMS_DEEP:
            count = pdfium.FPDFFormObj_CountObjects(handle)
            inner = [pdfium.FPDFFormObj_GetObject(handle, index) for index in range(count)]
            yield from _objects(inner, _matrix(handle).then(matrix), through, aside, depth + 1)


def _is_artifact(handle: pdfium.FPDF_PAGEOBJECT) -> bool:
    name, size = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
    for index in range(pdfium.FPDFPageObj_CountMarks(handle)):
        mark = pdfium.FPDFPageObj_GetMark(handle, index)
        found = pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), size)
        if found and bytes(name)[: size.value - 2] == "Artifact".encode("utf-16-le"):
            return True
    return False


def raster(found: PageObject) -> Raster:
    """Return the size of a picture, in pixels and on paper."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(found.handle, width, height)
    across, up = _matrix(found.handle).then(found.matrix).spans
    printed = round(across / MM, 1), round(up / MM, 1)
    return Raster(width.value, height.value, *printed, found.box.middle)


def trim(page: pdfium.FPDF_PAGE) -> Box:
    """Return the trim box of a page; the box of the whole page if the file has no trim box."""
    edges = [ctypes.c_float() for _ in range(4)]
    if pdfium.FPDFPage_GetTrimBox(page, *edges):
        return Box(*(edge.value for edge in edges))
    whole = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, whole)
    return Box(whole.left, whole.bottom, whole.right, whole.top)


def _bounds(handle: pdfium.FPDF_PAGEOBJECT) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(handle, *edges)
    return Box(*(edge.value for edge in edges))


def _clip(handle: pdfium.FPDF_PAGEOBJECT) -> Box | None:
    """Return the box that clips an object; None for an object without a clip."""
    path = pdfium.FPDFPageObj_GetClipPath(handle)
    window = None
    for outline in range(pdfium.FPDFClipPath_CountPaths(path)):
        corners = pdfium.FPDFClipPath_CountPathSegments(path, outline)
        edges = around([_corner(path, outline, index) for index in range(corners)])
        window = window.overlap(edges) if window else edges
    return window


def _corner(path: pdfium.FPDF_CLIPPATH, outline: int, index: int) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, outline, index), x, y)
    return x.value, y.value


def _matrix(handle: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, found)
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
