"""Filled cells know their columns, whatever spans and sections their table has."""

from printkit.copyedit import tree
from printkit.copyedit.layout_cells import filled_rows

PICTURE = '<img src="a.jpg" width="400">'


def test_cells_are_placed_as_a_browser_places_them() -> None:
    """A cell over two rows moves the cells of the next row; empty cells are left out."""
    table = tree.parse(
        f"<table><thead><tr><td>a</td><td colspan='2'>b</td></tr></thead><tbody><tr>"
        f"<td rowspan='2'>{PICTURE}</td><td> </td><td>c</td></tr><tr><td>d</td><td>&nbsp;</td></tr>"
        "</tbody></table>"
    )[0]
    found = [[(one.words, one.shows, one.columns) for one in row] for row in filled_rows(table)]
    assert found == [
        [("a", False, range(1)), ("b", False, range(1, 3))],
        [("", True, range(1)), ("c", False, range(2, 3))],
        [("d", False, range(1, 2))],
    ]
