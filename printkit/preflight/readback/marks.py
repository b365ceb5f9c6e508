"""What is painted on a page, where it lies, and the window it is seen through."""

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from printkit.preflight.readback.geometry import MM, Box, Matrix, around

_SLACK = 2.0  # points that letters may stand over an edge before they count as cut
_FORMS_DEEP = 12


class Raster(NamedTuple):
    """A picture made of pixels, as printed.

    Attributes:
        width, height: in pixels.
        printed_width, printed_height: in millimetres.
        y: the height of its middle above the lower edge of the page, in points.
    """

    width: int
    height: int
    printed_width: float
    printed_height: float
    y: float

    @property
    def dpi(self) -> int:
        """Pixels an inch, in the coarser of both directions."""
        across = self.width / max(self.printed_width, 0.01)
        up = self.height / max(self.printed_height, 0.01)
        return round(min(across, up) * 25.4)


class PaintedMark(NamedTuple):
    """A thing painted on a page.

    Attributes:
        handle: PDFium's, as long as the page is open.
        kind: FPDF_PAGEOBJ_*.
        box: where it lies.
        window: what the page's trim and all clips leave to be seen.
        matrix: of the group it stands in.
        tag: its marked content identifier; -1 if it has none.
        artifact: whether it, or a group around it, is marked as no part of the text.
    """

    handle: Any
    kind: int
    box: Box
    window: Box
    matrix: Matrix
    tag: int
    artifact: bool

    @property
    def is_text(self) -> bool:
        return bool(self.kind == pdfium.FPDF_PAGEOBJ_TEXT)

    @property
    def is_raster(self) -> bool:
        return bool(self.kind == pdfium.FPDF_PAGEOBJ_IMAGE)

    @property
    def is_cut(self) -> bool:
        """An edge takes a letter of it, or half its height."""
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
        """At least half of it can be seen, both ways."""
        part = self.box.overlap(self.window)
        return 2 * part.width >= self.box.width and 2 * part.height >= self.box.height


def painted(page: Any, edges: Box) -> Iterator[PaintedMark]:
    """Everything painted on an open page, groups opened, in the order of painting."""
    count = pdfium.FPDFPage_CountObjects(page)
    handles = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
    return _marks(handles, Matrix(), edges, False, 0)


def _marks(
    handles: Iterable[Any], matrix: Matrix, window: Box, artifact: bool, depth: int
) -> Iterator[PaintedMark]:
    for handle in handles:
        kind = pdfium.FPDFPageObj_GetType(handle)
        tag = pdfium.FPDFPageObj_GetMarkedContentID(handle)
        aside = artifact or (tag < 0 and _is_artifact(handle))
        clip = _clip(handle)
        through = window.overlap(matrix.place(clip)) if clip else window
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            box = matrix.place(_bounds(handle))
            yield PaintedMark(handle, kind, box, through, matrix, tag, aside)
        elif depth < _FORMS_DEEP:
            count = pdfium.FPDFFormObj_CountObjects(handle)
            inner = [pdfium.FPDFFormObj_GetObject(handle, index) for index in range(count)]
            yield from _marks(inner, _matrix(handle).then(matrix), through, aside, depth + 1)


def _is_artifact(handle: Any) -> bool:
    name, size = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
    for index in range(pdfium.FPDFPageObj_CountMarks(handle)):
        mark = pdfium.FPDFPageObj_GetMark(handle, index)
        found = pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), size)
        if found and bytes(name)[: size.value - 2] == "Artifact".encode("utf-16-le"):
            return True
    return False


def raster(mark: PaintedMark) -> Raster:
    """Measure a picture."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(mark.handle, width, height)
    across, up = _matrix(mark.handle).then(mark.matrix).spans
    return Raster(
        width.value, height.value, round(across / MM, 1), round(up / MM, 1), mark.box.middle
    )


def trim(page: Any) -> Box:
    """The trimmed page; the whole page where no trim is given."""
    edges = [ctypes.c_float() for _ in range(4)]
    if pdfium.FPDFPage_GetTrimBox(page, *edges):
        return Box(*(edge.value for edge in edges))
    whole = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, whole)
    return Box(whole.left, whole.bottom, whole.right, whole.top)


def _bounds(handle: Any) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(handle, *edges)
    return Box(*(edge.value for edge in edges))


def _clip(handle: Any) -> Box | None:
    """The box that clips a thing, if one does."""
    path = pdfium.FPDFPageObj_GetClipPath(handle)
    window = None
    for outline in range(pdfium.FPDFClipPath_CountPaths(path)):
        corners = pdfium.FPDFClipPath_CountPathSegments(path, outline)
        edges = around([_corner(path, outline, index) for index in range(corners)])
        window = window.overlap(edges) if window else edges
    return window


def _corner(path: Any, outline: int, index: int) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, outline, index), x, y)
    return x.value, y.value


def _matrix(handle: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, found)
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
