"""Draw the pages of one PDF on the sheets of another.

In: the source PDF, a layout, and the pages on each side. Out: a new PDF that has the look of the
pages, and nothing else of the source.
"""

import io
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pikepdf import (
    Array,
    Dictionary,
    Matrix,
    Name,
    Object,
    ObjectStreamMode,
    Page,
    Pdf,
    Rectangle,
)

from printkit.errors import InspectionError
from printkit.imposition.fitting import Layout, PageSize, SheetCell, is_turned, scale
from printkit.imposition.folding import Side

# Colours and layers look as before only with these entries of the source's catalog.
_KEPT = ((Name.OutputIntents, Array), (Name.OCProperties, Dictionary))
# In points. A sheet may be two pages wide, and no viewer shows more than 14,400 points.
_SMALLEST, _LARGEST = 3.0, 7_200.0


class PageForm(NamedTuple):
    """A page as a form XObject, which can be drawn anywhere.

    Attributes:
        form: the form, cut at the page's trim box and turned as the page is read.
        corner: the position of the form's lower left corner when it is drawn, in points.
        size: the form's size, in points.
    """

    form: Object
    corner: tuple[float, float]
    size: PageSize


def page_forms(source: Pdf) -> list[PageForm]:
    """Return every page as a form, trimmed, turned, and scaled by its UserUnit.

    Raises:
        InspectionError: a page is smaller or larger than any sheet.
    """
    return [_page_form(page, number) for number, page in enumerate(source.pages, 1)]


def _page_form(page: Page, number: int) -> PageForm:
    # qpdf takes the trim box for the form's BBox, and Rotate and UserUnit into its Matrix.
    form = page.as_form_xobject()
    box = Matrix(form.get("/Matrix", Matrix())).transform(Rectangle(Array(form.BBox)))
    if not (_SMALLEST <= min(box.width, box.height) <= max(box.width, box.height) <= _LARGEST):
        size = f"{box.width:g} x {box.height:g}"
        raise InspectionError(f"page {number} is {size} points, which fits on no sheet")
    return PageForm(form, (box.llx, box.lly), PageSize(box.width, box.height))


def most_common_size(pages: Sequence[PageForm]) -> PageSize:
    """Return the size that most pages have; if several sizes are as common, the earliest.

    Turned pages count as pages of the same size. The pages of this size are taken as upright if
    the first of them or most of them are: the turned tables of an article make no landscape book.
    """
    counts = Counter(tuple(sorted(map(round, one.size))) for one in pages)
    ((common, _),) = counts.most_common(1)
    alike = [one.size for one in pages if tuple(sorted(map(round, one.size))) == common]
    upright = [size for size in alike if size.width <= size.height]
    return upright[0] if 2 * len(upright) > len(alike) else alike[0]


def draw_sheets(
    source: Pdf, pages: Sequence[PageForm], layout: Layout, sides: Sequence[Side]
) -> Pdf:
    """Return a PDF with one page for each side, on which the side's pages are drawn."""
    target = Pdf.new()
    for name, kind in _KEPT:
        if isinstance(entry := source.Root.get(name), kind):
            target.Root[name] = target.copy_foreign(source.make_indirect(entry))
    forms = [target.copy_foreign(one.form) for one in pages]
    for side in sides:
        sheet = target.add_blank_page(page_size=(layout.width, layout.height))
        placed = [
            (f"/P{page + 1}", page, cell)
            for page, cell in zip(side, layout.cells(), strict=True)
            if page is not None
        ]
        sheet.Resources = Dictionary(
            XObject=Dictionary({name: forms[page] for name, page, _ in placed})
        )
        drawn = "\n".join(_operators(name, pages[page], cell) for name, page, cell in placed)
        sheet.Contents = target.make_stream(drawn.encode("ascii"))
    return target


def _operators(name: str, page: PageForm, cell: SheetCell) -> str:
    """Return the operators that draw a page in the middle of its cell, as large as it fits."""
    wide, high = page.size
    turned = is_turned(page.size, cell)
    factor = scale(PageSize(high, wide) if turned else page.size, cell)
    cos, sin = (0.0, factor) if turned else (factor, 0.0)
    # The middle of the page comes to the middle of the cell.
    across, up = page.corner[0] + wide / 2, page.corner[1] + high / 2
    x = cell.x + cell.width / 2 - (cos * across - sin * up)
    y = cell.y + cell.height / 2 - (sin * across + cos * up)
    return f"q {cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {x:.5f} {y:.5f} cm {name} Do Q"


def save(sheets: Pdf, title: str, description: str, duplex: str) -> bytes:
    """Write metadata and printing preferences into the file, and return its bytes.

    Args:
        sheets: the PDF of the sheets.
        title: the title of the source; may be empty.
        description: one sentence about the imposition scheme.
        duplex: the value of Duplex in ViewerPreferences; empty for none.
    """
    with sheets.open_metadata(set_pikepdf_as_editor=False) as xmp:
        if title:
            xmp["dc:title"] = title
        xmp["dc:description"] = description
        xmp["pdf:Producer"] = "printkit"
    preferences = Dictionary(PrintScaling=Name("/None"), DisplayDocTitle=bool(title))
    if duplex:
        preferences.Duplex = Name(f"/{duplex}")
    sheets.Root.ViewerPreferences = preferences
    file = io.BytesIO()
    sheets.save(
        file,
        min_version="1.7",  # the first version with /Duplex: ISO 32000-1, table 150
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return file.getvalue()
