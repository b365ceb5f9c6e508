"""Draws furniture over pages: running heads and folios, as pagination artifacts.

Content streams are taken as they are, compressed as they are; three short ones, the same for
all pages, stand before, between and after them.
"""

from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf

from printkit.bindery.resources import below, canvases

_MARKS = {Operator(name) for name in ("BMC", "BDC", "EMC", "MP", "DP")}
_BETWEEN = b"Q /Artifact <</Type /Pagination>> BDC q"


class Stamp:
    """What draws furniture in one file."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._before = pdf.make_stream(b"q")
        self._between = pdf.make_stream(_BETWEEN)
        self._after = pdf.make_stream(b"Q EMC")
        self._forms = 0

    def draw(self, sheet: Object, page: Object, fonts: Mapping[str, Object]) -> None:
        """Draw a page of furniture over a page.

        Args:
            sheet: a page of the file.
            page: a page of the furniture's file; its marks and annotations are left out.
            fonts: the furniture's fonts in the file, by name.
        """
        drawing = self._pdf.copy_foreign(page.Contents)
        resources = self._pdf.copy_foreign(page.Resources)
        resources.Font = Dictionary(fonts)
        if Name.StructParents in page:
            drawing = self._pdf.make_stream(_unmarked(drawing))
            _unmark_groups(resources)
        if _differ(sheet.Resources, resources):
            drawing = self._call(sheet, _form(drawing, resources, page.MediaBox))
        else:
            _join(sheet.Resources, resources)
        parts = (self._before, sheet.Contents, self._between, drawing, self._after)
        sheet.Contents = Array(parts)

    def _call(self, sheet: Object, form: Object) -> Object:
        """What draws a form on a page: some name in the page's resources means another thing."""
        self._forms += 1
        name = f"/Furniture{self._forms}"
        sheet.Resources.XObject[name] = form
        return self._pdf.make_stream(f"{name} Do".encode())


def _form(drawing: Object, resources: Object, box: Object) -> Object:
    drawing.Type, drawing.Subtype = Name.XObject, Name.Form
    drawing.BBox, drawing.Resources = Array(box.as_list()), resources
    return drawing


def _differ(these: Object, those: Object) -> bool:
    """Whether some name means another thing in the one dictionary than in the other."""
    return any(
        name in these[kind] and not _is_same(these[kind][name], thing)
        for kind, named in those.items()
        if kind in these
        for name, thing in named.items()
    )


def _is_same(one: Object, other: Object) -> bool:
    return one.unparse() == other.unparse()


def _join(these: Object, those: Object) -> None:
    """Add the names of one dictionary to another with which it does not differ."""
    for kind, named in those.items():
        if kind not in these:
            these[kind] = named
        elif named:
            these[kind].update(named)


def _unmark_groups(resources: Object) -> None:
    """Leave out the marks of transparent groups, and their numbers in the structure tree."""
    for found in below([resources]):
        for canvas in canvases(found):
            if Name.StructParents in canvas:
                canvas.write(_unmarked(canvas))
                del canvas.StructParents


def _unmarked(content: Object) -> bytes:
    """Content without marked-content operators."""
    instructions = pikepdf.parse_content_stream(content)
    return pikepdf.unparse_content_stream(
        [one for one in instructions if one.operator not in _MARKS]
    )
