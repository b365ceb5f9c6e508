"""A laid out `weasyprint.Document` goes in, the measures of its tables come out.

Each column of a table is at least as wide as its longest word. If these widths are more than the
room for the table, WeasyPrint lays the table out with exactly these widths, over the margin and
over the edge of the sheet, and logs nothing. So one print tells both that a table is too wide, and
how wide its columns must be.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from printkit.press.loading import weasyprint

if TYPE_CHECKING:
    from weasyprint.formatting_structure.boxes import Box

TURNED = "turned"  # the name of the turned page in styles/base/page.css
_SLACK = 0.5  # CSS pixels of overflow that no reader sees


@dataclass(frozen=True)
class TableMeasures:
    """The measures of a table as it is laid out, in CSS pixels.

    Attributes:
        room: the width of the block around the table.
        turned_room: the width of the same block on a turned page; 0 if turning gains nothing.
        columns: the widths of the columns.
        height: the height of the table on all its pages.
        page_height: the height of the text area of the first page.
        in_columns: whether the table stands in one of several columns of text.
        starts: the numbers of the rows that begin the second and each further page.
    """

    room: float
    turned_room: float
    columns: tuple[float, ...]
    height: float
    page_height: float
    in_columns: bool
    starts: tuple[int, ...]

    @property
    def width(self) -> float:
        """Return the width of all columns together."""
        return sum(self.columns)

    @property
    def fits(self) -> bool:
        """Return whether the table is no wider than its room."""
        return self.width <= self.room + _SLACK


def turned_pages(document: weasyprint.Document) -> tuple[int, ...]:
    """Return the numbers of the turned pages, counted from 0."""
    return tuple(n for n, page in enumerate(document.pages) if _is_turned(page))


def _is_turned(page: Any) -> bool:
    return bool(page._page_box.page_type.name == TURNED)


def measure_tables(document: weasyprint.Document) -> dict[Element, TableMeasures]:
    """Return the measures of each table by its element."""
    seen: dict[Element, list[_TablePart]] = {}
    for page in document.pages:
        area = _page_area(page)
        for piece in _pieces(page._page_box, area.width, area, in_columns=False):
            seen.setdefault(piece.element, []).append(piece)
    return {element: _joined(element, pieces) for element, pieces in seen.items()}


@dataclass(frozen=True)
class _Area:
    """The text area of a page, and the width of the text area of the same page, turned."""

    width: float
    height: float
    turned_width: float


@dataclass(frozen=True)
class _TablePart:
    """The part of a table that stands on one page."""

    element: Element
    room: float
    area: _Area
    in_columns: bool
    columns: tuple[float, ...]
    height: float
    rows: tuple[Element, ...] = field(repr=False)


def _page_area(page: Any) -> _Area:
    box = page._page_box
    margins = page.width - box.width
    turned = 0 if _is_turned(page) or page.width >= page.height else page.height - margins
    return _Area(box.width, box.height, turned)


def _pieces(box: "Box", room: float, area: _Area, *, in_columns: bool) -> Iterator[_TablePart]:
    from weasyprint.formatting_structure import boxes

    if isinstance(box, boxes.TableBox) and box.element.tag == "table":
        widths = _needed_widths(box) if _has_equal_columns(box) else _column_widths(box)
        rows = tuple(row.element for row in _body_rows(box))
        yield _TablePart(box.element, room, area, in_columns, widths, box.height, rows)
        return
    # Only blocks hold tables. Formulas have boxes of tables, too, but with other elements.
    children = () if isinstance(box, boxes.LineBox) else getattr(box, "children", ())
    style = box.style
    columns = style["column_width"] != "auto" or style["column_count"] != "auto"
    inside = room if box.is_table_wrapper or isinstance(box, boxes.PageBox) else box.width
    for child in children:
        yield from _pieces(child, inside, area, in_columns=in_columns or columns)


def _column_widths(table: "Box") -> tuple[float, ...]:
    """Return the widths of the columns in the order of the cells.

    WeasyPrint turns its lists round once a table from right to left is laid out: so the places of
    the columns tell their order.
    """
    from_right = table.style["direction"] == "rtl"
    placed = zip(table.column_positions, table.column_widths, strict=True)
    return tuple(float(width) for _place, width in sorted(placed, reverse=from_right))


def _has_equal_columns(table: "Box") -> bool:
    """Return whether the columns have equal widths, whatever the words in them."""
    fixed = table.style["table_layout"] == "fixed"
    return fixed and "table-broken" not in table.element.get("class", "").split()


def _needed_widths(table: "Box") -> tuple[float, ...]:
    """Return the widths of columns, widened where the words of a cell are wider than its column."""
    from weasyprint.formatting_structure import boxes

    widths = list(_column_widths(table))
    for cell in (
        cell for group in table.children for row in group.children for cell in row.children
    ):
        if cell.colspan > 1:
            continue
        lines = (one for one in cell.descendants() if isinstance(one, boxes.LineBox))
        over = max((line.width for line in lines), default=0) - cell.width
        needed = cell.border_width() + over
        widths[cell.grid_x] = max(widths[cell.grid_x], needed)
    return tuple(widths)


def _body_rows(table: "Box") -> Iterator[Any]:
    for group in table.children:
        if not (group.is_header or group.is_footer):
            yield from group.children


def _joined(element: Element, pieces: list[_TablePart]) -> TableMeasures:
    first = pieces[0]
    numbers = {row: number for number, row in enumerate(element.iter("tr"))}
    starts = [
        numbers[piece.rows[0]]
        for before, piece in itertools.pairwise(pieces)
        # A row that is taller than a page goes on, and begins no page.
        if piece.rows and piece.rows[0] not in before.rows[-1:]
    ]
    aside = 0 if first.in_columns else first.area.width - first.room
    turned = first.area.turned_width - aside
    return TableMeasures(
        room=first.room,
        turned_room=turned if turned > first.room else 0,
        columns=first.columns,
        height=sum(piece.height for piece in pieces),
        page_height=first.area.height,
        in_columns=first.in_columns,
        starts=tuple(starts),
    )
