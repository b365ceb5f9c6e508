"""Cells get the columns that a browser gives them."""

from xml.etree.ElementTree import Element

import pytest

from printkit.text.table_grid import CellSpan, first_columns, span_of

ONE = CellSpan(1, 1)


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ([[ONE, ONE], [ONE, ONE]], [[0, 1], [0, 1]]),
        ([[CellSpan(1, 2), ONE], [ONE]], [[0, 1], [1]]),
        ([[ONE, CellSpan(2, 1), ONE]], [[0, 1, 3]]),
        ([[CellSpan(2, 3), ONE], [ONE], [ONE]], [[0, 2], [2], [2]]),
        ([[ONE, CellSpan(1, 2), ONE], [ONE, ONE]], [[0, 1, 2], [0, 2]]),
        ([], []),
    ],
)
def test_spans_move_the_cells_beside_and_below(
    rows: list[list[CellSpan]], columns: list[list[int]]
) -> None:
    """The function gives the first column of each cell, row by row."""
    assert list(first_columns(rows)) == columns


@pytest.mark.parametrize(
    ("attributes", "span"),
    [({}, (1, 1)), ({"colspan": "3", "rowspan": "2"}, (3, 2)), ({"colspan": "x"}, (1, 1))],
)
def test_spans_are_read_from_attributes(attributes: dict[str, str], span: tuple[int, int]) -> None:
    """A span that is no number counts as 1."""
    assert span_of(Element("td", attributes)) == span
