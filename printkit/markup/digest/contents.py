"""The contents: every article of the issue with its page, the missing ones too."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from printkit.edition import Edition
from printkit.markup.digest.entry import details, direction, language, standfirst, title
from printkit.markup.digest.page import MatterPart, matter_page
from printkit.markup.entries import Listing, PlacedArticle, PlacedSection
from printkit.pages import PageMarkup, PrintedText
from printkit.wording.attribution import Attribution, attribution_in

# More articles than these are set closer, and in columns; more than those fill several pages.
_MANY, _VERY_MANY = 9, 28


class ContentsLine(NamedTuple):
    """An article as the contents list it.

    Attributes:
        details: its makers, its source, its length.
        direction: of its words; empty where that is the issue's.
    """

    anchor: str
    title: str
    standfirst: str
    details: tuple[str, ...]
    page: str
    missing: bool
    language: str
    direction: str


def contents_page(
    sections: Sequence[PlacedSection],
    edition: Edition,
    *,
    inserts: Sequence[Listing] = (),
    back: Sequence[Listing] = (),
) -> PageMarkup:
    """Make the contents.

    Args:
        sections: every article of the issue, those that are missing too.
        inserts: the PDFs that were bound in.
        back: the parts after the articles.
    """
    attribution = attribution_in(edition.language)
    heading = attribution.word("in_this_issue")
    listed = [
        (one.name, [_entry(placed, attribution) for placed in one.placed]) for one in sections
    ]
    entries = [entry for _, some in listed for entry in some]
    others = [one._replace(page=attribution.folio(one.page)) for one in (*inserts, *back)]
    names = [name for name, _ in listed if name]
    told = [(entry.title, entry.page) for entry in entries]
    told += [(other.title, other.page) for other in others]
    words = (heading, *names, *chain.from_iterable(told))
    printed = tuple(PrintedText("contents", one) for one in words)
    values = {
        "sections": listed,
        "others": others,
        "close": len(entries) > _MANY,
        "long": len(entries) > _VERY_MANY,
    }
    return matter_page([MatterPart("contents", heading, printed, values)], edition)


def _entry(placed: PlacedArticle, attribution: Attribution) -> ContentsLine:
    return ContentsLine(
        anchor=placed.entry.anchor,
        title=title(placed),
        standfirst="" if placed.missing else standfirst(placed),
        details=(attribution.word("article_missing"),)
        if placed.missing
        else details(placed, attribution),
        page=attribution.folio(placed.page),
        missing=bool(placed.missing),
        language=language(placed, attribution),
        direction=direction(placed, attribution),
    )
