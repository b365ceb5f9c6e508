"""The cover: takes plan, articles and picture, gives its words, and markup that shows them.

How many words fit one page is decided by `printkit.makeup.cover`, which prints the markup.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.markup.digest.entry import entry_direction, language, standfirst
from printkit.markup.digest.nameplate import dates_of, number_of, title_of
from printkit.markup.digest.page import fill_page
from printkit.markup.entries import PlacedSection
from printkit.markup.paper import paper_of
from printkit.pages import PageMarkup, Picture, PrintedText
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution, attribution_in

# Ids on the cover: the press reports their positions.
HEADLINE, STANDFIRST = "cover-headline", "cover-standfirst"
# The end of the words, and the lowest place that the words may reach.
END, FOOT = "cover-end", "cover-foot"

CoverFit = Literal["designed", "tight", "crowded"]

# The most characters of each text on the cover.
_TITLE, _MASTHEAD, _CAPTION = 110, 200, 260
# A text with more characters than the number has the class, which sets the text smaller.
_LONG_MASTHEAD = {"is-longest": 90, "is-very-long": 44, "is-long": 20}
_LONG_HEADLINE = {"is-long": 60}
# The most lines on a cover without a picture, beside a picture, under a picture.
_BARE, _BESIDE, _UNDER = 7, 4, 3
# Not more lines than these leave room for the standfirst of each.
_FEW = 3


class CoverLine(NamedTuple):
    """An article as the cover announces it.

    Attributes:
        anchor: the id of the article's headline.
        place: the number of the section in the issue, and of the article in the section.
        direction: `ltr` or `rtl`; empty if the issue has the same direction.
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
        picture: None for a cover in type alone.
        lead: the article with the large headline; None in an issue without articles.
        lines: the other articles, the most important first: the first article of every
            section, then the second article of every section, and so on.
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
    """Gather the words of the cover.

    Args:
        plan: the plan, with the masthead and the number of the issue.
        period: the days that the issue covers, if any.
        sections: the articles of the issue.
        picture: the picture with its words; None for a cover of words alone.
        edition: the edition of the issue.
        lead: the anchor of the article with the large headline; empty for the first article.
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
    copy: CoverCopy, edition: Edition, setting: CoverFit = "designed", *, spare: float = 0
) -> PageMarkup:
    """Make the markup of the cover.

    Args:
        copy: the words of the cover.
        edition: the edition of the issue.
        setting: `designed` has the lines in the order of the issue; `tight` has less air, and the
            lines in the order of their importance; `crowded` has type that is small enough for
            any sheet. The last two have the least picture.
        spare: the height, in points, that stayed empty under the words when the cover was
            printed with the least picture; the picture is made higher by this height.
    """
    lead, picture = copy.lead, copy.picture
    designed = setting == "designed"
    lines = sorted(copy.lines, key=lambda line: line.place) if designed else copy.lines
    explained = lines if designed and not picture and len(lines) <= _FEW else ()
    titles = [line.title for line in (lead, *lines) if line]
    standfirsts = [line.standfirst for line in (lead, *explained) if line]
    # Masthead and caption are printed nowhere else: the preflight compares them in full. The
    # articles' own pages have the full headlines and standfirsts.
    texts = (copy.number, copy.dates, copy.masthead, *titles, *standfirsts, copy.caption)
    page = fill_page(
        "cover.html",
        edition,
        (PrintedText("cover", words) for words in texts if words),
        title=copy.masthead,
        number=copy.number,
        dates=copy.dates,
        lead=lead,
        picture=picture,
        setting=setting,
        spare=f"{spare:.2f}pt",
        masthead=shortened(copy.masthead, _MASTHEAD),
        masthead_class=_class_of(copy.masthead, _LONG_MASTHEAD),
        headline_class=_class_of(lead.title, _LONG_HEADLINE) if lead else "",
        alt=(picture.image.alt or picture.image.caption or "") if picture else "",
        caption=shortened(copy.caption, _CAPTION),
        lines=lines,
        lines_class="has-none" if not lines else "has-few" if len(lines) <= _FEW else "has-many",
        with_standfirsts=bool(explained),
    )
    return page._replace(pictures={picture.url: picture}) if picture else page


def _lines(sections: Sequence[PlacedSection], attribution: Attribution) -> Iterator[CoverLine]:
    """Yield a line for every article that is printed."""
    for number, section in enumerate(sections):
        printed = (entry for entry in section.entries if not entry.missing)
        for turn, entry in enumerate(printed):
            yield CoverLine(
                anchor=entry.anchor,
                place=(number, turn),
                section=section.name,
                title=shortened(entry.title, _TITLE),
                standfirst=standfirst(entry),
                page=attribution.word("page", number=attribution.folio(entry.page)),
                language=language(entry, attribution),
                direction=entry_direction(entry, attribution),
            )


def _caption(picture: Picture, attribution: Attribution) -> str:
    words = " ".join(
        filter(None, (picture.image.caption, attribution.picture_credit(picture.image)))
    )
    return attribution.labelled(attribution.word("cover"), words) if words else ""


def _class_of(text: str, classes: Mapping[str, int]) -> str:
    """Return the first CSS class of which the text is longer than the number; else no class."""
    return next((name for name, most in classes.items() if len(text) > most), "")
