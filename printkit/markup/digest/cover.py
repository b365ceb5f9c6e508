"""The cover: takes what the issue has to announce, gives the markup of one page.

How many of the lines fit is not decided here: `printkit.makeup.cover` prints the page and looks.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.markup.digest.entry import direction, language, standfirst
from printkit.markup.digest.nameplate import dates_of, number_of, title_of
from printkit.markup.digest.page import fill_page
from printkit.markup.entries import PlacedSection
from printkit.markup.paper import paper_of
from printkit.pages import PageMarkup, Picture, PrintedText
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution, attribution_in

# The ids by which the press tells where the parts of the cover stand; each is on one cover only.
TOP, HEADLINE, STANDFIRST, END = "cover-top", "cover-headline", "cover-standfirst", "cover-end"

Setting = Literal["designed", "tight", "crowded"]

# Characters.
_TITLE, _MASTHEAD, _CAPTION = 110, 200, 260
# The class of a text that has more characters than this; the style sheet sets it smaller.
_LONG_MASTHEAD = {"is-longest": 90, "is-very-long": 44, "is-long": 20}
_LONG_HEADLINE = {"is-long": 60}
# Lines beside the lead: without a picture, beside a picture, under one.
_BARE, _BESIDE, _UNDER = 7, 4, 3
# So few lines leave room for their standfirsts.
_FEW = 3


class CoverLine(NamedTuple):
    """An article as the cover announces it.

    Attributes:
        anchor: the id of the article's headline.
        place: where the article stands in the issue: its section, and its place there.
        direction: of its words; empty where it is the issue's.
    """

    anchor: str
    place: tuple[int, int]
    section: str
    title: str
    standfirst: str
    page: str
    language: str
    direction: str

    @property
    def id(self) -> str:
        """The id of the line on the cover."""
        return f"cover-{self.anchor}"


class CoverCopy(NamedTuple):
    """The words and the picture of a cover.

    Attributes:
        picture: its image says caption, credit and description; None for a cover in type alone.
        lead: the article that is announced first; None in an issue without articles.
        lines: the other articles, the most important first: the first articles of all sections,
            then the second ones, and so on.
    """

    number: str
    dates: str
    masthead: str
    picture: Picture | None
    caption: str
    lead: CoverLine | None
    lines: tuple[CoverLine, ...]


def cover_copy(
    plan: Plan,
    period: Period | None,
    sections: Sequence[PlacedSection],
    picture: Picture | None,
    edition: Edition,
    *,
    lead: str = "",
) -> CoverCopy:
    """Gather what the cover is to say.

    Args:
        picture: None for a cover in type alone.
        lead: the anchor of the article that is announced first; empty for the first one.
    """
    attribution = attribution_in(edition.language)
    lines = sorted(
        _lines(sections, attribution), key=lambda line: (line.anchor != lead, *reversed(line.place))
    )
    under = picture and not paper_of(edition.sheet).shape
    most = (_UNDER if under else _BESIDE) if picture else _BARE
    return CoverCopy(
        number=number_of(plan, edition),
        dates=dates_of(plan, period, edition),
        masthead=plan.masthead or title_of(plan, edition),
        picture=picture,
        caption=_caption(picture, attribution) if picture else "",
        lead=lines[0] if lines else None,
        lines=tuple(lines[1 : most + 1]),
    )


def cover_page(
    copy: CoverCopy, edition: Edition, setting: Setting = "designed", *, overflow: float = 0
) -> PageMarkup:
    """Make the cover.

    Args:
        setting: `designed` has the lines in the order of the issue; `tight` has less air, and the
            lines in the order of their importance; `crowded` has type that is small enough for
            any sheet.
        overflow: points of height that the words lacked when they were printed last; the
            picture is made lower by as much.
    """
    lead, picture = copy.lead, copy.picture
    designed = setting == "designed"
    lines = sorted(copy.lines, key=lambda line: line.place) if designed else copy.lines
    # There is room for more words about the articles where the page has neither picture nor lines.
    explained = lines if designed and not picture and len(lines) <= _FEW else ()
    titles = [line.title for line in (lead, *lines) if line]
    standfirsts = [line.standfirst for line in (lead, *explained) if line]
    # Masthead and caption stand nowhere else, so they are checked uncut; the articles' own pages
    # have their headlines and standfirsts in full.
    told = (copy.number, copy.dates, copy.masthead, *titles, *standfirsts, copy.caption)
    return fill_page(
        "cover.html",
        edition,
        (PrintedText("cover", words) for words in told if words),
        title=copy.masthead,
        copy=copy,
        setting=setting,
        overflow=f"{overflow:.2f}pt",
        masthead=shortened(copy.masthead, _MASTHEAD),
        masthead_length=_length(copy.masthead, _LONG_MASTHEAD),
        headline_length=_length(lead.title, _LONG_HEADLINE) if lead else "",
        alt=(picture.image.alt or picture.image.caption or "") if picture else "",
        caption=shortened(copy.caption, _CAPTION),
        lines=lines,
        count="has-none" if not lines else "has-few" if len(lines) <= _FEW else "has-many",
        explained=bool(explained),
    )


def _lines(sections: Sequence[PlacedSection], attribution: Attribution) -> Iterator[CoverLine]:
    """Every article that is printed, as the cover would announce it."""
    for number, section in enumerate(sections):
        printed = (placed for placed in section.placed if not placed.missing)
        for turn, placed in enumerate(printed):
            yield CoverLine(
                anchor=placed.entry.anchor,
                place=(number, turn),
                section=section.name,
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


def _length(text: str, classes: Mapping[str, int]) -> str:
    """Return the first class whose number of characters the text exceeds, or nothing."""
    return next((name for name, most in classes.items() if len(text) > most), "")
