"""Running heads and folios: takes the text of the margins, gives pages with no other text."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from printkit.edition import Edition
from printkit.markup.digest.page import fill_page
from printkit.markup.running_words import running_words
from printkit.pages import PageMarkup, Position
from printkit.wording.attribution import attribution_in

# Lines of text are higher than this. So an article that begins at most so far below the upper edge
# of the text has no line above it.
_LEAST_LINE = 6.0  # points below the upper edge of the text


class PageFurniture(NamedTuple):
    """The text in the margins of one page.

    Attributes:
        kind: an opening page has no running heads, a blank page has nothing in its margins, a
            turned page is the sheet with its long side below.
        publication, section, title: the full texts; the margins may have room for a part only.
    """

    kind: Literal["opening", "continued", "turned", "blank"]
    publication: str = ""
    section: str = ""
    title: str = ""


def furniture_of(
    begun: Sequence[tuple[Position, str]],
    tops: Sequence[float],
    publication: str,
    section: str = "",
    *,
    turned: Sequence[int] = (),
) -> tuple[PageFurniture, ...]:
    """Return the text in the margins of each page: the title of the article that continues there.

    A page at whose head an article begins is an opening page, because no article continues there.

    Args:
        begun: the position and the title of each article or other text that begins on the pages,
            in their order; the first begins on the first page.
        tops: the upper edge of each page's text, in points from the sheet's lower edge.
        publication, section: the names for the margins, the same on all pages.
        turned: the pages that are turned, counted from 0.
    """

    def margins(page: int) -> PageFurniture:
        here = [(place, title) for place, title in begun if place.page == page]
        if page == 0 or (here and here[0][0].y >= tops[page] - _LEAST_LINE):
            return PageFurniture("opening", publication, section, (here or begun)[0][1])
        # An article may begin under a head that fills a page: this page has its title, too.
        before = [title for place, title in begun if place.page < page]
        last = (before or [begun[0][1]])[-1]
        kind: Literal["turned", "continued"] = "turned" if page in turned else "continued"
        return PageFurniture(kind, publication, section, last)

    return tuple(map(margins, range(len(tops))))


def furniture_pages(
    pages: Sequence[PageFurniture],
    edition: Edition,
    *,
    numbering: Literal["roman", "arabic"] = "arabic",
    first: int = 1,
    language: str = "",
) -> PageMarkup:
    """Make one empty page for each page of a part; the theme prints the text of its margins there.

    Args:
        pages: the text of each page's margins. The first page must be an opening or blank page,
            because a style sheet has the rules of an opening page for the first page of a document.
        edition: the edition of the issue.
        numbering: the numerals of the folios.
        first: the number of the first page; a page with an even number is a left-hand page.
        language: the language of the running heads; empty for the language of the issue. The
            folios always have the digits of the language of the issue.
    """
    runs = attribution_in(language or edition.language).direction
    shown = [
        (one.kind, running_words(one.publication, one.section, one.title, edition.sheet, runs))
        for one in pages
    ]
    return fill_page(
        "furniture.html",
        edition,
        (),
        page_language=language,
        title="",
        counting=attribution_in(edition.language).language.partition("-")[0],
        pages=shown,
        numbering=numbering,
        first=first,
        side="right" if first % 2 else "left",
    )
