"""The cover: nameplate, picture, and what the issue has to offer."""

from collections.abc import Sequence
from typing import NamedTuple

from printkit.edition import Edition, Sheet
from printkit.furniture import Furniture, furniture, shortened
from printkit.matter.making import made
from printkit.matter.mentions import language, standfirst
from printkit.matter.nameplate import dates_of, number_of, title_of
from printkit.pages import PageMarkup, Picture
from printkit.period import Period
from printkit.plan import Plan
from printkit.stories import Placed, PlacedSection

# Characters that there is room for.
_TITLE, _CAPTION = 110, 260
# Articles that a cover announces beside its lead, by the shape of the sheet.
_LINES = {"is-wide": 2, "is-narrow": 2, "": 3}
_LINES_WITHOUT_PICTURE = {"is-wide": 2, "is-narrow": 3, "": 7}
_NARROW = 120  # millimetres across


class Line(NamedTuple):
    """An article as the cover announces it."""

    anchor: str
    section: str
    title: str
    standfirst: str
    page: str
    language: str


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
    own = furniture(edition.language)
    shape = _shape(edition.sheet)
    many = _LINES[shape] if picture else _LINES_WITHOUT_PICTURE[shape]
    first, *others = _lines(sections, lead, many, own) or (None,)
    masthead = plan.masthead or title_of(plan, edition)
    caption = _caption(picture, own) if picture else ""
    number, dates = number_of(plan, edition), dates_of(plan, period, edition)
    # Name and caption stand here alone, so that whatever is cut off is missed; headlines do not.
    titles = [line.title for line in (first, *others) if line]
    told = (number, dates, masthead, *titles, caption)
    return made(
        "cover.html",
        edition,
        (("cover", words) for words in told if words),
        title=masthead,
        shape=shape,
        number=number,
        dates=dates,
        masthead=shortened(masthead, _TITLE),
        picture=picture,
        alt=(picture.image.alt or picture.image.caption or "") if picture else "",
        caption=shortened(caption, _CAPTION),
        lead=first,
        lines=others,
    )


def _lines(sections: Sequence[PlacedSection], lead: str, many: int, own: Furniture) -> list[Line]:
    """The lead, and so many others in the order of the issue.

    They are the first articles of all sections, then the second ones, and so on.
    """
    printed = [
        (turn, place, section.name, placed)
        for place, section in enumerate(sections)
        for turn, placed in enumerate(one for one in section.placed if not one.missing)
    ]
    printed.sort(key=lambda one: (one[3].story.anchor != lead, *one[:2]))
    others = sorted(printed[1 : many + 1], key=lambda one: (one[1], one[0]))
    return [_line(name, placed, own) for _, _, name, placed in (*printed[:1], *others)]


def _shape(sheet: Sheet) -> str:
    if sheet.width > sheet.height:
        return "is-wide"
    return "is-narrow" if sheet.width < _NARROW else ""


def _line(section: str, placed: Placed, own: Furniture) -> Line:
    return Line(
        anchor=placed.story.anchor,
        section=section,
        title=shortened(placed.title, _TITLE),
        standfirst=standfirst(placed),
        page=own.word("page", number=own.folio(placed.page)),
        language=language(placed, own),
    )


def _caption(picture: Picture, own: Furniture) -> str:
    words = " ".join(filter(None, (picture.image.caption, own.picture_credit(picture.image))))
    return own.labelled(own.word("cover"), words) if words else ""
