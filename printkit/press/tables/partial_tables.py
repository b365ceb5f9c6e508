"""A table goes in with the columns of each part, a table of its own comes out for each part."""

from collections.abc import Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from printkit.press.tables.grid import SECTIONS, TableGrid
from printkit.press.tables.repeated_cells import copy_bare


def part_table(table: Element, grid: TableGrid, parts: Sequence[Sequence[int]]) -> list[Element]:
    """Return a table for each part, with a caption that counts the parts.

    The words of a cell that several parts have are in the first of them; the others have a copy
    without pictures and links.

    Args:
        table: the whole table; stays as it is.
        grid: its grid.
        parts: the columns of each part.
    """
    shown: set[Element] = set()
    made = [_part(table, grid, columns, shown) for columns in parts]
    for number, part in enumerate(made):
        part.insert(0, _counted_caption(table, number, len(made)))
        if number:
            part.attrib.pop("id", None)
    return made


def _part(table: Element, grid: TableGrid, columns: Sequence[int], shown: set[Element]) -> Element:
    part = Element(table.tag, dict(table.attrib))
    wanted, row = set(columns), 0
    for section in (one for one in table if one.tag in SECTIONS):
        own = SubElement(part, section.tag, dict(section.attrib))
        for old in section.findall("tr"):
            new = SubElement(own, "tr", dict(old.attrib))
            for cell in grid.cells[row]:
                if width := len(wanted.intersection(cell.columns)):
                    first = cell.element not in shown
                    new.append(_narrowed(cell.element, width, whole=first))
                    shown.add(cell.element)
            row += 1
    return part


def _narrowed(cell: Element, width: int, *, whole: bool) -> Element:
    made = deepcopy(cell) if whole else copy_bare(cell)
    made.tail = None
    made.attrib.pop("colspan", None)
    if width > 1:
        made.set("colspan", str(width))
    return made


def _counted_caption(table: Element, number: int, count: int) -> Element:
    """Return the caption of a part: the caption of the table, and the number of the part."""
    given = table.find("caption")
    caption = Element("caption") if given is None else given
    made = copy_bare(caption) if number else deepcopy(caption)
    made.tail = None
    space = " " if "".join(made.itertext()).strip() else ""
    SubElement(made, "span").text = f"{space}({number + 1}/{count})"
    return made
