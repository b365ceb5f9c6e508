"""The outline of the book: takes the page table, gives bookmarks."""

from collections.abc import Iterable, Iterator

from printkit.bindery.page_table import PartPages
from printkit.pages import Bookmark


def make_bookmarks(table: Iterable[PartPages]) -> Iterator[Bookmark]:
    """Yield the bookmarks of the book: sections, then their articles, then their headings.

    A part without a section has its bookmarks on the first level.
    """
    section = ""
    for row in table:
        marks, own = row.part.bookmarks, row.part.section
        if own and own != section and marks:
            yield Bookmark(1, own, row.in_book(marks[0].place))
        section = own
        for level, label, position in marks:
            yield Bookmark(level + bool(section), label, row.in_book(position))
