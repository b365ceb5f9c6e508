"""Running heads and folios: takes parts of the book in their order, gives jobs of the press.

The running heads and folios of each part are printed as a PDF of their own, so that the cache can
keep it; the bindery stamps its pages onto the pages of the part.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from printkit.bindery.book import Insert, Part
from printkit.bindery.page_table import page_table
from printkit.edition import Edition
from printkit.errors import ThemeError
from printkit.makeup.filling import fill_page_apart
from printkit.markup import digest
from printkit.markup.digest import PageFurniture
from printkit.markup.templates import own_template
from printkit.pages import PageMarkup, Pages
from printkit.printing.jobs import PressJob
from printkit.workers.tasks import Workers

_NAME = "running heads"


def furniture_jobs(
    parts: Sequence[Part | Insert], publication: str, edition: Edition, workers: Workers
) -> dict[int, PressJob]:
    """Return the jobs that print running heads, by the place of the part in the sequence.

    Args:
        parts: the parts of the book in their order, from the first part of their numbering on.
            Inserts and the cover get no running heads.
        publication: the title of the issue.
        edition: the edition of the issue.
        workers: the processes that fill in templates of the user's own.

    Raises:
        ThemeError: such a template is wrong, or over a limit.
    """

    def filled(part: Part, first: int) -> PageMarkup:
        make = partial(
            digest.furniture_pages, numbering=part.numbering, first=first, language=part.language
        )
        heads = heads_of(part, publication)
        return fill_page_apart(workers, edition, _NAME, make, heads, edition)

    return {
        place: PressJob(filled(row.part, row.first), edition.theme, furniture=True, name=_NAME)
        for place, row in enumerate(page_table(parts))
        if isinstance(row.part, Part) and row.part.openings
    }


def heads_of(part: Part, publication: str) -> tuple[PageFurniture, ...]:
    """Return the furniture of each page, with the title of the text that begins or goes on."""
    begun = [(part.position(anchor), title) for anchor, title in part.openings.items()]
    pages = part.pages
    return digest.furniture_of(begun, pages.tops, publication, part.section, turned=pages.turned)


def furnished(
    parts: Sequence[Part | Insert], furniture: Mapping[int, Pages], edition: Edition
) -> Iterator[Part | Insert]:
    """Yield the parts with their printed running heads and folios.

    Args:
        parts: all parts of the book.
        furniture: the printed running heads of each part, by the place of the part.
        edition: names the folder of the user's own templates, for the error.

    Raises:
        ThemeError: a template of the user's own makes more or fewer pages than the part has.
    """
    for place, part in enumerate(parts):
        printed = furniture.get(place)
        if printed and printed.page_count != part.page_count:
            raise ThemeError(
                f"the running heads of {part.page_count} pages take {printed.page_count} pages",
                where=own_template("furniture.html", edition.templates),
                remedy="The template must make one page for each of its `pages`.",
            )
        yield replace(part, furniture=printed) if isinstance(part, Part) else part
