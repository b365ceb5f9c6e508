"""The values that one room (folder) hands to the next: pictures, page markup and printed pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from printkit.article import Article, Image
from printkit.remarks import Remark, Removed


@dataclass(frozen=True)
class Picture:
    """A use of a gathered picture: bytes ready for the press, and the words of this use.

    Attributes:
        url: the name of the picture in page markup, `picture:<sha256>`; only the press
            resolves the name.
        data: JPEG or PNG bytes, upright, RGB or grey, 8 bits a channel.
        mime: `image/jpeg` or `image/png`.
        width, height: in pixels, upright.
        image: the Image of this use, its empty fields filled from the file; `provenance`
            names the origin of each such field.
        pieces: the pieces that are printed in the place of a very tall picture, from top to bottom.
    """

    url: str
    data: bytes = field(repr=False)
    mime: str
    width: int
    height: int
    image: Image
    pieces: "tuple[Picture, ...]" = ()


@dataclass(frozen=True)
class LostPicture:
    """A use of a picture that could not be gathered: a ruled box is printed in its place.

    Attributes:
        image: the Image of this use.
        reason: why the picture is lost, in a few words.
        address: the address of the picture, for readers: on the web, if the picture has one.
    """

    image: Image
    reason: str
    address: str = ""


@dataclass(frozen=True)
class Gathered:
    """The pictures of an article, found or lost.

    Attributes:
        uses: one entry for each Image that was asked for, in the same order. Two uses of one
            picture share bytes and url, but each use has its own words.
        remarks: why pictures are lost, and what a use lacks.
    """

    uses: tuple[Picture | LostPicture, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """Return the found pictures by their url; the press serves no other pictures."""
        found = [one for one in self.uses if isinstance(one, Picture)]
        return {one.url: one for each in found for one in (each, *each.pieces)}


class FileMetadata(NamedTuple):
    """The metadata that a file holds besides its pages.

    Attributes:
        record: the article's record as JSON text; attached as `article.json`.
        dated: the date of the attachment; taken from the record, because a date of printing would
            change the bytes of the file each time.
        packet: the XMP packet, which claims every standard of the file's profile.
        humble_packet: the XMP packet that claims no standard, for a file with a character that
            no font has: such a file is neither PDF/UA nor PDF/A.
    """

    record: str
    dated: datetime
    packet: str
    humble_packet: str


class PrintedText(NamedTuple):
    """A text that must be on a printed page.

    Attributes:
        field: the field of the record that the text comes from, such as `images.caption`;
            `body` for each block of the body. On the digest's own pages, the name of the part,
            such as `contents`.
        words: the text as the page shows it.
        article: the id prefix of the article, if several articles are on the page; else empty.
    """

    field: str
    words: str
    article: str = ""


class ArticleOnPage(NamedTuple):
    """An article of page markup, with all that preflight compares with the pages.

    Attributes:
        article: the record.
        pictures: the address of every picture that the page shows, as often as it is shown; of a
            lost picture, too.
        figures: the id of the figure of each of these pictures.
        references: the web addresses whose links lead to another article of the issue instead.
        removed: everything that is not printed, and that a remark names; and the words that are
            printed in other signs, such as the source of a formula.
    """

    article: Article
    pictures: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()


_NO_ARTICLES: Mapping[str, ArticleOnPage] = {}
_NO_PICTURES: Mapping[str, Picture] = {}


class PageMarkup(NamedTuple):
    """A page ready for the press.

    Attributes:
        html: the whole page.
        printed: every text that must be on the printed pages, in reading order.
        pictures: the gathered pictures that the page shows, by their `picture:` address.
        metadata: the metadata of the file; None for the digest's own pages.
        archive: True for a file that is PDF/A-3A and PDF/UA-1, False for one without claims.
        remarks: what was removed or mended while the markup was made.
        articles: the articles that the page prints, in their order, by their id prefixes; the
            prefix of a single article is empty. The digest's own pages have no articles.
        ids: the ids of the headlines and pictures that contents, lists and links lead to.
        template: names the user's own template of the page in errors; empty for printkit's own.
    """

    html: str
    printed: tuple[PrintedText, ...]
    pictures: Mapping[str, Picture] = _NO_PICTURES
    metadata: FileMetadata | None = None
    archive: bool = True
    remarks: tuple[Remark, ...] = ()
    articles: Mapping[str, ArticleOnPage] = _NO_ARTICLES
    ids: tuple[str, ...] = ()
    template: str = ""


def opening_anchor(prefix: str) -> str:
    """Return the id of an article's opening, which is everything above the article's text."""
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
    """A font face, and the glyphs of it that some pages use.

    The bindery merges the faces of all parts into one subset for the whole file.

    Attributes:
        name: the key of the face in font resources; equal on all pages that use the face.
        program: the SHA-256 of the whole font file, which is its key in the cache.
        index: the number of the face in a font collection, else 0.
        glyphs: the text of each used glyph, by glyph number.
        widths: the advance of each used glyph, in thousandths of the type size.
    """

    name: str
    program: str
    index: int
    glyphs: Mapping[int, str]
    widths: Mapping[int, float]


@dataclass(frozen=True)
class Pages:
    """Printed, tagged pages, as the press makes them.

    Attributes:
        pdf: the whole file's bytes.
        page_count: the number of pages.
        missing: the characters that no font has, sorted, each once.
        remarks: what the press noticed, such as a lost font that WeasyPrint logged.
        anchors: the place of each element that has an id, by the id.
        tops: the upper edge of the text area of each page, in points from the sheet's lower edge.
        bookmarks: the outline.
        faces: the fonts with the glyphs that are used; empty for a single article, whose fonts
            the bindery need not merge.
        turned: the pages that are wider than high, because of a wide table; counted from 0.
        moved: the words of cells that stand in another order than in the record, because their
            table is printed in parts.
    """

    pdf: bytes = field(repr=False)
    page_count: int
    missing: str = ""
    remarks: tuple[Remark, ...] = ()
    anchors: Mapping[str, Position] = field(default_factory=dict, repr=False)
    tops: tuple[float, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    faces: tuple[Face, ...] = field(default=(), repr=False)
    turned: tuple[int, ...] = ()
    moved: tuple[str, ...] = field(default=(), repr=False)
