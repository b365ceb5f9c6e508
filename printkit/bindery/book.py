"""A book before it is bound: printed parts in their order, and everything that joins them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from printkit.article import Article
from printkit.errors import InsertError
from printkit.pages import Bookmark, Pages, Position
from printkit.remarks import Remark
from printkit.text.comparing import alike

# In points, higher than any page. A link to this height shows the whole page (bindery/links.py).
# Links to an insert use this height, because its pages may be of any size.
TOP = 14_400.0
_START = Position(0, 0, TOP)

Numbering = Literal["roman", "arabic"]


@dataclass(frozen=True)
class Part:
    """Pages that stay together: an article, a flowing section, the cover, the contents.

    Attributes:
        pages: the pages, printed without furniture. No other part has any of their ids.
        title: the part's title in the structure tree.
        language: BCP 47; empty if it is the book's own language.
        numbering: whether folios are roman or arabic; each kind is counted through the book.
        section: the section of the issue that the part belongs to; may be empty.
        targets: the ids of the elements to which links lead, the part itself first; each with
            the title of its article or list. No other part has any of these ids.
        openings: the ids of the elements with which an article or list begins, each with the title
            for the running heads; none on the cover, which has no running heads.
        furniture: a page of running heads and folios for each page of the part; None if the
            part has no furniture.
    """

    pages: Pages
    title: str
    language: str = ""
    numbering: Numbering = "arabic"
    section: str = ""
    targets: Mapping[str, str] = field(default_factory=dict)
    openings: Mapping[str, str] = field(default_factory=dict)
    furniture: Pages | None = None

    @property
    def page_count(self) -> int:
        """Return the number of the part's pages."""
        return self.pages.page_count

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Return the bookmarks of the part's pages, to put into the outline of the book."""
        return self.pages.bookmarks

    def position(self, anchor: str) -> Position:
        """Return the place of an element; the top of the first page, if the element has none."""
        return self.pages.anchors.get(anchor, _START)


@dataclass(frozen=True)
class Insert:
    """Somebody else's pages, which are bound in as they are.

    Attributes:
        pdf: a sanitised file.
        page_count: the number of its pages.
        title: its title in the contents, the outline and the structure tree.
        numbering: whether folios are roman or arabic, as in a part.
        tagged: whether the insert's structure tree is to be bound in with its pages.
        anchor: the id by which links lead to the insert.
        outline: the bookmarks of the insert's own file.
        articles: the records that are embedded in the insert's own file.
        conforms: whether the insert keeps the standards that a file of printkit claims.
    """

    pdf: bytes = field(repr=False)
    page_count: int
    title: str
    numbering: Numbering = "arabic"
    tagged: bool = False
    anchor: str = ""
    outline: tuple[Bookmark, ...] = ()
    articles: tuple[Article, ...] = ()
    conforms: bool = False

    @property
    def section(self) -> str:
        """Return an empty text: an insert is in no section."""
        return ""

    @property
    def language(self) -> str:
        """Return an empty text: the language of an insert is not known here."""
        return ""

    @property
    def targets(self) -> Mapping[str, str]:
        """Return the insert's id with its title: links lead to the insert as a whole."""
        return {self.anchor: self.title}

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Return one bookmark for the whole insert, and below it the insert's own.

        If the only bookmark on the first level repeats the title, the title stands once.
        """
        first, *others = self.outline or (Bookmark(1, "", _START),)
        nested = tuple(one._replace(level=one.level + 1) for one in self.outline)
        if alike(first.label, self.title) and all(one.level > first.level for one in others):
            nested = tuple(others)
        return (Bookmark(1, self.title, _START), *nested)

    def position(self, _anchor: str) -> Position:
        """Return the top of the first page."""
        return _START


class InternalLink(NamedTuple):
    """A link from one part of the book to another.

    Attributes:
        place: the position the link leads to, on a page that counts from 0 in the whole book.
        words: the description that a screen reader speaks, `The harbour reopens, page 12`.
    """

    place: Position
    words: str


class EmbeddedFile(NamedTuple):
    """A file that is embedded in the bound file: the record of an article.

    Attributes:
        name: such as `article-2019-09-13-the-harbour-reopens.json`; no other file has this name.
        data: the file's bytes.
        description: one line about the file.
        dated: the date of creation and of change.
    """

    name: str
    data: bytes
    description: str
    dated: datetime


@dataclass(frozen=True)
class Book:
    """Everything that is bound together.

    Attributes:
        parts: the parts and inserts, in the order of their pages.
        title: the file's title.
        language: the file's language, BCP 47.
        rightward: whether the book is read from right to left and bound on the right.
        bookmarks: the outline, with pages of the whole book.
        internal_links: links within the book, by the address in their annotation.
        embedded_files: the records of the articles.
        packet: the XMP packet that claims the standards of the profile.
        humble_packet: the same packet without any claim.
        dated: the file's date of creation.
    """

    parts: tuple[Part | Insert, ...]
    title: str
    language: str
    rightward: bool = False
    bookmarks: tuple[Bookmark, ...] = ()
    internal_links: Mapping[str, InternalLink] = field(default_factory=dict)
    embedded_files: tuple[EmbeddedFile, ...] = ()
    packet: str = ""
    humble_packet: str = ""
    dated: datetime | None = None

    @property
    def page_count(self) -> int:
        """Return the number of pages of the whole book, inserts included."""
        return sum(part.page_count for part in self.parts)


@dataclass(frozen=True)
class MissingInsert:
    """Somebody else's PDF that cannot be bound in; a stub is printed in its place.

    Attributes:
        title: the name of the file, made readable.
        reason: why the file cannot be bound in, without the folder of the file.
        numbering, anchor: as in an insert.
        error: the error with the path of the file and the remedy, for the report.
    """

    title: str
    reason: str
    numbering: Numbering
    anchor: str
    error: InsertError = field(repr=False)


class Inserts(NamedTuple):
    """The inserts of a book.

    Attributes:
        prepended: the inserts after the cover.
        appended: the inserts after the articles.
        remarks: the remarks on all inserts.
    """

    prepended: tuple[Insert | MissingInsert, ...] = ()
    appended: tuple[Insert | MissingInsert, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def identities(self) -> tuple[bytes, ...]:
        """Return all values on which the printed inserts and their lines in the contents depend."""
        both = (*self.prepended, *self.appended)
        files = (one.pdf for one in both if isinstance(one, Insert))
        return (*(repr(one).encode() for one in both), *files)

    @property
    def errors(self) -> tuple[InsertError, ...]:
        """Return the error of each PDF that cannot be bound in."""
        both = (*self.prepended, *self.appended)
        return tuple(one.error for one in both if isinstance(one, MissingInsert))
