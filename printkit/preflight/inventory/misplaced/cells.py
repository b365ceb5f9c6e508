"""Cells of tables that the page shows in another column than the record."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from lxml import etree

from printkit.preflight.inventory.html_trees import all_words
from printkit.preflight.inventory.misplaced.compared import Compared
from printkit.remarks import Removed
from printkit.text.comparing import letters
from printkit.text.patterns import regex

_SPAN_MOST = 1000  # of HTML
_TRIES = 20  # rows with equal words that are looked at
_DELIMITERS = regex(r"^[ >]{0,9}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$", re.MULTILINE)
_BAR = regex(r"(?<!\\)\|")

_FilledCells = tuple[tuple[str, int], ...]
"""The words of the filled cells of a row with their columns; sorted."""

_Shown = dict[tuple[str, ...], list[_FilledCells]]
"""The rows of the page by the words of their cells."""


def misplaced_cells(one: Compared) -> Iterator[Removed]:
    """Yield a row of each table whose cells have other columns than those of the rows above.

    A page may leave out a column that is empty, so columns are compared within a table.
    """
    tables = [*map(_rows, one.body.iter("table")), *_tables_of_markdown(one.markdown)]
    if not any(tables):
        return
    shown: _Shown = defaultdict(list)
    for table in one.page.iter("table"):
        for row in _rows(table):
            shown[_words(row)].append(row)
    for rows in tables:
        if wrong := _first_wrong(rows, shown):
            yield Removed("row of other columns", wrong, "table tr")


def _first_wrong(
    rows: Sequence[_FilledCells], shown: dict[tuple[str, ...], list[_FilledCells]]
) -> str:
    """Return the words of the first row that is on the page, but in other columns."""
    columns: dict[int, int] = {}
    for row in rows:
        places = shown.get(_words(row), [])[:_TRIES]
        if len(row) < 2 or not places:
            continue
        fitting = next((place for place in places if _fits(row, place, columns)), None)
        if fitting is None:
            return " | ".join(word for word, _ in sorted(row, key=itemgetter(1)))
        columns |= {old: new for (_, old), (_, new) in zip(row, fitting, strict=True)}
    return ""


def _fits(row: _FilledCells, place: _FilledCells, columns: dict[int, int]) -> bool:
    """Tell whether the cells of a row stand in the columns of the rows above, in their order."""
    pairs = sorted({old: new for (_, old), (_, new) in zip(row, place, strict=True)}.items())
    whole = sorted({**columns, **dict(pairs)}.items())
    return all(columns.get(old, new) == new for old, new in pairs) and all(
        one[1] < other[1] for one, other in pairwise(whole)
    )


def _words(row: _FilledCells) -> tuple[str, ...]:
    return tuple(words for words, _ in row)


def _rows(table: etree._Element) -> list[_FilledCells]:
    rows, held = [], dict[int, int]()  # for each column, how many rows a cell still goes on
    # Of a table in a table, a page may make anything.
    for row in table.iter("tr") if table.find(".//table") is None else ():
        cells, column = [], 0
        held = {at: left - 1 for at, left in held.items() if left > 1}
        own: dict[int, int] = {}
        for cell in row.iterchildren("td", "th"):
            while column in held:
                column += 1
            if words := letters(all_words(cell)):
                cells.append((words, column))
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            own |= dict.fromkeys(range(column, column + across), down) if down > 1 else {}
            column += across
        held |= own
        rows.append(tuple(sorted(cells)))
    return rows


def _span(cell: etree._Element, name: str) -> int:
    written = (cell.get(name) or "").strip()
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 1
    return min(max(number, 1), _SPAN_MOST)


def _tables_of_markdown(source: str) -> Iterator[list[_FilledCells]]:
    """Yield the rows of tables that are drawn with bars."""
    for line in _DELIMITERS.finditer(source) if "|" in source else ():
        above = source[: line.start()].rstrip("\n").rpartition("\n")[2]
        below = source[line.end() :].lstrip("\n")
        rows = [above]
        for row in below[:20_000].split("\n"):
            if "|" not in row:
                break
            rows.append(row)
        yield [_row_of_bars(row) for row in rows]


def _row_of_bars(row: str) -> _FilledCells:
    cells = _BAR.split(row.strip().removeprefix("|"))
    found = ((letters(cell), column) for column, cell in enumerate(cells))
    return tuple(sorted(one for one in found if one[0]))
