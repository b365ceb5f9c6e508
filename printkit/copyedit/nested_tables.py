"""A table of data in a cell goes in, lines come out: each value stands behind its head.

A cell of a printed table has no room for columns. So the head of a column is written before each
value of the column. Without heads, the cells of a row stand in one line.
"""

from collections.abc import Iterable, Iterator

from printkit.copyedit import tree
from printkit.copyedit.layout_tables import flatten_table
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.table_grid import first_columns, span_of

_BLOCKS = names("p div ul ol dl table blockquote pre figure h1 h2 h3 h4 h5 h6")
_OF_CELLS = ("scope", "colspan", "rowspan", "class")
_ENDS = (":", "：", "?", "؟", "？")


def set_in_lines(table: Node) -> None:
    """Turn a regular table into blocks; no word is lost."""
    head = next((one for one in table if one.tag == "thead"), None)
    sections = [one for one in table if one.tag in ("tbody", "tfoot")]
    if head is None:
        if sum(map(len, sections)) > 1:
            _join_rows(row for section in sections for row in section)
    else:
        heads = _column_heads(head)
        for cell, columns in (one for section in sections for one in _cells_in_columns(section)):
            if not tree.holds_nothing(cell):
                over = dict.fromkeys(one for at in columns for one in heads.get(at, ()))
                _write_heads(cell, list(over))
    flatten_table(table)


def _cells_in_columns(section: Node) -> Iterator[tuple[Node, range]]:
    """Yield each cell of a section with its columns."""
    rows = [list(row) for row in section]
    spans = [[span_of(cell) for cell in row] for row in rows]
    for row, widths, starts in zip(rows, spans, first_columns(spans), strict=True):
        for cell, (width, _), start in zip(row, widths, starts, strict=True):
            yield cell, range(start, start + width)


def _column_heads(head: Node) -> dict[int, list[Node]]:
    """Return the heads of each column, from top to bottom."""
    heads: dict[int, list[Node]] = {}
    for cell, columns in _cells_in_columns(head):
        for column in columns if not tree.holds_nothing(cell) else ():
            heads.setdefault(column, []).append(cell)
    return heads


def _write_heads(cell: Node, heads: list[Node]) -> None:
    """Write heads before the contents of a cell: each head itself once, and else its words."""
    mark = "" if heads and tree.words(heads[-1]).endswith(_ENDS) else ":"
    for head in reversed(heads):
        said = tree.make("span", tree.words(head)) if head.tag == "span" else head
        said.tag = "span"
        for name in _OF_CELLS:
            tree.pop(said, name)
        tree.move_to_start(said, cell)
        said.tail = f"{mark} {said.tail or ''}"
        mark = ""


def _join_rows(rows: Iterable[Node]) -> None:
    """Put the cells of each row into one line, behind the first cell, which names the row."""
    for row in rows:
        filled = [cell for cell in row if not tree.holds_nothing(cell)]
        if len(filled) < 2 or any(True for cell in filled for _ in cell.iter(*_BLOCKS)):
            continue
        first, *others = filled
        mark = "" if tree.words(first).endswith(_ENDS) else ":"
        for cell in others:
            tree.add_text(first, f"{mark} ")
            cell.tag = "span"
            tree.move(cell, first)
            mark = ";"
