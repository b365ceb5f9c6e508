"""What stands in the margins of the issue's pages: running heads and folios."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from printkit.edition import Edition
from printkit.edition.papers import Sheet
from printkit.markup.digest.page import fill_page
from printkit.markup.running_words import running_words
from printkit.pages import PageMarkup, Position
from printkit.wording.attribution import attribution_in

_MM = 25.4 / 72  # of a point
# What stands so near to the sheet's upper edge has nothing above it: its share, and no less than.
_HEAD, _LEAST_HEAD = 0.16, 36.0


class PageFurniture(NamedTuple):
    """What stands in the margins of one page.

    Attributes:
        kind: an opening page has no running heads, a blank one nothing at all.
        publication, section, title: as they are; the sheet has room for so much of them.
    """

    kind: Literal["opening", "continued", "blank"]
    publication: str = ""
    section: str = ""
    title: str = ""


def furniture_of(
    begun: Sequence[tuple[Position, str]],
    page_count: int,
    sheet: Sheet,
    publication: str,
    section: str = "",
) -> tuple[PageFurniture, ...]:
    """What stands in the margins of pages: the title of what goes on there.

    Where something begins at the head of a page nothing goes on: the page is an opening.

    Args:
        begun: what begins on the pages, in order, with its title; the first on the first page.
    """

    def margins(page: int) -> PageFurniture:
        here = [(place, title) for place, title in begun if place.page == page]
        if page == 0 or (here and _is_at_head(here[0][0], sheet)):
            return PageFurniture("opening", publication, section, (here or begun)[0][1])
        *_, last = (title for place, title in begun if place.page < page)
        return PageFurniture("continued", publication, section, last)

    return tuple(map(margins, range(page_count)))


def _is_at_head(place: Position, sheet: Sheet) -> bool:
    return sheet.height - place.y * _MM < max(sheet.height * _HEAD, _LEAST_HEAD)


def furniture_pages(
    pages: Sequence[PageFurniture],
    edition: Edition,
    *,
    numbering: Literal["roman", "arabic"] = "arabic",
    first: int = 1,
    language: str = "",
) -> PageMarkup:
    """Make an empty page for each page of the issue, for what the theme puts in its margins.

    Args:
        pages: what each is to say; the first is no continued one, as a theme takes the first
            page of a document for an opening.
        numbering: of the folios.
        first: the number of the first page; an even one is a left-hand page.
        language: of the running heads; empty for the issue's, in whose digits the folios are.
    """
    shown = [
        (one.kind, running_words(one.publication, one.section, one.title, edition.sheet))
        for one in pages
    ]
    return fill_page(
        "furniture.html",
        edition,
        (),
        spoken=language,
        title="",
        counting=attribution_in(edition.language).language.partition("-")[0],
        pages=shown,
        numbering=numbering,
        first=first,
        side="right" if first % 2 else "left",
    )
