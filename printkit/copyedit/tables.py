"""Tables: a body without layout tables goes in, and comes out with regular data tables."""

from collections.abc import Iterable
from typing import NamedTuple

from printkit.copyedit import tree
from printkit.copyedit.layout_tables import flatten_table
from printkit.copyedit.nested_tables import set_in_lines
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node

COLUMNS = 250
"""The most columns of a table, more than any sheet holds; a wider table becomes running text."""

_SECTIONS = ("thead", "tbody", "tfoot")


class TableCell(NamedTuple):
    """A cell and its place: its first column, and the column after its last."""

    element: Node
    start: int
    end: int


def mend_tables(root: Node, removals: Removals) -> None:
    """Repair every table in place, the innermost first; no word is lost.

    Args:
        root: the body or a note.
        removals: gets the tables that have too many columns for a table on paper.
    """
    for table in reversed(tree.each(root, "table")):
        if tree.holds_nothing(table):
            tree.drop(table)
            continue
        _regulate(table, removals)
        if any(one.tag == "table" for one in tree.ancestors(table)):
            set_in_lines(table)


def _rows_in(section: Node) -> list[Node]:
    return [row for row in section if row.tag == "tr"]


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _regulate(table: Node, removals: Removals) -> None:
    """Give a data table sections, a head, and rows of one length."""
    _keep_one_caption(table)
    for section in table:
        if section.tag in _SECTIONS:
            _drop_empty_rows(section)
    _set_head(table)
    sections = [one for one in table if one.tag in _SECTIONS]
    grid = [_lay_out(_rows_in(section)) for section in sections]
    starts = sorted({cell.start for rows in grid for row in rows for cell in row})
    if len(starts) > COLUMNS:
        removals.take_apart(table, len(starts))
        flatten_table(table)
        return
    for section, rows in zip(sections, grid, strict=True):
        _fill(section, rows, starts)
    _set_scopes(sections)


def _keep_one_caption(table: Node) -> None:
    captions = [one for one in table if one.tag == "caption"]
    for spare in captions[1:]:
        tree.add_text(captions[0], " ")
        tree.drop(spare)
        spare.tag = "span"
        captions[0].append(spare)


def _set_head(table: Node) -> None:
    """Make a head of the first rows that hold nothing but headings; put the foot last."""
    if not any(one.tag == "thead" for one in table):
        body = next((one for one in table if one.tag == "tbody"), None)
        rows = _rows_in(body) if body is not None else []
        count = 0
        # The last row stays: a table of headings alone still needs a body.
        while count < len(rows) - 1 and _is_heading_row(rows[count]):
            count += 1
        if body is not None and count:
            head = tree.make("thead")
            head.extend(rows[:count])
            body.addprevious(head)
    for foot in [one for one in table if one.tag == "tfoot"]:
        foot.tail = None
        table.append(foot)


def _drop_empty_rows(section: Node) -> None:
    """Take out rows without cells; a cell that spans such a row spans one row less."""
    spanning: list[list[int]] = []  # for each cell, its rowspan and the rows still to come
    kept: list[tuple[Node, list[list[int]]]] = []
    for row in _rows_in(section):
        spanning = [span for span in spanning if span[1] > 0]
        for span in spanning:
            span[1] -= 1
        if _cells(row):
            own = [[_span(cell, "rowspan"), _span(cell, "rowspan") - 1] for cell in _cells(row)]
            spanning += own
            kept.append((row, own))
        else:
            for span in spanning:
                span[0] -= 1
            tree.drop(row)
    for row, spans in kept:
        for cell, (height, _left) in zip(_cells(row), spans, strict=True):
            _set_span(cell, "rowspan", height)


def _is_heading_row(row: Node) -> bool:
    cells = _cells(row)
    return bool(cells) and all(cell.tag == "th" and cell.get("scope") != "row" for cell in cells)


def _lay_out(rows: list[Node]) -> list[list[TableCell]]:
    """Return the columns of each cell, as a browser places cells; keep spans in the section."""
    laid: list[list[TableCell]] = []
    # Cells that reach into the next row: first column, column after the last, rows left.
    hanging: list[tuple[int, int, int]] = []
    for number, row in enumerate(rows):
        column, placed, below = 0, [], [(a, b, left - 1) for a, b, left in hanging if left > 1]
        for cell in _cells(row):
            column = _free_column(column, hanging)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            wall = min((start for start, *_ in hanging if start > column), default=column + width)
            width, height = min(width, wall - column), min(height, len(rows) - number)
            placed.append(TableCell(cell, column, column + width))
            _set_span(cell, "rowspan", height)
            if height > 1:
                below.append((column, column + width, height - 1))
            column += width
        laid.append(placed)
        hanging = sorted(below)
    return laid


def _free_column(column: int, hanging: Iterable[tuple[int, int, int]]) -> int:
    for start, end, _left in hanging:
        if start <= column < end:
            column = end
    return column


def _span(cell: Node, name: str) -> int:
    return int(cell.get(name) or 1)


def _set_span(cell: Node, name: str, value: int) -> None:
    if value > 1:
        cell.set(name, str(value))
    else:
        tree.pop(cell, name)


def _fill(section: Node, rows: list[list[TableCell]], starts: list[int]) -> None:
    """Keep only columns in which some cell begins, and add empty cells to short rows."""
    hanging: dict[int, int] = {}
    for row, cells in zip(_rows_in(section), rows, strict=True):
        taken = sum(1 for left in hanging.values() if left > 0)
        hanging = {column: left - 1 for column, left in hanging.items() if left > 1}
        for cell, start, end in cells:
            columns = [at for at in starts if start <= at < end]
            _set_span(cell, "colspan", len(columns))
            taken += len(columns)
            hanging |= dict.fromkeys(columns, _span(cell, "rowspan") - 1)
        for _missing in range(len(starts) - taken):
            row.append(tree.make("td"))


def _set_scopes(sections: list[Node]) -> None:
    for section in sections:
        for row in _rows_in(section):
            for at, cell in enumerate(_cells(row)):
                if cell.tag == "th":
                    in_head = section.tag == "thead" or at > 0
                    cell.set("scope", "col" if in_head else "row")
                else:
                    tree.pop(cell, "scope")
