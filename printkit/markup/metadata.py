"""Metadata of a file: takes an article or an issue, gives XMP packets and the attached record."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from importlib.metadata import version
from typing import NamedTuple

from printkit.article import Article
from printkit.edition import Edition
from printkit.markup.templates import fill_template
from printkit.pages import FileMetadata
from printkit.wording.attribution import Attribution, attribution_in
from printkit.wording.words import Words

# PDF/A-3 demands a date for every attachment; a fixed date gives the same bytes at every print.
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


class Packets(NamedTuple):
    """Two XMP packets for one file; the press chooses after printing.

    Attributes:
        packet: claims the standards of the profile.
        humble_packet: claims no standard, for a file with a character that no font has.
    """

    packet: str
    humble_packet: str


def article_metadata(article: Article, edition: Edition) -> FileMetadata:
    """Return the metadata of the file of one article, with its record."""
    attribution = attribution_in(article.language or edition.language)
    rights = attribution.source_block(article).get("copyright")
    packets = _packets(
        "xmp.xml",
        edition,
        article=article,
        attribution=attribution,
        authors=authors(article),
        contributors=[person.name for person in article.contributors],
        rights=rights.value if rights else "",
    )
    return FileMetadata(
        record=record(article),
        dated=dated(article.date_modified or article.date_published),
        packet=packets.packet,
        humble_packet=packets.humble_packet,
    )


def issue_packets(
    articles: Sequence[Article], edition: Edition, title: str, day: date | None = None
) -> Packets:
    """Return the metadata of a whole issue.

    Args:
        articles: the printed articles; their authors are the issue's creators.
        edition: the edition of the issue, with the language and the profile.
        title: the title of the file.
        day: the issue's date, if it has one.
    """
    attribution = attribution_in(edition.language)
    return _packets(
        "xmp-issue.xml",
        edition,
        title=title,
        attribution=attribution,
        creators=_each_once(name for article in articles for name in authors(article)),
        publishers=_each_once(one.source.name for one in articles if one.source),
        rights=attribution.word("comma").join(notices(articles, attribution)),
        languages=_each_once(
            (
                attribution.language,
                *(attribution_in(one.language).language for one in articles if one.language),
            )
        ),
        day=day,
    )


def notices(articles: Sequence[Article], attribution: Attribution) -> tuple[str, ...]:
    """Return the copyright lines of the articles, each once."""
    lines = (attribution.source_block(article).get("copyright") for article in articles)
    return _each_once(line.value for line in lines if line)


def authors(article: Article) -> list[str]:
    """Return the names of an article's authors; without authors, its byline without `By`."""
    named = [person.name for person in article.authors]
    byline = article.byline or ""
    opened = Words.of(article.language).opening("byline_openings").match(byline)
    names = byline[opened.end() :] if opened else byline
    return named or ([names[:1].upper() + names[1:]] if names else [])


def record(article: Article) -> str:
    """Return an article's record as JSON text."""
    text = json.dumps(article.to_record(), ensure_ascii=False, indent=1) + "\n"
    # UTF-8 cannot hold one half of a surrogate pair, but JSON can, as an escape with a backslash.
    return text.encode(errors="backslashreplace").decode()


def dated(moment: date | datetime | None) -> datetime:
    """Return the date of an attachment, in UTC; a record without a date gets a fixed date."""
    if moment is None:
        return _UNDATED
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), UTC)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:  # within hours of the first or the last day that Python knows
        return _UNDATED


def _packets(name: str, edition: Edition, **values: object) -> Packets:
    producer = f"WeasyPrint {version('weasyprint')}"
    claiming, humble = (
        fill_template(name, None, producer=producer, claims=claims, **values)
        for claims in (edition.profile == "archive", False)
    )
    return Packets(claiming, humble)


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
