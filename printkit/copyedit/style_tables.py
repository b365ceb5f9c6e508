"""Tables of a style: elements with `display: table` go in, and get the roles of a table.

`aria_tables` makes a table of the roles, and `layout_tables` tells a table of data from columns.
"""

from collections.abc import Mapping

from printkit.copyedit import tree
from printkit.copyedit.tree import Node

_LEAST = 2  # rows, and cells in each row; fewer are only boxes side by side


def name_table(element: Node, meanings: Mapping[Node, list[str]]) -> set[Node]:
    """Give the roles of a table, its rows and its cells to an element that a style makes a table.

    Args:
        element: the element with `display: table`.
        meanings: of the styles of all elements, in our own words.

    Returns:
        All elements with such a role; none if there are too few rows or cells.
    """
    inside = tree.each(element)
    rows = [one for one in inside if "tablerow" in meanings.get(one, ())]
    cells = {row: [one for one in row if "tablecell" in meanings.get(one, ())] for row in rows}
    if len(rows) < _LEAST or any(len(one) < _LEAST for one in cells.values()):
        return set()
    element.set("role", "table")
    for row, own in cells.items():
        is_head = any("tablehead" in meanings.get(one, ()) for one in tree.ancestors(row))
        row.set("role", "row")
        for cell in own:
            cell.set("role", "columnheader" if is_head else "cell")
    return {element, *rows, *(cell for own in cells.values() for cell in own)}
