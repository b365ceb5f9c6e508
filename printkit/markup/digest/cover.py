"""The cover: nameplate, picture, and what the issue has to offer."""

from collections.abc import Sequence
from typing import NamedTuple

from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.markup.digest.entry import direction, language, standfirst
from printkit.markup.digest.nameplate import dates_of, number_of, title_of
from printkit.markup.digest.page import made
from printkit.markup.digest.room import Room, room, shape
from printkit.markup.entries import PlacedArticle, PlacedSection
from printkit.pages import PageMarkup, Picture, PrintedText
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution, attribution_in

_TITLE, _NAME, _CAPTION = 110, 200, 260  # characters
_MOST = {True: 7, False: 3}  # lines beside the lead, without a picture and with one


class Line(NamedTuple):
    """An article as the cover announces it; `direction` is empty where it is the issue's."""

    anchor: str
    section: str
    title: str
    standfirst: str
    page: str
    language: str
    direction: str


def cover_page(
    plan: Plan,
    period: Period | None,
    sections: Sequence[PlacedSection],
    picture: Picture | None,
    edition: Edition,
    *,
    lead: str = "",
) -> PageMarkup:
    """Make the cover: masthead, number, dates, picture, cover lines.

    Args:
        picture: its image says caption, credit and description; None for a cover in type alone.
        lead: the anchor of the article that is announced first; empty for the first one.
    """
    attribution = attribution_in(edition.language)
    masthead = plan.masthead or title_of(plan, edition)
    space = room(edition.sheet, masthead, bare=not picture)
    first, *others = _lines(sections, lead, _MOST[not picture], attribution, space) or (None,)
    caption = _caption(picture, attribution) if picture else ""
    number, dates = number_of(plan, edition), dates_of(plan, period, edition)
    # Name and caption stand here alone, so that whatever is cut off is missed; headlines do not.
    titles = [line.title for line in (first, *others) if line]
    told = (number, dates, masthead, *titles, caption)
    return made(
        "cover.html",
        edition,
        (PrintedText("cover", words) for words in told if words),
        title=masthead,
        shape=shape(edition.sheet),
        number=number,
        dates=dates,
        masthead=shortened(masthead, _NAME),
        picture=picture,
        alt=(picture.image.alt or picture.image.caption or "") if picture else "",
        caption=shortened(caption, _CAPTION),
        lead=first,
        lines=others,
    )


def _lines(
    sections: Sequence[PlacedSection], lead: str, most: int, attribution: Attribution, space: Room
) -> list[Line]:
    """The lead, and so many others as there is room for, in the order of the issue.

    They are the first articles of all sections, then the second ones, and so on.
    """
    printed = [
        (turn, place, _line(section.name, placed, attribution))
        for place, section in enumerate(sections)
        for turn, placed in enumerate(one for one in section.placed if not one.missing)
    ]
    if not printed:
        return []
    printed.sort(key=lambda one: (one[2].anchor != lead, *one[:2]))
    (_, _, first), *others = printed
    title, told, left = space.announced(first.title, first.standfirst)
    cut = [
        (turn, place, line._replace(title=space.shortened(line.title)))
        for turn, place, line in others[:most]
    ]
    fitting = space.fitting([line.title for _, _, line in cut], left)
    shown = sorted(cut[:fitting], key=lambda one: (one[1], one[0]))
    return [first._replace(title=title, standfirst=told), *(line for _, _, line in shown)]


def _line(section: str, placed: PlacedArticle, attribution: Attribution) -> Line:
    return Line(
        anchor=placed.entry.anchor,
        section=section,
        title=shortened(placed.title, _TITLE),
        standfirst=standfirst(placed),
        page=attribution.word("page", number=attribution.folio(placed.page)),
        language=language(placed, attribution),
        direction=direction(placed, attribution),
    )


def _caption(picture: Picture, attribution: Attribution) -> str:
    words = " ".join(
        filter(None, (picture.image.caption, attribution.picture_credit(picture.image)))
    )
    return attribution.labelled(attribution.word("cover"), words) if words else ""
