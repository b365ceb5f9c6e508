"""Cells that are shown again: a table goes in, its spanning cells come out cut at rows.

A cell that spans rows over the end of a page names the rows of the next page, too. So the cell is
cut at the row that begins the next page, and its words are shown again there.
"""

import itertools
from collections.abc import Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element

from printkit.press.tables.grid import PlacedCell, TableGrid, grid_of

_LONGEST = 300  # characters; a longer cell is a text, and no name of its rows
_PICTURES = ("figure", "img", "svg")
_ASIDES = ("note-ref", "address")


def cuts_at(source: Element, starts: Sequence[int]) -> tuple[int, ...]:
    """Return those rows at the beginning of a page that a spanning cell of the body reaches.

    Args:
        source: a table.
        starts: the numbers of the rows that begin a page.
    """
    grid = grid_of(source)
    return tuple(row for row in starts if any(True for _ in _crossing(grid, row)))


def repeat_at(table: Element, cuts: Sequence[int]) -> None:
    """Cut the spanning cells of a table at rows, and show each cell again behind the cut.

    The attribute `data-rowspan` keeps the whole span of the cell for its tags.
    """
    grid = grid_of(table)
    for cell in {id(cell): cell for cut in cuts for cell in _crossing(grid, cut)}.values():
        edges = [cell.rows.start, *(cut for cut in cuts if cut in cell.rows[1:]), cell.rows.stop]
        cell.element.set("data-rowspan", str(len(cell.rows)))
        for first, end in itertools.pairwise(edges):
            shown = cell.element
            if first != cell.rows.start:
                shown = copy_bare(cell.element)
                shown.set("class", f"{shown.get('class', '')} repeated".strip())
                _insert(grid, first, cell, shown)
            shown.set("rowspan", str(end - first))


def _crossing(grid: TableGrid, row: int) -> list[PlacedCell]:
    """Return the short cells of the body that begin above a row and span the row."""
    above = (cell for cells in grid.cells[grid.head_rows : row] for cell in cells)
    return [cell for cell in above if row in cell.rows and _is_short(cell.element)]


def _is_short(cell: Element) -> bool:
    return 0 < len("".join(cell.itertext()).strip()) <= _LONGEST


def _insert(grid: TableGrid, row: int, cell: PlacedCell, shown: Element) -> None:
    """Put a cell into a row, before the first cell of a later column."""
    behind = (one for one in grid.cells[row] if one.columns.start > cell.columns.start)
    at = list(grid.rows[row])
    following = next(behind, None)
    grid.rows[row].insert(at.index(following.element) if following else len(at), shown)


def copy_bare(cell: Element) -> Element:
    """Return a copy of a cell that has its words alone.

    The copy has no ids, links, marks of notes and pictures: these are in the cell itself.
    """
    bare = deepcopy(cell)
    for element in list(bare.iter()):
        element.attrib.pop("id", None)
        element.attrib.pop("href", None)
        if element.tag == "a":
            element.tag = "span"
        for child in [one for one in element if _is_aside(one)]:
            _remove(element, child)
    return bare


def _is_aside(element: Element) -> bool:
    own = element.get("class", "").split()
    return element.tag in _PICTURES or any(name in own for name in _ASIDES)


def _remove(parent: Element, child: Element) -> None:
    """Remove an element, and keep the words behind the element."""
    at = list(parent).index(child)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)
