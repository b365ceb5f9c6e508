"""A table of many rows goes in, a table of a few rows with columns of the same widths comes out.

To lay out a table of many rows takes seconds, and the press tries several forms. The least width
of a column is that of its widest word. So a table of the cells with the widest words tells the
form of the whole table.
"""

from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from heapq import nlargest
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from printkit.press.tables.grid import PlacedCell, TableGrid
from printkit.press.tables.strings import has_string
from printkit.text.patterns import regex

_MANY_ROWS = 24  # a table of fewer rows is its own sample
# In figures: the widest words of all columns together. A table of many rows costs much more than
# its sample, so that such a table is tried even if the table most likely fits.
_WIDE, _WIDE_OF_MANY_ROWS = 90, 40
_KEPT = 3  # cells of each column: hyphens may make the longest word narrower than the next
_GAP = 2  # figures; the space between two columns
_WORDS = regex(r"[^ \t\n\r\f]+")  # a no-break space ends no line
_BROAD = frozenset("MWmw@%—…")
_NARROW = frozenset("fijlrtI.,:;'’|!()[]-/ \u00a0\u202f")
_PICTURES = ("figure", "img", "svg")


class TableSample(NamedTuple):
    """A small table that stands for another table.

    Attributes:
        element: the small table.
        height_factor: how many times as high as the small table the other table is.
    """

    element: Element
    height_factor: float


def looks_wide(grid: TableGrid) -> bool:
    """Return whether a table may be wider than a page, by the letters of its widest words."""
    widths: defaultdict[int, float] = defaultdict(float)
    for cell in (cell for row in grid.cells for cell in row if len(cell.columns) == 1):
        column = cell.columns.start
        widths[column] = max(widths[column], _widest_word(cell.element) + _GAP)
    least = _WIDE if len(grid.rows) < _MANY_ROWS else _WIDE_OF_MANY_ROWS
    return sum(widths.values()) > least


def make_sample(table: Element, grid: TableGrid) -> TableSample:
    """Return a table with the head of a table, and with the widest cells of each of its columns.

    Args:
        table: the whole table; stays as it is.
        grid: its grid.
    """
    if len(grid.rows) < _MANY_ROWS:
        return TableSample(deepcopy(table), 1.0)
    sample = Element(table.tag, dict(table.attrib))
    sample.extend(deepcopy(one) for one in table if one.tag in ("caption", "thead"))
    body = SubElement(sample, "tbody")
    for cells in _sample_rows(grid):
        row, column = SubElement(body, "tr"), 0
        for cell in cells:
            _fill(row, cell.columns.start - column)
            row.append(_copied(cell))
            column = cell.columns.stop
        _fill(row, grid.column_count - column)
    return TableSample(sample, len(grid.rows) / (grid.head_rows + len(body)))


def _sample_rows(grid: TableGrid) -> Iterator[list[PlacedCell]]:
    """Yield rows of cells: cells of one column side by side, each wider cell alone."""
    places: defaultdict[range, list[PlacedCell]] = defaultdict(list)
    for cell in (cell for row in grid.cells[grid.head_rows :] for cell in row):
        places[cell.columns].append(cell)
    chosen = {place: _telling(cells) for place, cells in places.items()}
    single = [cells for place, cells in chosen.items() if len(place) == 1]
    for number in range(max(map(len, single), default=0)):
        row = [cells[number] for cells in single if number < len(cells)]
        yield sorted(row, key=lambda cell: cell.columns.start)
    for place, cells in chosen.items():
        if len(place) > 1:
            yield from ([cell] for cell in cells)


def _telling(cells: list[PlacedCell]) -> list[PlacedCell]:
    """Return the cells with the widest words, one with a long string, and one with a picture."""
    strings = [cell for cell in cells if has_string(cell.element)]
    plain = [cell for cell in cells if cell not in strings] if strings else cells
    found = nlargest(_KEPT, plain, key=lambda cell: _widest_word(cell.element)) + strings[:1]
    pictured = [cell for cell in cells if _shows_picture(cell.element)]
    return found + [cell for cell in pictured[:1] if cell not in found]


def _shows_picture(cell: Element) -> bool:
    return any(one.tag in _PICTURES for one in cell.iter())


def _widest_word(cell: Element) -> float:
    """Return the width of the widest word of a cell, in figures, roughly."""
    words = "".join(cell.itertext())
    whole = "number" in cell.get("class", "").split()
    return max(map(_width, [words] if whole else _WORDS.findall(words)), default=0)


def _width(word: str) -> float:
    return sum(1.6 if one in _BROAD else 0.5 if one in _NARROW else 1 for one in word)


def _copied(cell: PlacedCell) -> Element:
    copied = deepcopy(cell.element)
    copied.tail = None
    copied.attrib.pop("rowspan", None)
    return copied


def _fill(row: Element, count: int) -> None:
    for _ in range(count):
        SubElement(row, "td")
