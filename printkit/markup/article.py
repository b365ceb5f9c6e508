"""Article and edition to page markup: takes frozen values, gives HTML.

Templates show and loop; what they show is worked out in `layout` and `plates`. Only
copy-editing makes safe HTML: its words alone reach a page unescaped.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import segno
from markupsafe import Markup

from printkit.article import Article
from printkit.copyedit.clean_copy import Copy
from printkit.edition import Edition
from printkit.markup import figures
from printkit.markup import opening as layout
from printkit.markup.body import set_body
from printkit.markup.cross_references import CrossReference, CrossReferences
from printkit.markup.figures import Pictures, Shown
from printkit.markup.metadata import article_metadata, authors
from printkit.markup.notes import NoteLine, note_lines, notes_width
from printkit.markup.opening import Opening
from printkit.markup.templates import fill
from printkit.pages import Gathered, PageMarkup, PrintedText
from printkit.text.printed_address import printed_address
from printkit.wording.attribution import Attribution, AttributionLine, attribution_in

PREFIX = "a"

# A longer address makes a QR code too fine for a phone to read in print.
_LONGEST_QR = 400
_NOWHERE: Mapping[str, CrossReference] = {}


class Piece(NamedTuple):
    """An article ready to be set.

    Attributes:
        article, copy, gathered: the words and the pictures.
        prefix: its ids begin with it, and its headline's is that.
        references: where other articles of the issue stand, by the web addresses of links to
            them.
    """

    article: Article
    copy: Copy
    gathered: Gathered
    prefix: str = PREFIX
    references: Mapping[str, CrossReference] = _NOWHERE


class _Setting(NamedTuple):
    """A piece with all that its template shows."""

    prefix: str
    article: Article
    attribution: Attribution
    direction: str
    opening: Opening
    dateline: str
    links: str
    pictures: Pictures
    body: Markup
    blocks: Sequence[str]
    notes: Sequence[NoteLine]
    notes_width: str
    source: Sequence[AttributionLine]
    qr: Markup


def article_page(
    article: Article,
    copy: Copy,
    gathered: Gathered,
    edition: Edition,
    *,
    prefix: str = PREFIX,
    section: str = "",
    references: Mapping[str, CrossReference] = _NOWHERE,
) -> PageMarkup:
    """Make the page of one article.

    Args:
        prefix: of all ids; the copy was edited with the same.
        section: the head of the section that the article opens in its issue; or none.
        references: where other articles of the issue stand, by the web addresses of links to
            them.
    """
    piece = Piece(article, copy, gathered, prefix, references)
    page = section_page((piece,), edition, section=section)
    return page._replace(metadata=article_metadata(article, edition))


def section_page(
    pieces: Sequence[Piece],
    edition: Edition,
    *,
    section: str = "",
) -> PageMarkup:
    """Make the page of one or more articles that flow on within a section; it has no metadata.

    Args:
        pieces: each with a prefix of its own; several have smaller heads.
        section: as for an article.
    """
    settings = [_set(piece, edition, section) for piece in pieces]
    attribution = attribution_in(edition.language) if settings[1:] else settings[0].attribution
    page = fill(
        "article.html",
        section=section,
        settings=settings,
        article=pieces[0].article,
        authors=[name for piece in pieces for name in authors(piece.article)],
        attribution=attribution,
        direction=attribution.direction if settings[1:] else settings[0].direction,
        paper=layout.paper(edition.sheet),
    )
    head = (PrintedText("section", section),) if section else ()
    owners = [piece.prefix if pieces[1:] else "" for piece in pieces]
    printed = (
        *head,
        *(
            PrintedText(field, words, owner)
            for owner, setting in zip(owners, settings, strict=True)
            for field, words in _printed(setting)
        ),
    )
    return PageMarkup(
        page,
        printed,
        archive=edition.profile == "archive",
        articles={owner: piece.article for owner, piece in zip(owners, pieces, strict=True)},
    )


def _set(piece: Piece, edition: Edition, section: str) -> _Setting:
    article, copy, gathered, prefix, references = piece
    attribution = attribution_in(article.language or edition.language)
    dateline = layout.dateline(article)
    links = CrossReferences(attribution, references)
    pictures = figures.pictures(copy, gathered, attribution, prefix, links)
    return _Setting(
        prefix=prefix,
        article=article,
        attribution=attribution,
        direction=article.direction
        if article.direction in ("ltr", "rtl")
        else attribution.direction,
        opening=layout.opening(article, copy, attribution, edition.sheet, section),
        dateline=dateline,
        links=edition.links,
        pictures=pictures,
        body=set_body(copy, pictures, dateline, links),
        blocks=copy.blocks,
        notes=note_lines(copy.notes, links),
        notes_width=notes_width(copy.notes),
        source=layout.source_lines(article, attribution),
        qr=_qr(article.url or ""),
    )


def _printed(setting: _Setting) -> Iterator[tuple[str, str]]:
    """Field names and the words they stand for on paper."""
    article = setting.article
    yield from _printed_opening(setting)
    yield from _printed_pictures(setting.pictures.all)
    yield from (("body", block) for block in setting.blocks)
    yield from (("corrections", correction.text) for correction in article.corrections)
    for note in setting.notes:
        yield "notes", printed_address(note.url) + (f" {note.page}" if note.page else "")
    yield from (("source", entry.value) for entry in setting.source)


def _printed_opening(setting: _Setting) -> Iterator[tuple[str, str]]:
    article, opening = setting.article, setting.opening
    fields = {
        "source.name": opening.publication,
        "date_published": opening.date,
        "kicker": opening.kicker,
        "headline": article.headline,
        "subheadline" if article.subheadline else "summary": opening.standfirst,
    }
    yield from ((name, words) for name, words in fields.items() if words)
    for line in opening.bylines:
        yield "byline", "".join(run.text for run in line)
    for entry in opening.dates:
        yield "dates", f"{entry.label}{entry.value}"
    if setting.dateline:
        yield "dateline", setting.dateline


def _printed_pictures(pictures: tuple[Shown, ...]) -> Iterator[tuple[str, str]]:
    for picture in pictures:
        if picture.title:
            yield "images.headline", picture.title
        if words := picture.caption.striptags():
            yield "images.caption", words
        if picture.credit:
            yield "images.credit", picture.credit


def _qr(url: str) -> Markup:
    """A QR code as inline SVG, in one path of ink; none for what cannot be scanned."""
    if not 0 < len(url.encode()) <= _LONGEST_QR:
        return Markup()
    code = segno.make(url, micro=False, error="m", boost_error=False)
    drawing = code.svg_inline(
        border=0, omitsize=True, svgclass=None, lineclass=None, title=f"QR: {printed_address(url)}"
    )
    return Markup(drawing)
