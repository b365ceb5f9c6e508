"""A table element of a page goes in, its rows and its cells with their places come out.

Owns nothing: the elements are those of xml.etree, as WeasyPrint parses a page. Copy-editing has
given each row the same number of columns.
"""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from printkit.text.table_grid import first_columns, span_of

SECTIONS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")


class PlacedCell(NamedTuple):
    """A cell, and the columns and rows that the cell takes; rows are counted through the table."""

    element: Element
    rows: range
    columns: range


class TableGrid(NamedTuple):
    """The grid of a table.

    Attributes:
        rows: all rows in the order of the page.
        cells: the cells of each row.
        head_rows: the number of rows in the head of the table.
        column_count: the number of columns.
    """

    rows: tuple[Element, ...]
    cells: tuple[tuple[PlacedCell, ...], ...]
    head_rows: int
    column_count: int

    def labels(self) -> int:
        """Return how many leading columns name the rows: the first, and all of row headings."""
        body = [cell for row in self.cells[self.head_rows :] for cell in row]
        data = [cell.columns.start for cell in body if cell.element.tag == "td"]
        return min(max(1, min(data, default=1)), max(1, self.column_count - 1))


def cells_of(table: Element) -> Iterator[Element]:
    """Yield the cells of a table, row by row."""
    return (element for element in table.iter() if element.tag in _CELLS)


def grid_of(table: Element) -> TableGrid:
    """Return the grid of a table."""
    rows: list[Element] = []
    cells: list[tuple[PlacedCell, ...]] = []
    for section in (one for one in table if one.tag in SECTIONS):
        own = [row for row in section if row.tag == "tr"]
        inside = [[cell for cell in row if cell.tag in _CELLS] for row in own]
        spans = [[span_of(cell) for cell in row] for row in inside]
        for row, starts in enumerate(first_columns(spans), len(rows)):
            placed = zip(inside[row - len(rows)], spans[row - len(rows)], starts, strict=True)
            cells.append(
                tuple(
                    PlacedCell(cell, range(row, row + height), range(start, start + width))
                    for cell, (width, height), start in placed
                )
            )
        rows += own
    head = sum(len(section.findall("tr")) for section in table if section.tag == "thead")
    count = max((cell.columns.stop for row in cells for cell in row), default=0)
    return TableGrid(tuple(rows), tuple(cells), head, count)
