"""The form of a table: measures of a print go in, the form for the next print comes out.

A table that is wider than its room gets, until the table fits: breaks in words that are no words
of a language, such as addresses; all columns of text; smaller type; the smallest type; a turned
page of its own; parts of some of its columns each; and at last breaks in all words.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from printkit.press.tables.measuring import TableMeasures
from printkit.press.tables.parts import fewest_parts

Size = Literal["", "table-small", "table-smaller"]
SIZES: tuple[Size, ...] = ("", "table-small", "table-smaller")
_NEARLY = 1.12  # a table that is wider than its room by no more may fit with small type


class TableForm(NamedTuple):
    """How a table is set.

    Attributes:
        size: the class of its type size.
        breaks: which words are broken without a hyphen: none, those that are words of no
            language, or all.
        across: whether the table goes across all columns of the text.
        turned: whether the table has a turned page of its own.
        parts: the columns of each part; empty for a table in one piece.
        whole: whether no part is broken over pages.
        cuts: for each piece of the table, the rows at which spanning cells are shown again.
    """

    size: Size = ""
    breaks: Literal["none", "strings", "all"] = "none"
    across: bool = False
    turned: bool = False
    parts: tuple[tuple[int, ...], ...] = ()
    whole: bool = False
    cuts: tuple[tuple[int, ...], ...] = ()

    @property
    def is_told(self) -> bool:
        """Return whether a remark tells the form: a reader sees more of it than smaller type."""
        return self.turned or bool(self.parts) or self.breaks == "all"


class TableFacts(NamedTuple):
    """The properties of a table that are the same in all its forms.

    Attributes:
        groups: the columns that follow the labels, in groups that belong under one heading.
        labels: the number of leading columns that name the rows.
        has_strings: whether a cell has a long word of no language.
        height_factor: how many times as high as the printed table the whole table is; more than
            1 for the sample of a table.
    """

    groups: tuple[tuple[int, ...], ...]
    labels: int
    has_strings: bool
    height_factor: float = 1.0


Widths = Mapping[Size, TableMeasures]


def next_form(
    form: TableForm, pieces: Sequence[TableMeasures], tried: Widths, facts: TableFacts
) -> TableForm:
    """Return the form for the next print; the same form if the table fits or nothing helps.

    Args:
        form: the form of this print.
        pieces: the measures of each piece of the table in this print.
        tried: the measures of the whole table in each size that was printed, breaks settled.
        facts: of the table.
    """
    if all(piece.fits for piece in pieces):
        # A part of a table that would have room on a page is not broken over two pages.
        broken = form.parts and any(piece.starts for piece in pieces)
        low = all(piece.height <= piece.page_height for piece in pieces)
        return form._replace(whole=True) if broken and low else form
    seen = pieces[0]
    if facts.has_strings and form.breaks == "none":
        return form._replace(breaks="strings")
    if seen.in_columns and not form.across:
        return form._replace(across=True)
    if not form.turned and not form.parts and form.size != SIZES[-1]:
        nearly = form.size == "" and seen.width <= seen.room * _NEARLY
        return form._replace(size="table-small" if nearly else "table-smaller")
    if form.parts:
        return form._replace(breaks="all")
    return _turned(form, seen, tried) or _parted(form, seen, tried, facts)


def _turned(form: TableForm, seen: TableMeasures, tried: Widths) -> TableForm | None:
    """Return a turned form in the largest size that fits; None if no size does."""
    if form.turned:
        smaller = [size for size in tried if SIZES.index(size) > SIZES.index(form.size)]
        return form._replace(size=smaller[0]) if smaller else None
    fitting = [size for size in SIZES if size in tried and tried[size].width <= seen.turned_room]
    return form._replace(across=False, turned=True, size=fitting[0]) if fitting else None


def _parted(form: TableForm, seen: TableMeasures, tried: Widths, facts: TableFacts) -> TableForm:
    """Return a form of few parts: upright if all parts have room on one page, else turned."""
    upright = _parts(tried, seen.room, facts)
    smallest = tried[SIZES[-1]]
    if form.turned or not seen.turned_room:
        return form._replace(size=upright[0], parts=upright[1])
    if len(upright[1]) * smallest.height <= seen.page_height:
        return form._replace(size=upright[0], parts=upright[1])
    size, parts = _parts(tried, seen.turned_room, facts)
    return form._replace(across=False, turned=True, size=size, parts=parts)


def _parts(
    tried: Widths, room: float, facts: TableFacts
) -> tuple[Size, tuple[tuple[int, ...], ...]]:
    """Return the fewest parts that fit, and the largest size that needs no more parts."""
    made = {
        size: fewest_parts(tried[size].columns, facts.groups, facts.labels, room)
        for size in SIZES
        if size in tried
    }
    fewest = min(map(len, made.values()))
    return next((size, parts) for size, parts in made.items() if len(parts) == fewest)
