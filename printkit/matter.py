"""Matter: the digest's own pages, cover to colophon, and the furniture of all its pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from markupsafe import Markup

from printkit import copyedit, layout, plates
from printkit.article import Article
from printkit.bylines import distinct
from printkit.copyedit import plain_blocks
from printkit.edition import Edition
from printkit.furniture import Furniture, address, furniture, shortened
from printkit.imprints import authors, notices
from printkit.pages import Copy, Gathered, PageMarkup, Picture
from printkit.period import Period
from printkit.plan import Plan
from printkit.remarks import Remark
from printkit.stories import Listing, Placed, PlacedSection
from printkit.templating import fill, generator

Kind = Literal["opening", "continued", "blank"]
Printed = Iterable[tuple[str, str]]

# Characters that a cover or a line of the contents has room for.
_STANDFIRST, _COVER_TITLE, _COVER_CAPTION, _REASON = 160, 110, 260, 400
_COVER_LINES, _LINES_OF_A_BARE_COVER = 3, 7
# From so many articles on, contents are set closer.
_MANY = 24
_NO_PICTURES = Gathered({})


class Margins(NamedTuple):
    """What stands in the margins of one page.

    Attributes:
        kind: an opening page has no running heads, a blank one nothing at all.
        publication, section, title: as they are; the sheet has room for so much of them.
    """

    kind: Kind
    publication: str = ""
    section: str = ""
    title: str = ""


class CoverLine(NamedTuple):
    """An article as the cover announces it."""

    anchor: str
    section: str
    title: str
    standfirst: str
    page: str
    language: str


class Entry(NamedTuple):
    """An article as the contents list it; `details` are its makers, its source, its length."""

    anchor: str
    title: str
    standfirst: str
    details: str
    page: str
    missing: bool
    language: str


class Reference(NamedTuple):
    """An article as the list of sources has it."""

    publication: str
    makers: str
    title: str
    date: str
    url: str
    page: str
    anchor: str
    language: str


class Credit(NamedTuple):
    """A picture as the list of credits has it."""

    page: str
    anchor: str
    title: str
    credit: str
    lost: bool


def title_of(plan: Plan, edition: Edition) -> str:
    """The issue's title, for its file and its running heads: its own, or the language's word."""
    return plan.title or plan.masthead or furniture(edition.language).word("digest")


def dates_of(plan: Plan, period: Period | None, edition: Edition) -> str:
    """When the issue is from: `Week 37 · 9–15 September 2019`, or its date; may be empty."""
    own = furniture(edition.language)
    if not period:
        return own.date(plan.date) if plan.date else ""
    week = [own.word("week", number=int(period.week[-2:]))] if period.week else []
    return " · ".join((*week, own.period(period.first, period.last)))


def number_of(plan: Plan, edition: Edition) -> str:
    """`Issue 37`; a number that is none stands as it is."""
    own = furniture(edition.language)
    if not re.search(r"\d", plan.number):
        return plan.number
    return own.word("issue", number=own.folio(plan.number))


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
    first, *others = _cover_lines(
        sections, lead, _COVER_LINES if picture else _LINES_OF_A_BARE_COVER, own
    ) or (None,)
    masthead = shortened(plan.masthead or title_of(plan, edition), _COVER_TITLE)
    caption = _cover_caption(picture, own) if picture else ""
    number, dates = number_of(plan, edition), dates_of(plan, period, edition)
    titles = [line.title for line in (first, *others) if line]
    told = (number, dates, masthead, *titles, caption)
    return _page(
        "cover.html",
        edition,
        (("cover", words) for words in told if words),
        title=masthead,
        number=number,
        dates=dates,
        masthead=masthead,
        picture=picture,
        alt=(picture.image.alt or picture.image.caption or "") if picture else "",
        caption=caption,
        lead=first,
        lines=others,
    )


def note_page(plan: Plan, edition: Edition) -> PageMarkup:
    """Make the page of the editor's note.

    Raises:
        RecordError: nothing in the note can be printed.
    """
    own = furniture(edition.language)
    heading = own.word("editors_note")
    copy = _edited(heading, plan.note, edition, "note")
    printed = (
        ("note", heading),
        *(("note", block) for block in plain_blocks(copy)),
        *(("note", address(note.url)) for note in copy.notes),
        *((("note_by", plan.note_by),) if plan.note_by else ()),
    )
    return _page(
        "note.html",
        edition,
        printed,
        remarks=_noticed(copy, "note"),
        title=heading,
        text=_text(copy, own, "note"),
        listed_notes=_listed(copy),
        links=edition.links,
        signed=plan.note_by,
    )


def contents_page(
    sections: Sequence[PlacedSection],
    edition: Edition,
    *,
    inserts: Sequence[Listing] = (),
    back: Sequence[Listing] = (),
) -> PageMarkup:
    """Make the contents.

    Args:
        sections: every article of the issue, those that are missing too.
        inserts: the PDFs that were bound in.
        back: the parts after the articles.
    """
    own = furniture(edition.language)
    heading = own.word("in_this_issue")
    listed = [(one.name, [_entry(placed, own) for placed in one.placed]) for one in sections]
    entries = [entry for _, some in listed for entry in some]
    others = [one._replace(page=own.folio(one.page)) for one in (*inserts, *back)]
    printed = (
        ("contents", heading),
        *(("contents", name) for name, _ in listed if name),
        *(("contents", words) for one in (*entries, *others) for words in (one.title, one.page)),
    )
    return _page(
        "contents.html",
        edition,
        printed,
        title=heading,
        sections=listed,
        others=others,
        close=len(entries) > _MANY,
    )


def sources_page(sections: Sequence[PlacedSection], edition: Edition) -> PageMarkup:
    """Make the list of where the articles come from, in the order of the issue."""
    own = furniture(edition.language)
    references = [
        _reference(placed, placed.article, own)
        for section in sections
        for placed in section.placed
        if placed.article
    ]
    heading = own.word("sources")
    printed = (
        ("sources", heading),
        *(("sources", words) for one in references for words in (one.publication, one.title)),
    )
    return _page("sources.html", edition, printed, title=heading, references=references)


def picture_credits_page(
    sections: Sequence[PlacedSection], edition: Edition, *, cover: Picture | None = None
) -> PageMarkup:
    """Make the list of who made the pictures, in the order of the issue."""
    own = furniture(edition.language)
    credits = [*_cover_credit(cover, own), *_credits(sections, own)]
    heading = own.word("picture_credits")
    printed = (("pictures", heading), *(("pictures", one.credit) for one in credits))
    return _page("picture-credits.html", edition, printed, title=heading, credits=credits)


def colophon_page(
    plan: Plan,
    period: Period | None,
    articles: Sequence[Article],
    fonts: Sequence[str],
    edition: Edition,
) -> PageMarkup:
    """Make the colophon.

    Args:
        articles: those that are printed; whose notices of rights stand here together.
        fonts: the names of the families in use.

    Raises:
        RecordError: nothing in the plan's own colophon can be printed.
    """
    own = furniture(edition.language)
    heading = own.word("colophon")
    comma = own.word("comma")
    edited = _edited(heading, plan.colophon, edition, "colophon") if plan.colophon else None
    dates, number = dates_of(plan, period, edition), number_of(plan, edition)
    lines = (
        (own.label("fonts"), comma.join(fonts)),
        (own.label("copyright"), comma.join(notices(articles, own))),
    )
    made = own.word("made_with", tool=generator())
    day = own.word("printed_on", date=own.date(plan.date)) if plan.date else ""
    issue = " · ".join(filter(None, (title_of(plan, edition), number, dates)))
    copy = edited or Copy("")
    told = (heading, issue, *plain_blocks(copy), made, *(line for _, line in lines), day)
    return _page(
        "colophon.html",
        edition,
        (("colophon", words) for words in told if words),
        remarks=_noticed(copy, "colophon"),
        title=heading,
        issue=issue,
        text=_text(copy, own, "colophon"),
        listed_notes=_listed(copy),
        links=edition.links,
        made=made,
        lines=[line for line in lines if line[1]],
        day=day,
    )


def stub_page(placed: Placed, edition: Edition, *, section: str = "") -> PageMarkup:
    """Make the page that stands for an article that could not be printed, and says so.

    Args:
        placed: what is missing, and why.
        section: the head of the section that it opens; or none.
    """
    own = furniture(edition.language)
    reason = shortened(placed.missing, _REASON)
    url = (placed.article.url if placed.article else "") or ""
    sorry = own.word("article_missing")
    told = (section, placed.title, sorry, reason, address(url))
    return _page(
        "stub.html",
        edition,
        (("stub", words) for words in told if words),
        title=placed.title,
        anchor=placed.story.anchor,
        section=section,
        details=_details(placed, own),
        sorry=sorry,
        reason=reason,
        url=url,
        language=_language(placed),
    )


def furniture_pages(
    pages: Sequence[Margins],
    edition: Edition,
    *,
    numbering: Literal["roman", "arabic"] = "arabic",
    first: int = 1,
) -> PageMarkup:
    """Make an empty page for each page of the issue, for what the theme puts in its margins.

    Args:
        pages: what each is to say; the first is no continued one, as a theme takes the first
            page of a document for an opening.
        numbering: of the folios.
        first: the number of the first page; an even one is a left-hand page.
    """
    shown = [
        (one.kind, layout.running(one.publication, one.section, one.title, edition.sheet))
        for one in pages
    ]
    return _page(
        "furniture.html",
        edition,
        (),
        title="",
        pages=shown,
        numbering=numbering,
        first=first,
    )


def _page(
    name: str,
    edition: Edition,
    printed: Printed,
    remarks: tuple[Remark, ...] = (),
    **values: object,
) -> PageMarkup:
    own = furniture(edition.language)
    page = fill(
        name,
        furniture=own,
        direction=own.direction,
        paper=layout.paper(edition.sheet),
        **values,
    )
    return PageMarkup(
        page, tuple(printed), archive=edition.profile == "archive", remarks=remarks
    )


def _cover_lines(
    sections: Sequence[PlacedSection], lead: str, many: int, own: Furniture
) -> list[CoverLine]:
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
    return [_cover_line(name, placed, own) for _, _, name, placed in (*printed[:1], *others)]


def _cover_line(section: str, placed: Placed, own: Furniture) -> CoverLine:
    return CoverLine(
        anchor=placed.story.anchor,
        section=section,
        title=shortened(placed.title, _COVER_TITLE),
        standfirst=_standfirst(placed),
        page=own.word("page", number=own.folio(placed.page)),
        language=_language(placed),
    )


def _cover_caption(picture: Picture, own: Furniture) -> str:
    words = " ".join(filter(None, (picture.image.caption, own.picture_credit(picture.image))))
    return shortened(own.labelled(own.word("cover"), words), _COVER_CAPTION) if words else ""


def _entry(placed: Placed, own: Furniture) -> Entry:
    return Entry(
        anchor=placed.story.anchor,
        title=placed.title,
        standfirst="" if placed.missing else _standfirst(placed),
        details=own.word("article_missing") if placed.missing else _details(placed, own),
        page=own.folio(placed.page),
        missing=bool(placed.missing),
        language=_language(placed),
    )


def _standfirst(placed: Placed) -> str:
    article = placed.article
    words = (article.subheadline or article.summary or "") if article else ""
    return shortened(words, _STANDFIRST)


def _details(placed: Placed, own: Furniture) -> str:
    """`Ana Ruiz · The Coast Herald · 3 min read`."""
    if not placed.article:
        return ""
    minutes = "" if placed.missing else own.word("reading_time", minutes=placed.story.minutes)
    source = placed.article.source.name if placed.article.source else ""
    return " · ".join(filter(None, (*distinct(_makers(placed.article, own), source), minutes)))


def _makers(article: Article, own: Furniture) -> str:
    return own.names(authors(article)) if authors(article) else ""


def _language(placed: Placed) -> str:
    return furniture(placed.article.language).language if placed.article else "und"


def _reference(placed: Placed, article: Article, own: Furniture) -> Reference:
    return Reference(
        publication=article.source.name if article.source else "",
        makers=_makers(article, own),
        title=article.headline,
        date=own.date(article.date_published) if article.date_published else "",
        url=article.url or "",
        page=own.folio(placed.page),
        anchor=placed.story.anchor,
        language=_language(placed),
    )


def _cover_credit(cover: Picture | None, own: Furniture) -> Iterator[Credit]:
    credit = own.picture_credit(cover.image) if cover else ""
    if cover and credit:
        rights = " · ".join((credit, *own.picture_rights(cover.image)))
        yield Credit(own.word("cover"), "", cover.image.caption or "", rights, lost=False)


def _credits(sections: Sequence[PlacedSection], own: Furniture) -> Iterator[Credit]:
    """Those that anybody is credited for."""
    for section in sections:
        for placed in section.placed:
            for one, page in zip(placed.story.pictures, placed.picture_pages, strict=True):
                if one.credit:
                    yield Credit(own.folio(page), one.anchor, one.title, one.credit, one.lost)


def _edited(heading: str, text: str, edition: Edition, prefix: str) -> Copy:
    article = Article(
        headline=heading, body=text, body_format="markdown", language=edition.language
    )
    return copyedit.edit(article, links=edition.links, prefix=prefix, where=prefix)


def _text(copy: Copy, own: Furniture, prefix: str) -> Markup:
    return plates.place(
        Markup(copy.html), plates.pictures(copy, _NO_PICTURES, own, prefix).body
    )


def _listed(copy: Copy) -> list[tuple[int, str, str]]:
    return [(note.number, note.url, "") for note in copy.notes]


def _noticed(copy: Copy, where: str) -> tuple[Remark, ...]:
    lost = (
        Remark("PK401", "a picture in the text is not printed: only articles have any", where)
        for _ in copy.images
    )
    return (*copy.remarks, *lost)
