"""Plain values that travel down the line between the workshops."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from printkit.article import Article, Image
from printkit.remarks import Remark


@dataclass(frozen=True)
class Picture:
    """A gathered picture: bytes ready for the press, and what its file says of it.

    Attributes:
        url: the name the page markup uses for it, `picture:<sha256>`; only the press
            resolves it.
        data: JPEG or PNG bytes, upright, RGB or grey, 8 bits a channel.
        mime: `image/jpeg` or `image/png`.
        width, height: in pixels, upright.
        image: the record's Image, its empty fields filled from the file; `provenance`
            in it says which field came from where.
    """

    url: str
    data: bytes = field(repr=False)
    mime: str
    width: int
    height: int
    image: Image


@dataclass(frozen=True)
class LostPicture:
    """A picture that could not be had: printed as a ruled box, never left out.

    Attributes:
        image: the record's Image as it came.
        reason: why, in a few words.
    """

    image: Image
    reason: str


@dataclass(frozen=True)
class Gathered:
    """What a page may use: every Image that was asked for, by its src, found or lost."""

    by_src: Mapping[str, Picture | LostPicture]
    remarks: tuple[Remark, ...] = ()

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """The found pictures by their url: all that the press will serve."""
        return {one.url: one for one in self.by_src.values() if isinstance(one, Picture)}


class FileMetadata(NamedTuple):
    """What goes into a file beside its pages.

    Attributes:
        record: the article's record as JSON text; attached as `article.json`.
        dated: the moment the attachment bears; from the record, so that bytes come out equal.
        packet: the XMP packet of a file that may claim all its profile promises.
        humble_packet: the same without any claim, for a file that lacks a glyph.
    """

    record: str
    dated: datetime
    packet: str
    humble_packet: str


class PrintedText(NamedTuple):
    """A text that must be on paper.

    Attributes:
        field: the field of the record that the text comes from, such as `images.caption`;
            `body` for each block of the body. On the digest's own pages, the page's part.
        words: the text as the page shows it.
        article: the id prefix of the article, if several articles are on the page; else empty.
    """

    field: str
    words: str
    article: str = ""


_NO_ARTICLES: Mapping[str, Article] = {}


class PageMarkup(NamedTuple):
    """A page ready for the press.

    Attributes:
        html: the whole page.
        printed: every text that must be on paper, in reading order.
        metadata: what goes into the file beside the page; None for the digest's own pages.
        archive: whether the file is to be PDF/A-3A and PDF/UA-1; else it claims nothing.
        remarks: what was noticed in making it.
        articles: the articles that the page prints, in their order, by the id prefix that
            `printed` gives each of them; none on the digest's own pages.
        ids: the ids that contents, lists and links of an issue lead to.
    """

    html: str
    printed: tuple[PrintedText, ...]
    metadata: FileMetadata | None = None
    archive: bool = True
    remarks: tuple[Remark, ...] = ()
    articles: Mapping[str, Article] = _NO_ARTICLES
    ids: tuple[str, ...] = ()


def opening_anchor(prefix: str) -> str:
    """Return the id of an article's opening: all that stands above the text of the article."""
    return f"{prefix}.0"


class Position(NamedTuple):
    """A place on a page: the page counted from 0, and points from its lower left corner."""

    page: int
    x: float
    y: float


class Bookmark(NamedTuple):
    """An entry of the outline; `level` counts from 1, and entries follow in reading order."""

    level: int
    label: str
    place: Position


@dataclass(frozen=True)
class Face:
    """A face as some pages use it: what it takes to make one subset of several.

    Attributes:
        name: its key in the pages' font resources; the same for the same face everywhere.
        program: the SHA-256 of the whole font file, by which the cache keeps it.
        index: which font of a collection it is.
        glyphs: the text of each glyph used, by glyph number.
        widths: the advance of each, in thousandths of the size.
    """

    name: str
    program: str
    index: int
    glyphs: Mapping[int, str]
    widths: Mapping[int, float]


@dataclass(frozen=True)
class Pages:
    """Printed, tagged pages: what the press hands on.

    Attributes:
        pdf: the whole file's bytes.
        page_count: how many pages.
        missing: characters no font had, sorted, each once.
        remarks: what the press noticed.
        anchors: the places of the page's ids, by id.
        tops: the upper edge of the text area of each page, in points from the sheet's lower edge.
        bookmarks: the outline.
        faces: the fonts, each with the glyphs that are used; of pages for binding only.
    """

    pdf: bytes = field(repr=False)
    page_count: int
    missing: str = ""
    remarks: tuple[Remark, ...] = ()
    anchors: Mapping[str, Position] = field(default_factory=dict, repr=False)
    tops: tuple[float, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    faces: tuple[Face, ...] = field(default=(), repr=False)
