"""Cells of a table that hold anything: a table goes in, its rows of filled cells come out."""

from typing import NamedTuple

from printkit.copyedit import pictures, tree
from printkit.copyedit.tree import Node
from printkit.text.table_grid import first_columns, span_of


class FilledCell(NamedTuple):
    """A cell that holds something.

    Attributes:
        element: the cell.
        words: its words.
        shows: whether the cell shows a picture of some size.
        columns: the columns that the cell takes.
    """

    element: Node
    words: str
    shows: bool
    columns: range


Rows = list[list[FilledCell]]


def filled_rows(table: Node) -> Rows:
    """Return the cells of a table that hold anything, row by row; a row may be empty."""
    rows: Rows = []
    sections = [table, *(one for one in table if one.tag in ("thead", "tbody", "tfoot"))]
    for section in sections:
        cells = [list(row) for row in section if row.tag == "tr"]
        spans = [[span_of(cell) for cell in row] for row in cells]
        for row, widths, starts in zip(cells, spans, first_columns(spans), strict=True):
            placed = zip(row, widths, starts, strict=True)
            rows.append(
                [
                    _filled(cell, range(start, start + width))
                    for cell, (width, _), start in placed
                    if not tree.holds_nothing(cell)
                ]
            )
    return rows


def _filled(cell: Node, columns: range) -> FilledCell:
    shows = any(not pictures.is_sign(img) for img in cell.iter("img"))
    return FilledCell(cell, tree.words(cell), shows, columns)
