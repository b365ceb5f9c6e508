"""Columns of numbers: a body goes in, its cells of numbers come out marked, for CSS to align."""

import re

from printkit.copyedit import tree
from printkit.copyedit.tree import Node

# A number with its sign, currency or percent sign. A dash stands for a missing number.
_NUMBER = re.compile(r"[-+−–±~<>≈]?\s*[$€£¥]?\s*\d[\d.,:’'\u00a0\u2009\u202f ]*\s*(?:%|‰|[$€£¥])?")
_NONE = re.compile(r"[-–—.]?")


def mark_numbers(body: Node) -> None:
    """Give the cells of each column that holds nothing but numbers the class `number`."""
    for table in tree.each(body, "table"):
        # A rowspan moves cells of the next rows to the right. Then a cell's place in its row does
        # not tell its column, so the table is left as it is.
        if any(cell.get("rowspan") for cell in table.iter("td", "th")):
            continue
        rows = [list(row) for row in table.iter("tr")]
        rows = [row for row in rows if not any(cell.get("colspan") for cell in row)]
        for column in range(max(map(len, rows), default=0)):
            _mark([row[column] for row in rows if len(row) > column])


def _mark(column: list[Node]) -> None:
    data = [tree.words(cell) for cell in column if cell.tag == "td"]
    numbers = [text for text in data if _NUMBER.fullmatch(text)]
    if numbers and all(_NUMBER.fullmatch(text) or _NONE.fullmatch(text) for text in data):
        for cell in column:
            cell.set("class", "number")
