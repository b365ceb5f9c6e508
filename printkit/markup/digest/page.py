"""Own pages of a digest: takes parts or values for a template, gives page markup."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from printkit.edition import Edition
from printkit.markup.paper import paper_of
from printkit.markup.templates import fill_template, own_template
from printkit.pages import PageMarkup, PrintedText
from printkit.remarks import Remark
from printkit.wording.attribution import attribution_in


class MatterPart(NamedTuple):
    """A part of the front or back matter, before it shares a page with other parts.

    Attributes:
        name: the name of the template without `.html`, and the id of the heading.
        title: the heading.
        printed: every text that must be on paper.
        values: the values that the template gets besides title and attribution.
        remarks: what copy-editing removed or mended in the part.
    """

    name: str
    title: str
    printed: tuple[PrintedText, ...]
    values: Mapping[str, object]
    remarks: tuple[Remark, ...] = ()


def matter_page(parts: Sequence[MatterPart], edition: Edition) -> PageMarkup:
    """Make the pages that some parts share; a part begins where the part before it ends.

    Args:
        parts: one part or more.
        edition: the edition of the issue.
    """
    attribution = attribution_in(edition.language)
    filled = [
        Markup(
            fill_template(
                f"{part.name}.html",
                edition.templates,
                attribution=attribution,
                direction=attribution.direction,
                title=part.title,
                **part.values,
            )
        )
        for part in parts
    ]
    page = fill_page(
        "matter.html",
        edition,
        chain.from_iterable(part.printed for part in parts),
        tuple(remark for part in parts for remark in part.remarks),
        title=parts[0].title,
        parts=filled,
    )
    templates = {own_template(f"{part.name}.html", edition.templates) for part in parts}
    return page._replace(template=templates.pop()) if len(templates) == 1 else page


def fill_page(
    name: str,
    edition: Edition,
    printed: Iterable[PrintedText],
    remarks: tuple[Remark, ...] = (),
    page_language: str = "",
    **values: object,
) -> PageMarkup:
    """Fill in the template of a whole page.

    Args:
        name: the name of the template.
        edition: the edition of the issue.
        printed: every text that must be on paper.
        remarks: what copy-editing removed or mended in the texts of the page.
        page_language: the language of the page's words; empty for the language of the issue.
        values: the values that the template gets besides language and sheet.
    """
    attribution = attribution_in(page_language or edition.language)
    page = fill_template(
        name,
        edition.templates,
        attribution=attribution,
        direction=attribution.direction,
        paper=paper_of(edition.sheet),
        **values,
    )
    return PageMarkup(
        page,
        tuple(printed),
        archive=edition.profile == "archive",
        remarks=remarks,
        template=own_template(name, edition.templates),
    )
