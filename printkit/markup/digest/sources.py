"""The sources: takes the articles of an issue, gives a part that lists where they are from."""

from collections.abc import Sequence
from typing import NamedTuple

from printkit.article import Article
from printkit.edition import Edition
from printkit.issue.cut_texts import ADDRESS, DATE
from printkit.markup.digest.entry import entry_direction, language, makers, source, title
from printkit.markup.digest.page import MatterPart
from printkit.markup.entries import ArticleEntry, PlacedSection
from printkit.pages import PrintedText
from printkit.text.printed_address import printed_address
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution, attribution_in


class Reference(NamedTuple):
    """An article in the list of sources.

    Attributes:
        url: the address that the link leads to.
        shown: the same address as it is printed.
        page: the folio of the article's first page.
        anchor: the id of the article's headline.
        direction: the direction of the article's words; empty if the issue has the same direction.
    """

    publication: str
    makers: str
    title: str
    date: str
    url: str
    shown: str
    page: str
    anchor: str
    language: str
    direction: str


def list_sources(sections: Sequence[PlacedSection], edition: Edition) -> MatterPart:
    """List the sources of all articles, in the order of the issue."""
    attribution = attribution_in(edition.language)
    references = [
        _reference(entry, entry.article, attribution)
        for section in sections
        for entry in section.entries
        if entry.article
    ]
    heading = attribution.word("sources")
    words = (heading, *(name for one in references for name in (one.publication, one.title)))
    printed = tuple(PrintedText("sources", one) for one in words)
    return MatterPart("sources", heading, printed, {"references": references})


def _reference(entry: ArticleEntry, article: Article, attribution: Attribution) -> Reference:
    return Reference(
        publication=attribution.isolated(source(article)),
        makers=makers(article, attribution),
        title=title(entry),
        date=shortened(attribution.dated(article), DATE),
        url=article.url or "",
        shown=attribution.isolated(shortened(printed_address(article.url or ""), ADDRESS)),
        page=attribution.folio(entry.page),
        anchor=entry.anchor,
        language=language(entry, attribution),
        direction=entry_direction(entry, attribution),
    )
