"""Pages of one PDF drawn on the sheets of another, which has nothing else of the first."""

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
from printkit.imposition.fitting import Layout, PageSize, SheetCell, scale
from printkit.imposition.folding import Side

_KEPT = ((Name.OutputIntents, Array), (Name.OCProperties, Dictionary))
_SMALLEST, _LARGEST = 3.0, 7_200.0  # points; no viewer shows a sheet of more than two such


class Drawing(NamedTuple):
    """A page that can be drawn anywhere.

    Attributes:
        form: what draws it, cut at its trim box and turned as it is read.
        corner: where its lower left corner is when it is drawn as it is, in points.
        size: in points.
    """

    form: Object
    corner: tuple[float, float]
    size: PageSize


def drawings(source: Pdf) -> list[Drawing]:
    """Every page as it is read: trimmed, turned, and in its unit of length.

    Raises:
        InspectionError: a page is as small as nothing, or larger than any sheet.
    """
    return [_drawing(page, number) for number, page in enumerate(source.pages, 1)]


def _drawing(page: Page, number: int) -> Drawing:
    form = page.as_form_xobject()
    box = Matrix(form.get("/Matrix", Matrix())).transform(Rectangle(Array(form.BBox)))
    if not (_SMALLEST <= min(box.width, box.height) <= max(box.width, box.height) <= _LARGEST):
        wide, high = f"{box.width:g}", f"{box.height:g}"
        raise InspectionError(f"page {number} is {wide} x {high} points, which fits on no sheet")
    return Drawing(form, (box.llx, box.lly), PageSize(box.width, box.height))


def usual_size(pages: Sequence[Drawing]) -> PageSize:
    """The size that most pages have; of several, that of the earliest."""
    alike = Counter(tuple(map(round, one.size)) for one in pages)
    ((usual, _),) = alike.most_common(1)
    return next(one.size for one in pages if tuple(map(round, one.size)) == usual)


def draw(source: Pdf, pages: Sequence[Drawing], layout: Layout, sides: Sequence[Side]) -> Pdf:
    """Draw the pages on a sheet for each side; what colours and layers mean goes with them."""
    target = Pdf.new()
    for name, kind in _KEPT:
        if isinstance(known := source.Root.get(name), kind):
            target.Root[name] = target.copy_foreign(source.make_indirect(known))
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
        drawn = "\n".join(_drawn(name, pages[page], cell) for name, page, cell in placed)
        sheet.Contents = target.make_stream(drawn.encode("ascii"))
    return target


def _drawn(name: str, page: Drawing, cell: SheetCell) -> str:
    """Draw one page in the middle of its cell, as large as fits."""
    factor = scale(page.size, cell)
    x = cell.x + (cell.width - factor * page.size.width) / 2 - factor * page.corner[0]
    y = cell.y + (cell.height - factor * page.size.height) / 2 - factor * page.corner[1]
    return f"q {factor:.5f} 0 0 {factor:.5f} {x:.5f} {y:.5f} cm {name} Do Q"


def finish(target: Pdf, title: str, told: str, duplex: str) -> bytes:
    """Say in the file what it is and how it is printed, and give its bytes.

    Args:
        title: of what was imposed; may be empty.
        told: how it was imposed, one sentence.
        duplex: a value of Duplex in ViewerPreferences; empty for none.
    """
    with target.open_metadata(set_pikepdf_as_editor=False) as xmp:
        if title:
            xmp["dc:title"] = title
        xmp["dc:description"] = told
        xmp["pdf:Producer"] = "printkit"
    wishes = Dictionary(PrintScaling=Name("/None"), DisplayDocTitle=bool(title))
    if duplex:
        wishes.Duplex = Name(f"/{duplex}")
    target.Root.ViewerPreferences = wishes
    file = io.BytesIO()
    target.save(
        file,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return file.getvalue()
