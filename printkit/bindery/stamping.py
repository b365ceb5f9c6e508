"""Stamp furniture over pages: running heads and folios, as pagination artifacts.

In: a page of the bound file and a page of the furniture's file. Out: the page with both. The
content streams of both stay as they are, and stay compressed. Three short streams, the same for
all pages, stand before, between and after these content streams.
"""

from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf

from printkit.bindery.resources import all_resources, drawn_streams

_MARKED_CONTENT = {Operator(name) for name in ("BMC", "BDC", "EMC", "MP", "DP")}
# q and Q put the graphics state back, which a page may leave scaled or clipped.
_BETWEEN = b"Q /Artifact <</Type /Pagination>> BDC q"


class Stamp:
    """Stamps furniture over the pages of one file."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._before = pdf.make_stream(b"q")
        self._between = pdf.make_stream(_BETWEEN)
        self._after = pdf.make_stream(b"Q EMC")
        self._forms = 0

    def draw(self, page: Object, furniture: Object, fonts: Mapping[str, Object]) -> None:
        """Draw a page of furniture over a page.

        Args:
            page: a page of the file.
            furniture: a page of the furniture's file, drawn without its tags and annotations.
            fonts: the furniture's fonts in the file, by name.
        """
        drawing = self._pdf.copy_foreign(furniture.Contents)
        resources = self._pdf.copy_foreign(furniture.Resources)
        resources.Font = Dictionary(fonts)
        if Name.StructParents in furniture:
            # PDF/UA forbids marked content with an MCID within an artifact (ISO 14289-1, 7.1), and
            # furniture is an artifact: so remove the marks of the furniture.
            drawing = self._pdf.make_stream(_without_marks(drawing))
            _remove_marks_of_groups(resources)
        if _clash(page.Resources, resources):
            drawing = self._call_form(page, _form(drawing, resources, furniture.MediaBox))
        else:
            _add_resources(page.Resources, resources)
        parts = (self._before, page.Contents, self._between, drawing, self._after)
        page.Contents = Array(parts)

    def _call_form(self, page: Object, form: Object) -> Object:
        """Return a content stream that draws a form, which has resources of its own."""
        self._forms += 1
        name = f"/Furniture{self._forms}"
        page.Resources.XObject[name] = form
        return self._pdf.make_stream(f"{name} Do".encode())


def _form(drawing: Object, resources: Object, box: Object) -> Object:
    drawing.Type, drawing.Subtype = Name.XObject, Name.Form
    drawing.BBox, drawing.Resources = Array(box.as_list()), resources
    return drawing


def _clash(page: Object, furniture: Object) -> bool:
    """Return whether a name stands for different things in two resource dictionaries."""
    # pikepdf's unparse() writes a reference as "12 0 R": two references with equal text lead to the
    # same object.
    return any(
        name in page[kind] and page[kind][name].unparse() != thing.unparse()
        for kind, named in furniture.items()
        if kind in page
        for name, thing in named.items()
    )


def _add_resources(page: Object, furniture: Object) -> None:
    """Add the furniture's resources to a page's resources; no name may clash."""
    for kind, named in furniture.items():
        if kind not in page:
            page[kind] = named
        elif named:
            page[kind].update(named)


def _remove_marks_of_groups(resources: Object) -> None:
    """Remove marked content from transparency groups, and their keys of the ParentTree."""
    for found in all_resources([resources]):
        for stream in drawn_streams(found):
            if Name.StructParents in stream:
                stream.write(_without_marks(stream))
                del stream.StructParents


def _without_marks(content: Object) -> bytes:
    """Return a content stream without its marked-content operators."""
    instructions = pikepdf.parse_content_stream(content)
    return pikepdf.unparse_content_stream(
        [one for one in instructions if one.operator not in _MARKED_CONTENT]
    )
