"""The notes at an article's end: a numbered list of the web addresses that its text links to."""

from collections.abc import Sequence
from typing import NamedTuple

from printkit.copyedit.clean_copy import Note
from printkit.markup.cross_references import CrossReferences

# WeasyPrint balances columns by trying one height after another. With one very long address in
# the columns, this takes minutes.
_LONGEST_IN_COLUMNS = 120


class NoteLine(NamedTuple):
    """A note as it is printed.

    Attributes:
        number: the number that stands behind the link in the text.
        url: the web address that is printed.
        target: where the printed address leads: to the web, or within the issue.
        page: `page 12`, if the address belongs to another article of the issue; else empty.
    """

    number: int
    url: str
    target: str
    page: str


def note_lines(notes: Sequence[Note], links: CrossReferences) -> tuple[NoteLine, ...]:
    """Return an article's notes, with pages where they lead to other articles of the issue."""
    return tuple(
        NoteLine(note.number, note.url, links.target(note.url), links.page(note.url))
        for note in notes
    )


def notes_width(notes: Sequence[Note]) -> str:
    """Return the CSS class of notes: `is-wide` if an address is too long for a column."""
    longest = max((len(note.url) for note in notes), default=0)
    return "is-wide" if longest > _LONGEST_IN_COLUMNS else ""
