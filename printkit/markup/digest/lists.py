"""The lists at an issue's end: where its articles come from, and who made its pictures."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from printkit.article import Article
from printkit.edition import Edition
from printkit.markup.digest.entry import direction, language, makers, source, title
from printkit.markup.digest.page import Matter
from printkit.markup.entries import Placed, PlacedSection
from printkit.pages import Picture
from printkit.wording.attribution import Furniture, address, furniture, shortened

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


def sources(sections: Sequence[PlacedSection], edition: Edition) -> Matter:
    """The list of where the articles come from, in the order of the issue."""
    own = furniture(edition.language)
    references = [
        _reference(placed, placed.article, own)
        for section in sections
        for placed in section.placed
        if placed.article
    ]
    heading = own.word("sources")
    printed = (
        ("sources", heading),
        *(("sources", words) for one in references for words in (one.publication, one.title)),
    )
    return Matter("sources", heading, printed, {"references": references})


def picture_credits(
    sections: Sequence[PlacedSection], edition: Edition, *, cover: Picture | None = None
) -> Matter:
    """The list of who made the pictures, in the order of the issue."""
    own = furniture(edition.language)
    credits = [*_cover_credit(cover, own), *_credits(sections, own)]
    heading = own.word("picture_credits")
    printed = (("pictures", heading), *(("pictures", one.credit) for one in credits))
    return Matter("picture-credits", heading, printed, {"credits": credits})


def _reference(placed: Placed, article: Article, own: Furniture) -> Reference:
    return Reference(
        publication=source(article),
        makers=makers(article, own),
        title=title(placed),
        date=own.date(article.date_published) if article.date_published else "",
        url=article.url or "",
        shown=shortened(address(article.url or ""), _ADDRESS),
        page=own.folio(placed.page),
        anchor=placed.story.anchor,
        language=language(placed, own),
        direction=direction(placed, own),
    )


def _cover_credit(cover: Picture | None, own: Furniture) -> Iterator[Credit]:
    credit = own.picture_credit(cover.image) if cover else ""
    if cover and credit:
        rights = " · ".join((credit, *own.picture_rights(cover.image)))
        yield Credit(own.word("cover"), "", cover.image.caption or "", rights, lost=False)


def _credits(sections: Sequence[PlacedSection], own: Furniture) -> Iterator[Credit]:
    """Those that anybody is credited for."""
    for section in sections:
        for placed in section.placed:
            for one, page in zip(placed.story.pictures, placed.picture_pages, strict=True):
                if one.credit:
                    yield Credit(
                        own.folio(page),
                        one.anchor,
                        one.title,
                        one.credit,
                        one.lost,
                        language(placed, own),
                    )
