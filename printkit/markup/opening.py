"""What a page shows of an article, worked out so that templates need only show it."""

import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from printkit.article import Article
from printkit.copyedit.clean_copy import Copy
from printkit.edition.papers import Sheet
from printkit.text.comparing import letters
from printkit.text.printed_address import printed_address, site_of
from printkit.text.repeats import each_once
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution, AttributionLine
from printkit.wording.bylines import Line

# A headline this long, in characters, is set a size or two smaller.
_LONG, _VERY_LONG = 75, 130
# Letters that a millimetre of the sheet's width leaves room for in the margins; on large
# sheets these are wider, and the type larger.
_PUBLICATION, _SECTION, _TITLE = 0.4, 0.125, 0.28
_LARGE = 0.72
_SMALL_SHEET, _LARGE_SHEET = 165, 260  # millimetres across


class Paper(NamedTuple):
    """The sheet in CSS: the class that scales type to it, its width and height, its shape."""

    scale: str
    width: str
    height: str
    shape: str


class Running(NamedTuple):
    """What the margins of every page say."""

    publication: str
    section: str
    title: str


class Opening(NamedTuple):
    """The head of an article.

    Attributes:
        publication: who published it, else the site it is on; may be empty.
        running: publication, section and headline, short enough for the page's margins.
        date: the day in full, for the masthead.
        kicker: section, kicker and genre on one line.
        standfirst: the subheadline, or the summary where there is none and the body does
            not say it word for word.
        scale: the class of a long headline.
        bylines: lines of runs.
        dates: published, updated.
    """

    publication: str
    running: Running
    date: str
    kicker: str
    standfirst: str
    scale: str
    bylines: tuple[Line, ...]
    dates: tuple[AttributionLine, ...]


def opening(
    article: Article, copy: Copy, attribution: Attribution, sheet: Sheet, section: str = ""
) -> Opening:
    """Work out the head of an article.

    Args:
        section: the section's head that stands above it, and need not be said again.
    """
    publication = article.source.name if article.source else site_of(article.url or "")
    published = article.date_published
    entries = attribution.source_block(article)
    return Opening(
        publication=publication,
        running=running(publication, article.section or publication, article.headline, sheet),
        date=attribution.full_date(published) if published else "",
        kicker=" · ".join(_kicker(article, section)),
        standfirst=_standfirst(article, copy),
        scale=_headline_scale(article.headline),
        bylines=attribution.byline(article),
        dates=tuple(entries[key] for key in ("published", "updated") if key in entries),
    )


def running(publication: str, section: str, title: str, sheet: Sheet) -> Running:
    """What the margins say, as long as the sheet has room for."""
    room = sheet.width * (_LARGE if sheet.width > _LARGE_SHEET else 1)
    return Running(
        _fitted(publication, room * _PUBLICATION),
        _fitted(section, room * _SECTION),
        _fitted(title, room * _TITLE),
    )


def _fitted(text: str, letters: float) -> str:
    """As much of a text as has the width of so many letters; those of the East count twice."""
    widths = (1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text)
    fitting = sum(width <= letters for width in accumulate(widths))
    return shortened(text, fitting)


def dateline(article: Article) -> str:
    """The words that run in before the text: as given, else the place it was written."""
    if article.dateline or not article.location:
        return article.dateline or ""
    place = article.location
    return ", ".join(each_once(place.name, place.region, place.country))


def source_lines(article: Article, attribution: Attribution) -> tuple[AttributionLine, ...]:
    """The lines of the source block: all the attribution but what the opening has."""
    entries = attribution.source_block(article)
    tags = AttributionLine(attribution.label("tags"), attribution.word("comma").join(article.tags))
    told = [entry for key, entry in entries.items() if key not in ("published", "updated")]
    return (*told, *_addresses(article), *((tags,) if article.tags else ()))


def _addresses(article: Article) -> Iterator[AttributionLine]:
    """Where the source and the people are to be found, unless the article's own address says it."""
    source = article.source
    if source and source.url and not (article.url or "").startswith(source.url.rstrip("/")):
        yield AttributionLine(f"{source.name} ", printed_address(source.url), source.url)
    for person in (*article.authors, *article.contributors):
        if person.url:
            yield AttributionLine(f"{person.name} ", printed_address(person.url), person.url)


def _kicker(article: Article, section: str) -> list[str]:
    words = each_once(article.section, article.kicker, article.genre)
    return [one for one in words if one.casefold() != section.casefold()]


def _headline_scale(headline: str) -> str:
    if len(headline) > _VERY_LONG:
        return "is-very-long"
    return "is-long" if len(headline) > _LONG else ""


def _standfirst(article: Article, copy: Copy) -> str:
    if article.subheadline or not article.summary:
        return article.subheadline or ""
    said = letters("".join(copy.blocks))
    return "" if letters(article.summary.rstrip(" .…")) in said else article.summary


def paper(sheet: Sheet) -> Paper:
    """The sheet as a page's root element has it."""
    scale = "large-sheet" if sheet.width > _LARGE_SHEET else ""
    if sheet.width < _SMALL_SHEET:
        scale = "small-sheet"
    shape = "wide-sheet" if sheet.width > sheet.height else ""
    return Paper(scale, f"{sheet.width:g}mm", f"{sheet.height:g}mm", shape)
