"""A book before it is bound: printed parts in their order, and all that joins them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from printkit.pages import Bookmark, Pages, Position

# Higher than any page: where somebody else's pages begin, whatever their height.
TOP = 14_400.0

Numbering = Literal["roman", "arabic"]


@dataclass(frozen=True)
class Part:
    """Pages that stay together: an article, a flowing section, the cover, the contents.

    Attributes:
        pages: printed without furniture, their ids unlike any other part's.
        title: what the part is called in the structure tree.
        language: BCP 47, or empty for the book's own.
        numbering: how its pages are counted; consecutive parts of one kind are counted on.
        furniture: running heads and folios, one page for each of the part's; None for none.
    """

    pages: Pages
    title: str
    language: str = ""
    numbering: Numbering = "arabic"
    furniture: Pages | None = None


@dataclass(frozen=True)
class Insert:
    """Somebody else's pages, bound in as they are.

    Attributes:
        pdf: a sanitised file.
        page_count: how many pages.
        title: what it is called in contents, outline and structure tree.
        numbering: as of a part.
        tagged: whether its structure tree is to be bound in with the pages.
    """

    pdf: bytes = field(repr=False)
    page_count: int
    title: str
    numbering: Numbering = "arabic"
    tagged: bool = False


class Jump(NamedTuple):
    """Where a link of the issue to itself leads.

    Attributes:
        place: in the whole book, the page counted from 0.
        words: what a screen reader says of it, `The harbour reopens, page 12`.
    """

    place: Position
    words: str


class Enclosure(NamedTuple):
    """A file in the file: an article's record.

    Attributes:
        name: `article-2019-09-13-the-harbour-reopens.json`; no two alike.
        data: its bytes.
        description: one line.
        dated: the moment it bears.
    """

    name: str
    data: bytes
    description: str
    dated: datetime


@dataclass(frozen=True)
class Book:
    """All that is bound together.

    Attributes:
        parts: in the order of their pages.
        title: of the file.
        language: of the file, BCP 47.
        rightward: whether it is read from right to left, and folded so.
        bookmarks: the outline, with pages of the whole book.
        jumps: links that stay within the book, by the address that their annotation bears.
        enclosures: the records.
        packet: the XMP packet of a file that may claim all its profile promises.
        humble_packet: the same without any claim.
        dated: the moment the file bears.
        archive: whether it is to be PDF/A-3A and PDF/UA-1.
    """

    parts: tuple[Part | Insert, ...]
    title: str
    language: str
    rightward: bool = False
    bookmarks: tuple[Bookmark, ...] = ()
    jumps: Mapping[str, Jump] = field(default_factory=dict)
    enclosures: tuple[Enclosure, ...] = ()
    packet: str = ""
    humble_packet: str = ""
    dated: datetime | None = None
    archive: bool = True

    @property
    def page_count(self) -> int:
        """How many pages."""
        return sum(
            part.page_count if isinstance(part, Insert) else part.pages.page_count
            for part in self.parts
        )


class Inserts(NamedTuple):
    """Somebody else's pages: those that follow the cover, and those that follow the articles."""

    prepended: tuple[Insert, ...] = ()
    appended: tuple[Insert, ...] = ()
