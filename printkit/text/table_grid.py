"""The grid of a table: rows of spans go in, the first column of each cell comes out.

A cell that spans rows moves the cells of the next rows to the side, so the place of a cell in its
row does not tell its column.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol


class CellSpan(NamedTuple):
    """How many columns and how many rows a cell takes."""

    width: int
    height: int


class HasAttributes(Protocol):
    """An element of any tree: of lxml, or of xml.etree."""

    def get(self, key: str, /) -> str | None:
        """Return the value of an attribute."""


def span_of(cell: HasAttributes) -> CellSpan:
    """Return the spans that a clean cell names; each is at least 1."""
    return CellSpan(_number(cell.get("colspan")), _number(cell.get("rowspan")))


def _number(written: str | None) -> int:
    return max(1, int(written)) if written and written.isascii() and written.isdigit() else 1


def first_columns(rows: Sequence[Sequence[CellSpan]]) -> Iterator[list[int]]:
    """Yield for each row of a section the first column of each cell, as a browser places cells."""
    taken: dict[int, int] = {}  # column → the next row in which the column is free
    for row, spans in enumerate(rows):
        found: list[int] = []
        column = 0
        for width, height in spans:
            while taken.get(column, 0) > row:
                column += 1
            found.append(column)
            taken.update(dict.fromkeys(range(column, column + width), row + height))
            column += width
        yield found
