"""Columns of numbers: a body goes in, its cells of numbers come out marked, for CSS to align."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex
from printkit.text.table_grid import first_columns, span_of

_CURRENCY = "[$€£¥₹₽₩₺₴₦฿₫₪]"
_SPACE = "[ \u00a0\u2009\u202f]?"
_MYRIAD = "[千万萬億亿兆천만억조]"  # words within the numbers of Chinese, Japanese and Korean
# A number with its sign, its currency before or behind, its unit, and a mark of a note. Digits in
# groups have one sign between two groups. Each piece is of other characters than its neighbours.
_NUMBER = regex(
    rf"\(?[-+−–±~<>≈≤≥]?{_SPACE}(?P<before>[A-Z]{{0,2}}{_CURRENCY}|[A-Z]{{3}})?{_SPACE}"
    rf"[-−–]?\d(?:(?:[-.,:’'·٫٬ \u00a0\u2007\u2009\u202f]|{_MYRIAD}[ \u00a0]?)?\d)*{_MYRIAD}{{0,2}}"
    r"(?:[.,][-–—])?"
    rf"{_SPACE}(?P<behind>[%‰°٪]|{_CURRENCY}|°[CF]|[^\W\d_]{{1,4}}[²³]?\.?)?\)?[*†‡]?"
)
_LONGEST = 40  # characters of a number
# A dash or a few letters stand for a missing number.
_NONE = regex(r"[-–—.…*]{0,3}|n\.? ?/? ?a\.?|k\. ?A\.|s\. ?d\.|x", re.IGNORECASE)


class _CellInColumns(NamedTuple):
    """A cell of one column, or of several."""

    element: Node
    columns: range


def mark_numbers(body: Node) -> None:
    """Give the cells of each column that holds nothing but numbers the class `number`."""
    for table in tree.each(body, "table"):
        cells = list(_placed(table))
        columns = defaultdict(list)
        for cell in cells:
            if len(cell.columns) == 1:
                columns[cell.columns.start].append(cell.element)
        of_numbers = {number for number, column in columns.items() if _is_of_numbers(column)}
        for element, taken in cells:
            one = len(taken) == 1 or (element.tag == "td" and _number_in(element))
            if one and of_numbers.issuperset(taken):
                element.set("class", "number")


def is_number(text: str) -> bool:
    """Tell whether a text is only a number, with its sign, currency and unit."""
    said = " ".join(text.split())
    return len(said) <= _LONGEST and bool(_NUMBER.fullmatch(said))


def _placed(table: Node) -> Iterator[_CellInColumns]:
    for section in table:
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in section]
        spans = [[span_of(cell) for cell in row] for row in rows]
        for row, widths, starts in zip(rows, spans, first_columns(spans), strict=True):
            for cell, (width, _height), start in zip(row, widths, starts, strict=True):
                yield _CellInColumns(cell, range(start, start + width))


def _is_of_numbers(column: Sequence[Node]) -> bool:
    """Return whether all cells are numbers of one unit, or stand for a missing number."""
    data = [cell for cell in column if cell.tag == "td"]
    numbers = [found for cell in data if (found := _number_in(cell))]
    others = sum(1 for cell in data if _is_none(cell))
    words = [(_word(one["before"]), _word(one["behind"])) for one in numbers]
    # A word beside a single number may be no unit: `3 pier`.
    units = not any(map(any, words)) or len(numbers) > 1
    return bool(numbers) and len(numbers) + others == len(data) and len(set(words)) == 1 and units


def _number_in(cell: Node) -> re.Match[str] | None:
    text = tree.words(cell)
    return _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None


def _is_none(cell: Node) -> bool:
    text = tree.words(cell)
    return len(text) <= _LONGEST and bool(_NONE.fullmatch(text))


def _word(found: str | None) -> str:
    """Return a currency or a unit that is a word; signs may differ within a column."""
    return found if found and found[0].isalpha() else ""
