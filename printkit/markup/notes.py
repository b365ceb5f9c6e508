"""The notes at an article's end, by number: its own notes, and the addresses that it links to."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from printkit.copyedit.clean_copy import FigureHole, Hole, Note
from printkit.markup.cross_references import CrossReferences
from printkit.markup.holes import fill_holes
from printkit.text.printed_address import printed_address

# WeasyPrint (layout/column.py) balances columns by trying one height after another. With one very
# long address in the columns, this takes minutes.
_LONGEST_IN_COLUMNS = 120


class NoteLine(NamedTuple):
    """A note as it is printed.

    Attributes:
        number: the number that stands behind the link in the text.
        url: the web address that is printed; empty if the note has a text.
        target: where the printed address leads: to the web, or within the issue.
        page: `page 12`, if the address belongs to another article of the issue; else empty.
        text: the text of a note of the body, as HTML; empty if the note is an address.
        mark: the id of the mark in the text; empty if the note is an address, or has no mark.
        words: the words of the text, block by block.
    """

    number: int
    url: str
    target: str
    page: str
    text: Markup = Markup()
    mark: str = ""
    words: tuple[str, ...] = ()

    @property
    def printed(self) -> Iterator[str]:
        """The words of the note on paper, without its number."""
        if self.text:
            yield from self.words
        else:
            yield printed_address(self.url) + (f" {self.page}" if self.page else "")


def note_lines(
    notes: Sequence[Note], links: CrossReferences, fill: Callable[[Hole], str] | None = None
) -> tuple[NoteLine, ...]:
    """Return an article's notes, with pages where they lead to other articles of the issue.

    Args:
        notes: the notes of the clean copy.
        links: gives the address and the page of each address.
        fill: returns the HTML for a hole in a note; None if only links leave holes.
    """
    return tuple(
        NoteLine(
            note.number,
            note.url,
            links.target(note.url),
            links.page(note.url),
            fill_holes(note.text, fill or links.fill),
            note.mark,
            note.blocks,
        )
        for note in notes
    )


def notes_width(notes: Sequence[Note]) -> str:
    """Return the CSS class of notes: `is-wide` if an address or a word is too long for a column.

    Tables and pictures in a note need the width of the text, too.
    """
    if any(isinstance(one, FigureHole) or "<table" in one for note in notes for one in note.text):
        return "is-wide"
    words = (word for note in notes for word in (note.url, *" ".join(note.blocks).split()))
    longest = max(map(len, words), default=0)
    return "is-wide" if longest > _LONGEST_IN_COLUMNS else ""
