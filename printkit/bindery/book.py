"""A book before it is bound: printed parts in their order, and all that joins them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from printkit.pages import Bookmark, Pages, Position
from printkit.remarks import Remark

# Higher than any page: where somebody else's pages begin, whatever their height.
TOP = 14_400.0

Numbering = Literal["roman", "arabic"]


class LinkTarget(NamedTuple):
    """A place that links of the book lead to.

    Attributes:
        anchor: the id of the place; no two are alike in the book.
        title: the title of what begins there.
        position: on the pages of the part, counted from the part's first page.
    """

    anchor: str
    title: str
    position: Position


@dataclass(frozen=True)
class Part:
    """Pages that stay together: an article, a flowing section, the cover, the contents.

    Attributes:
        pages: printed without furniture, their ids unlike any other part's.
        title: the title of the part in the structure tree.
        language: BCP 47, or empty for the book's own.
        numbering: how the pages are counted; consecutive parts of one kind are counted on.
        section: the section of the issue that the part is in; may be empty.
        targets: the places on the pages that links lead to, the part itself first.
        furniture: running heads and folios, one page for each of the part's; None for none.
    """

    pages: Pages
    title: str
    language: str = ""
    numbering: Numbering = "arabic"
    section: str = ""
    targets: tuple[LinkTarget, ...] = ()
    furniture: Pages | None = None

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return self.pages.page_count

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The outline of the part."""
        return self.pages.bookmarks


@dataclass(frozen=True)
class Insert:
    """Pages of somebody else's PDF, bound in as they are.

    Attributes:
        pdf: a sanitised file.
        page_count: the number of pages.
        title: the title of the insert in contents, outline and structure tree.
        numbering: as of a part.
        tagged: True where its structure tree is to be bound in with the pages.
        anchor: the id that links to the insert bear.
    """

    pdf: bytes = field(repr=False)
    page_count: int
    title: str
    numbering: Numbering = "arabic"
    tagged: bool = False
    anchor: str = ""

    @property
    def section(self) -> str:
        """An insert stands outside all sections."""
        return ""

    @property
    def language(self) -> str:
        """The running heads of an insert are its own; no language is known here."""
        return ""

    @property
    def targets(self) -> tuple[LinkTarget, ...]:
        """The very top of the first page."""
        return (LinkTarget(self.anchor, self.title, Position(0, 0, TOP)),)

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """One entry for the whole insert."""
        return (Bookmark(1, self.title, Position(0, 0, TOP)),)


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
        return sum(part.page_count for part in self.parts)


class Inserts(NamedTuple):
    """Pages of other people's PDFs.

    Attributes:
        prepended: the inserts that follow the cover.
        appended: the inserts that follow the articles.
        remarks: on these PDFs.
    """

    prepended: tuple[Insert, ...] = ()
    appended: tuple[Insert, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def pdfs(self) -> tuple[bytes, ...]:
        """The files of all inserts."""
        return tuple(one.pdf for one in (*self.prepended, *self.appended))
