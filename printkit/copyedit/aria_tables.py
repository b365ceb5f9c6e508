"""Tables of roles: a body goes in, and comes out with tables in the place of `role="table"`.

Without the rows and cells, the numbers 19 and 45 of two cells would be the number 1945.
"""

from printkit.copyedit import tree
from printkit.copyedit.room import make_room
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names

_TABLES = names("table grid treegrid")
_CELLS = {"cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th"}
_OWN = names("table thead tbody tfoot tr td th")  # elements that are such parts anyway


def make_tables(root: Node) -> None:
    """Make a table of each element with the role of a table; part all other cells.

    Args:
        root: the body; changed in place.
    """
    for cell in tree.each(root):
        if cell.get("role") in _CELLS and cell.tag not in _OWN:
            make_room(cell)
    for element in tree.each(root):
        if element.get("role") in _TABLES and element.tag not in _OWN:
            _make_table(element)


def _make_table(element: Node) -> None:
    """Turn an element into a table, if all of its words stand in cells of rows."""
    rows = [one for one in element.iter() if one.get("role") == "row" and one.tag not in _OWN]
    cells = [[one for one in row.iter() if one.get("role") in _CELLS] for row in rows]
    flat = [one for row in cells for one in row]
    said = "".join(tree.words(one) for one in flat)
    if not flat or len(set(flat)) < len(flat) or _packed(said) != _packed(tree.text(element)):
        return
    table = tree.make("table")
    for row in filter(None, cells):
        line = tree.make("tr")
        table.append(line)
        for one in row:
            one.tail = None
            one.tag = _CELLS[one.get("role", "")]
            line.append(one)
    tree.replace(element, table)


def _packed(text: str) -> str:
    return "".join(text.split())
