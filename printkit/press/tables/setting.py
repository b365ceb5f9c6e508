"""A table of a page goes in with a form, the same table comes out set in this form.

Classes choose the type and the page; `styles/base/text.css` says what they mean. A cell that is
shown again has the class `repeated`: the tags of the page leave such a cell out.
"""

from copy import deepcopy
from xml.etree.ElementTree import Element

from printkit.press.tables.forms import TableForm
from printkit.press.tables.grid import cells_of, grid_of
from printkit.press.tables.partial_tables import part_table
from printkit.press.tables.repeated_cells import repeat_at
from printkit.press.tables.strings import has_string


def set_table(source: Element, form: TableForm) -> list[Element]:
    """Return the pieces of a table in a form: one, or one for each part.

    Args:
        source: the table as it was parsed; stays as it is.
        form: the form.
    """
    parted = part_table(source, grid_of(source), form.parts)
    pieces = parted or [deepcopy(source)]
    for number, piece in enumerate(pieces):
        piece.tail = None
        _add_classes(piece, *_classes(form))
        for cell in filter(has_string, cells_of(piece)):
            _add_classes(cell, "has-strings")
        if form.cuts:
            repeat_at(piece, form.cuts[number])
    pieces[-1].tail = source.tail
    return pieces


def across(piece: Element) -> Element:
    """Return a block around a piece that goes across all columns of the text."""
    block = Element("div", {"class": "table-across"})
    block.append(piece)
    block.tail, piece.tail = piece.tail, None
    return block


def _classes(form: TableForm) -> list[str]:
    chosen = {
        form.size: bool(form.size),
        "table-strings": form.breaks == "strings",
        "table-broken": form.breaks == "all",
        "table-turned": form.turned,
        "table-whole": form.whole,
    }
    return [name for name, holds in chosen.items() if holds]


def _add_classes(element: Element, *names: str) -> None:
    if added := " ".join(filter(None, (element.get("class"), *names))):
        element.set("class", added)
