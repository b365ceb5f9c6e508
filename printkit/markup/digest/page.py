"""How every page of the digest's own is made."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from printkit.edition import Edition
from printkit.markup.paper import paper_of
from printkit.markup.templates import fill
from printkit.pages import PageMarkup, PrintedText
from printkit.remarks import Remark
from printkit.wording.attribution import attribution_in


class MatterPart(NamedTuple):
    """A part of the digest's own before it is on a page, alone or with others.

    Attributes:
        name: of its template, and the id of its heading.
        title: its heading.
        printed: every text that must be on paper.
        values: what the template asks for besides title and attribution.
        remarks: what was noticed in making it.
    """

    name: str
    title: str
    printed: tuple[PrintedText, ...]
    values: Mapping[str, object]
    remarks: tuple[Remark, ...] = ()


def matter_page(parts: Sequence[MatterPart], edition: Edition) -> PageMarkup:
    """Make the pages of some parts; each begins where the one before it ends.

    Args:
        parts: at least one.
    """
    attribution = attribution_in(edition.language)
    filled = [
        Markup(fill(f"{part.name}.html", attribution=attribution, title=part.title, **part.values))
        for part in parts
    ]
    return fill_page(
        "matter.html",
        edition,
        chain.from_iterable(part.printed for part in parts),
        tuple(remark for part in parts for remark in part.remarks),
        title=parts[0].title,
        parts=filled,
    )


def fill_page(
    name: str,
    edition: Edition,
    printed: Iterable[PrintedText],
    remarks: tuple[Remark, ...] = (),
    spoken: str = "",
    **values: object,
) -> PageMarkup:
    """Fill in a template of the digest's own.

    Args:
        printed: every text that must be on paper.
        spoken: the language of its words; empty for the issue's.
        values: all that the template asks for beside language and sheet.
    """
    attribution = attribution_in(spoken or edition.language)
    page = fill(
        name,
        attribution=attribution,
        direction=attribution.direction,
        paper=paper_of(edition.sheet),
        **values,
    )
    return PageMarkup(page, tuple(printed), archive=edition.profile == "archive", remarks=remarks)
