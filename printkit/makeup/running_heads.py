"""Running heads and folios: takes parts of the book in their order, gives jobs of the press.

The furniture of each part is a document of its own, so that the cache can keep its pages; the
bindery stamps these pages onto the pages of the part.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from printkit.bindery.book import Insert, Part
from printkit.bindery.page_table import page_table
from printkit.edition import Edition
from printkit.errors import ThemeError
from printkit.makeup.printed_issue import PrintedPart
from printkit.markup import digest
from printkit.markup.digest import PageFurniture
from printkit.pages import Pages
from printkit.printing.jobs import PressJob


class HeadedPart(NamedTuple):
    """A part of the book with the text of its running heads.

    Attributes:
        part: the part; an insert has no running heads.
        heads: the furniture of each page; empty where nothing is printed in the margins.
    """

    part: Part | Insert
    heads: tuple[PageFurniture, ...] = ()


def headed_articles(printed: PrintedPart, publication: str) -> HeadedPart:
    """Return a part of articles with its running heads: the headline of the article on the page."""
    part, anchors = printed.part, printed.part.pages.anchors
    # Masthead and kicker stand above the headline: an article begins with its opening.
    begun = [
        (anchors.get(one.placed.entry.opening, anchors[one.placed.entry.anchor]), one.placed.title)
        for one in printed.articles
    ]
    heads = digest.furniture_of(begun, part.pages.tops, publication, part.section)
    return HeadedPart(part, heads)


def headed_own(part: Part, publication: str) -> HeadedPart:
    """Return a part of the own pages with its running heads: the title of what is on the page."""
    begun = [(target.position, target.title) for target in part.targets]
    return HeadedPart(part, digest.furniture_of(begun, part.pages.tops, publication))


def furniture_jobs(parts: Sequence[HeadedPart], edition: Edition) -> dict[int, PressJob]:
    """Return the job that prints the running heads of each part that has any, by its place.

    Args:
        parts: all parts of the book that are numbered alike, from the first on.
        edition: of the issue.
    """
    table = page_table([one.part for one in parts])
    return {
        place: PressJob(
            digest.furniture_pages(
                one.heads,
                edition,
                numbering=one.part.numbering,
                first=row.first,
                language=one.part.language,
            ),
            edition.theme,
            furniture=True,
            name="running heads",
        )
        for place, (one, row) in enumerate(zip(parts, table, strict=True))
        if one.heads
    }


def furnished(
    parts: Sequence[HeadedPart], furniture: Mapping[int, Pages]
) -> Iterator[Part | Insert]:
    """Yield the parts with their printed running heads and folios, by their places.

    Raises:
        ThemeError: a template of the user's own makes more or fewer pages than it was told to.
    """
    for place, (part, heads) in enumerate(parts):
        printed = furniture.get(place)
        if printed and printed.page_count != len(heads):
            raise ThemeError(
                f"the running heads of {len(heads)} pages were printed on {printed.page_count}",
                where="furniture.html",
                remedy="The template makes one page for each of its `pages`.",
            )
        yield replace(part, furniture=printed) if isinstance(part, Part) else part
