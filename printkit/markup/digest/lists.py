"""The lists at an issue's end: where its articles come from, and who made its pictures."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from printkit.article import Article
from printkit.edition import Edition
from printkit.markup.digest.entry import direction, language, makers, source, title
from printkit.markup.digest.page import MatterPart
from printkit.markup.entries import PlacedArticle, PlacedSection
from printkit.pages import Picture, PrintedText
from printkit.text.printed_address import printed_address
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution, attribution_in

# The article's own page has the whole.
_ADDRESS = 240  # characters


class Reference(NamedTuple):
    """An article as the list of sources has it; `direction` is empty where it is the issue's."""

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


class Credit(NamedTuple):
    """A picture as the list of credits has it."""

    page: str
    anchor: str
    title: str
    credit: str
    lost: bool
    language: str = ""


def sources(sections: Sequence[PlacedSection], edition: Edition) -> MatterPart:
    """The list of where the articles come from, in the order of the issue."""
    attribution = attribution_in(edition.language)
    references = [
        _reference(placed, placed.article, attribution)
        for section in sections
        for placed in section.placed
        if placed.article
    ]
    heading = attribution.word("sources")
    words = (heading, *(name for one in references for name in (one.publication, one.title)))
    printed = tuple(PrintedText("sources", one) for one in words)
    return MatterPart("sources", heading, printed, {"references": references})


def picture_credits(
    sections: Sequence[PlacedSection], edition: Edition, *, cover: Picture | None = None
) -> MatterPart:
    """The list of who made the pictures, in the order of the issue."""
    attribution = attribution_in(edition.language)
    credits = [*_cover_credit(cover, attribution), *_credits(sections, attribution)]
    heading = attribution.word("picture_credits")
    words = (heading, *(one.credit for one in credits))
    printed = tuple(PrintedText("pictures", one) for one in words)
    return MatterPart("picture-credits", heading, printed, {"credits": credits})


def _reference(placed: PlacedArticle, article: Article, attribution: Attribution) -> Reference:
    return Reference(
        publication=source(article),
        makers=makers(article, attribution),
        title=title(placed),
        date=attribution.date(article.date_published) if article.date_published else "",
        url=article.url or "",
        shown=shortened(printed_address(article.url or ""), _ADDRESS),
        page=attribution.folio(placed.page),
        anchor=placed.entry.anchor,
        language=language(placed, attribution),
        direction=direction(placed, attribution),
    )


def _cover_credit(cover: Picture | None, attribution: Attribution) -> Iterator[Credit]:
    credit = attribution.picture_credit(cover.image) if cover else ""
    if cover and credit:
        rights = " · ".join((credit, *attribution.picture_rights(cover.image)))
        yield Credit(attribution.word("cover"), "", cover.image.caption or "", rights, lost=False)


def _credits(sections: Sequence[PlacedSection], attribution: Attribution) -> Iterator[Credit]:
    """Those that anybody is credited for."""
    for section in sections:
        for placed in section.placed:
            for one, page in zip(placed.entry.pictures, placed.picture_pages, strict=True):
                if one.credit:
                    yield Credit(
                        attribution.folio(page),
                        one.anchor,
                        one.title,
                        one.credit,
                        one.lost,
                        language(placed, attribution),
                    )
