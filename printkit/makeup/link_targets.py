"""Links within the book: takes the page table, gives the lines of the contents and the links."""

from collections.abc import Iterable, Iterator

from printkit.bindery.book import InternalLink
from printkit.bindery.page_table import PartPages
from printkit.markup.cross_references import CROSSING
from printkit.markup.entries import Listing
from printkit.wording.attribution import Attribution


def listings(table: Iterable[PartPages]) -> list[Listing]:
    """Return a line of the contents for every place that links lead to."""
    return [
        Listing(anchor, title, row.folio(row.part.position(anchor).page))
        for row in table
        for anchor, title in row.part.targets.items()
    ]


def internal_links(
    table: Iterable[PartPages], attribution: Attribution
) -> Iterator[tuple[str, InternalLink]]:
    """Yield the address of each link target of the book, and the link that leads to the target.

    Args:
        table: the pages of the whole book.
        attribution: gives the words that a screen reader says for a link, in the language of the
            issue.
    """
    for row in table:
        for anchor, title in row.part.targets.items():
            position = row.part.position(anchor)
            page = attribution.word("page", number=row.folio(position.page))
            words = attribution.word("comma").join(filter(None, (title, page)))
            yield f"{CROSSING}{anchor}", InternalLink(row.in_book(position), words)
