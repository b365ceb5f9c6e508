"""Number the pages of a book once: takes parts in their order, gives one row for each part.

Contents, running heads, page labels, links and accounts read this table; so no two of them can
disagree. Roman and arabic pages are counted apart. The front matter has roman folios: if its
contents take a page more, the folios of the articles stay the same.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from printkit.bindery.book import Insert, Numbering, Part
from printkit.pages import Position

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class PartPages(NamedTuple):
    """The pages of a part in the book.

    Attributes:
        part: the part or the insert.
        start: the number of pages of the book that stand before the part.
        first: the number of the part's first page, counted among all pages of its numbering.
    """

    part: Part | Insert
    start: int
    first: int

    def folio(self, page: int = 0) -> str:
        """Return the folio of a page of the part, `iv` or `12`; the part's first page is page 0."""
        return folio(self.part.numbering, self.first + page)

    def in_book(self, position: Position) -> Position:
        """Return the same position with its page counted from the first page of the book."""
        return position._replace(page=self.start + position.page)


def page_table(parts: Sequence[Part | Insert]) -> tuple[PartPages, ...]:
    """Return the row of each part, in their order."""
    rows, start = [], 0
    counted: Counter[Numbering] = Counter()
    for part in parts:
        rows.append(PartPages(part, start, counted[part.numbering] + 1))
        counted[part.numbering] += part.page_count
        start += part.page_count
    return tuple(rows)


def folios(table: Iterable[PartPages]) -> dict[str, str]:
    """Return the folio of every place that links lead to, by its anchor."""
    return {
        anchor: row.folio(row.part.position(anchor).page)
        for row in table
        for anchor in row.part.targets
    }


def folio(numbering: Numbering, number: int) -> str:
    """Return a page's number as it is printed: `iv` or `12`."""
    if numbering == "arabic":
        return str(number)
    numeral = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral
