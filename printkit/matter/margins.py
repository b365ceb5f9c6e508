"""What stands in the margins of the issue's pages: running heads and folios."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from printkit import layout
from printkit.edition import Edition
from printkit.furniture import furniture
from printkit.matter.making import made
from printkit.pages import PageMarkup


class Margins(NamedTuple):
    """What stands in the margins of one page.

    Attributes:
        kind: an opening page has no running heads, a blank one nothing at all.
        publication, section, title: as they are; the sheet has room for so much of them.
    """

    kind: Literal["opening", "continued", "blank"]
    publication: str = ""
    section: str = ""
    title: str = ""


def furniture_pages(
    pages: Sequence[Margins],
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
        (one.kind, layout.running(one.publication, one.section, one.title, edition.sheet))
        for one in pages
    ]
    return made(
        "furniture.html",
        edition,
        (),
        spoken=language,
        title="",
        counting=furniture(edition.language).language.partition("-")[0],
        pages=shown,
        numbering=numbering,
        first=first,
    )
