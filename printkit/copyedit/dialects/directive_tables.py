"""Tables of MyST: the lines of a directive go in, the tokens of a table come out.

A `list-table` has a list of rows, each a list of cells; a `csv-table` has values between commas. A
`table` has a table of Markdown, and a title.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.ruled_tables import Row, push_ruled
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

TABLES = frozenset(["list-table", "csv-table", "table"])
"""Directives that are tables."""

_ROW = regex(r"[*-][ ]{1,3}[*-](?:[ ]|$)")
_CELL = regex(r"[ ]{1,4}[*-](?:[ ]|$)")


def push_directive_table(
    state: "StateBlock", name: str, title: str, options: Mapping[str, str], lines: tuple[int, int]
) -> bool:
    """Write a table with its title; tell whether the lines are a table.

    Args:
        state: the reading.
        name: of the directive.
        title: the words behind the name.
        options: of the directive; the heads of the columns are among them.
        lines: the first line and the line behind the last line.
    """
    text = state.getLines(*lines, state.blkIndent, False)
    source = text.splitlines()
    rows = _rows_of_list(source) if name == "list-table" else _rows_of_values(source, options)
    if name != "table" and not rows:
        return False
    if title:
        _push_caption(state, title, lines)
    if name == "table":
        state.md.block.tokenize(state, *lines)
        return True
    heads = options.get("header-rows", "")
    in_head = int(heads) if re.fullmatch(r"\d{1,3}", heads) else int("header" in options)
    cells = [Row([(cell, 1) for cell in row], at < in_head) for at, row in enumerate(rows)]
    push_ruled(state, cells, lines)
    return True


def _rows_of_list(source: Sequence[str]) -> list[list[str]]:
    """Return the cells of a list of lists; none if a line belongs to no cell."""
    rows: list[list[str]] = []
    for line in source:
        if found := _ROW.match(line):
            rows.append([line[found.end() :]])
        elif rows and (found := _CELL.match(line)):
            rows[-1].append(line[found.end() :])
        elif rows:
            rows[-1][-1] += f"\n{line.strip()}"
        elif line.strip():
            return []
    return rows


def _rows_of_values(source: Sequence[str], options: Mapping[str, str]) -> list[list[str]]:
    """Return the values between commas; the first row may stand in an option."""
    heads = [options["header"]] if options.get("header") else []
    try:
        read = list(csv.reader([*heads, *source], skipinitialspace=True))
    except csv.Error:
        return []
    return [row for row in read if row]


def _push_caption(state: "StateBlock", title: str, place: tuple[int, int]) -> None:
    """Write the paragraph that `table_captions` reads as a caption."""
    state.push("paragraph_open", "p", 1).map = list(place)
    line = state.push("inline", "", 0)
    line.content, line.map, line.children = f"Table: {title}", list(place), []
    state.push("paragraph_close", "p", -1)
