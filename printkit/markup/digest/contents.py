"""The contents: takes the articles with their folios, gives the page that lists them."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from printkit.edition import Edition
from printkit.markup.digest.entry import details, entry_direction, language, standfirst, title
from printkit.markup.digest.page import MatterPart, matter_page
from printkit.markup.entries import ArticleEntry, Listing, PlacedSection
from printkit.pages import PageMarkup, PrintedText
from printkit.wording.attribution import Attribution, attribution_in

# With more articles than the first number, the lines are set close, in columns; with more than the
# second, the contents take several pages.
_CLOSE, _LONG = 9, 28


class ContentsLine(NamedTuple):
    """An article in the contents.

    Attributes:
        anchor: the id of the article's headline.
        details: authors and other makers, source, reading time.
        missing: whether a stub is printed in the article's place.
        direction: `ltr` or `rtl`; empty if the issue has the same direction.
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
        sections: every article of the issue, the missing articles too.
        edition: the edition of the issue.
        inserts: the lines that lead to inserts.
        back: the lines that lead to the parts behind the articles.
    """
    attribution = attribution_in(edition.language)
    heading = attribution.word("in_this_issue")
    listed = [
        (section.name, [_contents_line(entry, attribution) for entry in section.entries])
        for section in sections
    ]
    lines = [line for _, some in listed for line in some]
    others = [one._replace(page=attribution.folio(one.page)) for one in (*inserts, *back)]
    names = [name for name, _ in listed if name]
    pairs = [(line.title, line.page) for line in lines]
    pairs += [(other.title, other.page) for other in others]
    words = (heading, *names, *chain.from_iterable(pairs))
    printed = tuple(PrintedText("contents", one) for one in words)
    values = {
        "sections": listed,
        "others": others,
        "close": len(lines) > _CLOSE,
        "long": len(lines) > _LONG,
    }
    return matter_page([MatterPart("contents", heading, printed, values)], edition)


def _contents_line(entry: ArticleEntry, attribution: Attribution) -> ContentsLine:
    return ContentsLine(
        anchor=entry.anchor,
        title=title(entry),
        standfirst="" if entry.missing else standfirst(entry),
        details=(attribution.word("article_missing"),)
        if entry.missing
        else details(entry, attribution),
        page=attribution.folio(entry.page),
        missing=bool(entry.missing),
        language=language(entry, attribution),
        direction=entry_direction(entry, attribution),
    )
