"""Ruled tables: a reader goes in, and comes out with a rule for tables drawn with dashes.

Pandoc and reStructuredText draw the cells (`+---+---+`), or only lines below the heads of the
columns (`-----  -----`). Rows of the second kind may be parted by blank lines.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from printkit.copyedit.dialects.nested import add_block_rule, line_of
from printkit.copyedit.dialects.reading import may_scan
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_GRID_RULE = regex(r"\+(?:[-=:]+\+)+$")
_GROUPS = regex(r" *-{2,}(?: +-{2,})+ *$")
_DASHES = regex(r" *-{3,}(?: +-{2,})* *$")
_BLOCKS = regex(r"^(?:[-*+] |\d{1,3}[.)] |> |`{3}|~{3})|\n\s*\n", re.MULTILINE)
_CELLS_MOST = 300
_HEAD_MOST = 10  # lines


class Row(NamedTuple):
    """A row of a table.

    Attributes:
        cells: the Markdown of each cell, and over how many columns the cell reaches.
        in_head: whether the row has the names of the columns.
    """

    cells: Sequence[tuple[str, int]]
    in_head: bool


def read_ruled_tables(reader: "MarkdownIt") -> None:
    """Let a reader read tables drawn with dashes."""
    add_block_rule(reader, "grid_table", _read_grid)
    add_block_rule(reader, "simple_table", _read_simple)


def _read_grid(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    if silent or not line_of(state, first).startswith("+") or state.is_code_block(first):
        return False
    last, lines = first, list[str]()
    while last < end and (line := line_of(state, last).rstrip()).startswith(("+", "|")):
        lines.append(line)
        last += 1
    is_drawn = len(lines) > 2 and _GRID_RULE.match(lines[0]) and _GRID_RULE.match(lines[-1])
    if not is_drawn or not may_scan(state.env, len(lines)):
        return False
    rows = _grid_rows(lines)
    if not rows:
        return False
    push_ruled(state, rows, (first, last))
    return True


def _grid_rows(lines: Sequence[str]) -> list[Row]:
    """Return the rows of a drawn table; none if a row does not fit into the columns."""
    bounds = sorted({at for line in lines if line[0] == "+" for at in _column_places(line, "+")})
    rules = [at for at, line in enumerate(lines) if _GRID_RULE.match(line)]
    head = next((at for at in rules[1:] if "=" in lines[at]), 0)
    if len(bounds) > _CELLS_MOST:
        return []
    rows: list[Row] = []
    for above, below in pairwise(rules):
        inside = lines[above + 1 : below]
        cells = _grid_cells(inside, bounds)
        if inside and not cells:
            return []
        if cells:
            rows.append(Row(cells, above < head))
    return rows


def _grid_cells(lines: Sequence[str], bounds: Sequence[int]) -> list[tuple[str, int]]:
    """Return the cells of one row, which may have several lines."""
    walls = [at for at in bounds if all(line[at : at + 1] in ("|", "+") for line in lines)]
    if walls[:1] == [0] and len(walls) > 1 and walls[-1] == bounds[-1]:
        return [
            ("\n".join(line[left + 1 : right].rstrip() for line in lines),
             bounds.index(right) - bounds.index(left))
            for left, right in pairwise(walls)
        ]  # fmt: skip
    # Letters of East Asia are wider than the signs of the rule.
    parts = [line.strip("|").split("|") for line in lines]
    if any(len(part) != len(bounds) - 1 for part in parts):
        return []
    return [("\n".join(column), 1) for column in zip(*parts, strict=True)]


def _column_places(line: str, sign: str) -> list[int]:
    return [at for at, letter in enumerate(line) if letter == sign]


def _read_simple(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    """Read a table whose columns have dashes below their heads, or above the first row."""
    if silent or state.is_code_block(first) or state.isEmpty(first):
        return False
    opens = _DASHES.match(_line(state, first)) is not None
    begin = first + 1 if opens else first
    middle = _rule_below(state, begin, end) if opens else first + 1
    has_rows = middle + 1 < end and not state.isEmpty(middle + 1)
    if not has_rows or not _GROUPS.match(_line(state, middle)):
        if not (opens and _GROUPS.match(_line(state, first))):
            return False
        middle, begin = first, first  # a table without a head
    last, is_closed = _last_line(state, middle + 1, end, blank=opens)
    if last <= middle + 1 or (opens and not is_closed):
        return False
    heads = [_line(state, at) for at in range(begin, middle)]
    body = [_line(state, at) for at in range(middle + 1, last)]
    rows = _simple_rows(heads, _line(state, middle), body)
    if not rows:
        return False
    push_ruled(state, rows, (first, last + is_closed))
    return True


def _line(state: "StateBlock", number: int) -> str:
    return state.getLines(number, number + 1, state.blkIndent, False).expandtabs(4).rstrip()


def _rule_below(state: "StateBlock", begin: int, end: int) -> int:
    """Return the line of dashes below the heads of the columns; the end if there is none."""
    for number in range(begin, min(end, begin + _HEAD_MOST)):
        if state.isEmpty(number):
            break
        if number > begin and _GROUPS.match(_line(state, number)):
            return number
    return end


def _last_line(state: "StateBlock", begin: int, end: int, *, blank: bool) -> tuple[int, bool]:
    """Return the line behind the rows of a table, and whether it is a line of dashes.

    Args:
        state: the reading.
        begin: the first row.
        end: the line behind the block around the table.
        blank: whether blank lines may stand between rows.
    """
    for number in range(begin, end):
        if not may_scan(state.env, 1):
            return begin, False
        if state.isEmpty(number) and not blank:
            return number, False
        if _DASHES.match(_line(state, number)):
            return number, True
    return end, False


def _simple_rows(heads: Sequence[str], rule: str, body: Sequence[str]) -> list[Row]:
    """Return the rows of a table; none if a word stands in two columns."""
    starts = [found.start() for found in re.finditer(r"-+", rule)]
    if len(starts) > _CELLS_MOST:
        return []
    bounds = [0, *starts[1:]]
    if any(_cuts_word(line, at) for line in (*heads, *body) for at in bounds[1:]):
        return []
    rows = [Row(_joined_lines(heads, bounds), in_head=True)] if any(heads) else []
    # Where blank lines part the rows, a row may have several lines.
    is_parted = any(not line.strip() for line in body)
    group: list[str] = []
    for line in (*body, ""):
        if line.strip():
            group.append(line)
        if group and (not is_parted or not line.strip()):
            rows.append(Row(_joined_lines(group, bounds), in_head=False))
            group = []
    return rows


def _cuts_word(line: str, at: int) -> bool:
    return not line[at - 1 : at + 1].count(" ") and len(line) > at


def _joined_lines(lines: Sequence[str], bounds: Sequence[int]) -> list[tuple[str, int]]:
    ends = [*bounds[1:], None]
    parts = [[line[left:right].strip() for line in lines]
             for left, right in zip(bounds, ends, strict=True)]  # fmt: skip
    return [("\n".join(filter(None, column)), 1) for column in parts]


def push_ruled(state: "StateBlock", rows: Sequence[Row], place: tuple[int, int]) -> None:
    """Write rows of Markdown as a table in the place of lines."""
    state.push("table_open", "table", 1).map = list(place)
    for row in rows:
        tag = "th" if row.in_head else "td"
        state.push("tr_open", "tr", 1)
        for words, columns in row.cells:
            opening = state.push(f"{tag}_open", tag, 1)
            if columns > 1:
                opening.attrSet("colspan", str(columns))
            _push_cell(state, words, place)
            state.push(f"{tag}_close", tag, -1)
        state.push("tr_close", "tr", -1)
    state.push("table_close", "table", -1)
    state.line = place[1]


def _push_cell(state: "StateBlock", words: str, place: tuple[int, int]) -> None:
    """Write the Markdown of a cell: a line of words, or blocks."""
    lines = words.split("\n")
    margin = min((len(one) - len(one.lstrip()) for one in lines if one.strip()), default=0)
    words = "\n".join(one[margin:].rstrip() for one in lines).strip("\n")
    # A cell with a table is a line of words: a table in a table in a table would have no end.
    if _BLOCKS.search(words) and "--" not in words:
        state.md.block.parse(words, state.md, state.env, state.tokens)
        return
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = words, list(place), []
