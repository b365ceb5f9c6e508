"""Article and edition to page markup: takes frozen values, gives HTML and XMP; owns Jinja2.

Templates show and loop; what they show is worked out in `layout`. Only copy-editing makes
safe HTML: its words alone reach a page unescaped.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import lru_cache
from importlib.metadata import version

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from printkit import layout
from printkit.article import Article
from printkit.copyedit import plain_blocks
from printkit.edition import Edition
from printkit.furniture import Furniture, address, furniture
from printkit.layout import Opening, Shown
from printkit.pages import Copy, Gathered, Imprint, PageMarkup
from printkit.themes import TEMPLATES

PREFIX = "a"

# What copy-editing leaves where a picture stands.
_PLACEHOLDER = re.compile(r'<(figure|img) data-figure="(\d+)"\s*/?>(?:</figure>)?')
_FIRST_PARAGRAPH = re.compile(r"\A\s*<p[^>]*>")
# A longer address makes a QR code too fine for a phone to read in print.
_LONGEST_QR = 400
# The moment an undated record's attachment bears: some moment it must, and always the same.
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def article_page(article: Article, copy: Copy, gathered: Gathered, edition: Edition) -> PageMarkup:
    """Make the page of one article."""
    own = furniture(article.language or edition.language)
    opening = layout.opening(article, copy, own, edition.sheet)
    lead = layout.shown(copy.lead, gathered, own) if copy.lead else None
    figures = tuple(layout.shown(figure, gathered, own) for figure in copy.figures)
    gallery = tuple(layout.shown(figure, gathered, own) for figure in copy.gallery)
    source = layout.source_lines(article, own)
    dateline = layout.dateline(article)
    html = _template("article.html").render(
        article=article,
        furniture=own,
        direction=article.direction if article.direction in ("ltr", "rtl") else own.direction,
        sheet_scale=layout.sheet_scale(edition.sheet),
        sheet_size=layout.sheet_size(edition.sheet),
        authors=_authors(article),
        generator=_generator(),
        prefix=PREFIX,
        opening=opening,
        links=edition.links,
        lead=lead,
        body=_body(copy.html, figures, dateline),
        gallery=gallery,
        notes=copy.notes,
        notes_width=layout.notes_width(copy.notes),
        source=source,
        qr=_qr(article.url or ""),
    )
    printed = (
        *_printed_opening(article, opening, dateline),
        *_printed_pictures((*((lead,) if lead else ()), *figures, *gallery)),
        *(("body", block) for block in plain_blocks(copy)),
        *(("corrections", correction.text) for correction in article.corrections),
        *(("notes", address(note.url)) for note in copy.notes),
        *(("source", entry.value) for entry in source),
    )
    return PageMarkup(
        html, printed, _imprint(article, own, edition), edition.profile == "archive"
    )


def _body(html: str, figures: tuple[Shown, ...], dateline: str) -> Markup:
    """The body with its pictures put in, and its dateline run in."""
    figure_parts = _template("parts/figure.html").module

    def place(match: re.Match[str]) -> str:
        kind, number = match[1], int(match[2])
        picture = figures[number]
        macro = figure_parts.inline if kind == "img" else figure_parts.figure
        return str(macro(picture))

    filled = _PLACEHOLDER.sub(place, html)
    if not dateline:
        return Markup(filled)
    parts = _template("parts/dateline.html").module
    if not (opened := _FIRST_PARAGRAPH.match(filled)):
        return Markup(str(parts.paragraph(dateline)) + filled)
    run_in = str(parts.dateline(dateline))
    return Markup(filled[: opened.end()] + run_in + filled[opened.end() :])


def _printed_opening(
    article: Article, opening: Opening, dateline: str
) -> Iterator[tuple[str, str]]:
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
    if dateline:
        yield "dateline", dateline


def _printed_pictures(pictures: tuple[Shown, ...]) -> Iterator[tuple[str, str]]:
    for picture in pictures:
        if picture.title:
            yield "images.headline", picture.title
        if words := picture.caption.striptags():
            yield "images.caption", words
        if picture.credit:
            yield "images.credit", picture.credit


def _imprint(article: Article, own: Furniture, edition: Edition) -> Imprint:
    """What goes into the file beside the pages."""
    rights = own.attribution(article).get("copyright")
    packet, humble = (
        _template("xmp.xml").render(
            article=article,
            furniture=own,
            authors=_authors(article),
            contributors=[person.name for person in article.contributors],
            rights=rights.value if rights else "",
            generator=_generator(),
            producer=f"WeasyPrint {version('weasyprint')}",
            claims=claims,
        )
        for claims in (edition.profile == "archive", False)
    )
    record = json.dumps(article.to_record(), ensure_ascii=False, indent=1) + "\n"
    return Imprint(
        # Half a surrogate pair cannot be written; backslashed, it is JSON's own way to say it.
        record=record.encode(errors="backslashreplace").decode(),
        dated=_dated(article.date_modified or article.date_published),
        packet=packet,
        humble_packet=humble,
    )


def _authors(article: Article) -> list[str]:
    named = [person.name for person in article.authors]
    return named or ([article.byline] if article.byline else [])


def _dated(moment: date | datetime | None) -> datetime:
    if moment is None:
        return _UNDATED
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), UTC)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:  # within hours of the first or the last day there is
        return _UNDATED


def _w3c(moment: date | datetime) -> str:
    """A date as the W3C writes it; the hour only where its zone is known."""
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.isoformat(timespec="seconds")
    return moment.isoformat()[:10]


def _qr(url: str) -> Markup:
    """A QR code as inline SVG, in one path of ink; none for what cannot be scanned."""
    if not 0 < len(url.encode()) <= _LONGEST_QR:
        return Markup()
    code = segno.make(url, micro=False, error="m", boost_error=False)
    drawing = code.svg_inline(
        border=0, omitsize=True, svgclass=None, lineclass=None, title=f"QR: {address(url)}"
    )
    return Markup(drawing)


def _widont(text: str) -> str:
    """Keep a short last word with the one before it."""
    before, space, last = text.rpartition(" ")
    return f"{before}\u00a0{last}" if space and len(last) <= 8 and " " in before else text


@lru_cache(maxsize=1)
def _generator() -> str:
    return f"printkit {version('printkit')}"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters.update(w3c=_w3c, widont=_widont, address=address)
    return environment


def _template(name: str):  # type: ignore[no-untyped-def]
    return _environment().get_template(name)
