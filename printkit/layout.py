"""What a page shows of an article, worked out so that templates need only show it."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from printkit.article import Article, Image
from printkit.assets import shown_src
from printkit.bylines import Line
from printkit.copyedit import plain_blocks
from printkit.edition import Sheet
from printkit.furniture import Entry, Furniture, address
from printkit.pages import Copy, Figure, Gathered, LostPicture, Note, Picture

# A headline this long, in characters, is set a size or two smaller.
_LONG, _VERY_LONG = 75, 130
_RUNNING_TITLE = 70
# A summary that the body's first blocks say word for word is not printed above them too.
_BLOCKS_BEFORE_REPEATED = 3
# Columns are balanced by trying height after height: minutes, over one very long address.
_LONGEST_IN_COLUMNS = 120
_SMALL_SHEET, _LARGE_SHEET = 165, 260  # millimetres across


class Opening(NamedTuple):
    """The head of an article.

    Attributes:
        publication: who published it, else the site it is on; may be empty.
        section: what the running head says at its start.
        title: the headline, short enough for a running head.
        date: the day in full, for the masthead.
        kicker: section and kicker on one line.
        standfirst: the subheadline, or the summary where there is none and the body does
            not begin with it.
        scale: the class of a long headline.
        bylines: lines of runs.
        dates: published, updated.
    """

    publication: str
    section: str
    title: str
    date: str
    kicker: str
    standfirst: str
    scale: str
    bylines: tuple[Line, ...]
    dates: tuple[Entry, ...]


class Shown(NamedTuple):
    """A picture as it is shown: found, with its url, or lost, with a reason and an address."""

    url: str
    alt: str
    reason: str
    address: str
    title: str
    caption: Markup
    credit: str


def opening(article: Article, copy: Copy, furniture: Furniture) -> Opening:
    """Work out the head of an article."""
    publication = article.source.name if article.source else _site(article.url or "")
    published = article.date_published
    entries = furniture.attribution(article)
    return Opening(
        publication=publication,
        section=article.section or publication,
        title=_shortened(article.headline),
        date=furniture.full_date(published) if published else "",
        kicker=" · ".join(_distinct(article.section, article.kicker)),
        standfirst=_standfirst(article, copy),
        scale=_headline_scale(article.headline),
        bylines=furniture.byline(article),
        dates=tuple(entries[key] for key in ("published", "updated") if key in entries),
    )


def dateline(article: Article) -> str:
    """The words that run in before the text: as given, else the place it was written."""
    if article.dateline or not article.location:
        return article.dateline or ""
    place = article.location
    return ", ".join(_distinct(place.name, place.region, place.country))


def source_lines(article: Article, furniture: Furniture) -> tuple[Entry, ...]:
    """The lines of the source block: all the attribution but what the opening has."""
    entries = furniture.attribution(article)
    tags = Entry(furniture.label("tags"), furniture.word("comma").join(article.tags))
    told = (entry for key, entry in entries.items() if key not in ("published", "updated"))
    return (*told, *((tags,) if article.tags else ()))


def notes_width(notes: Sequence[Note]) -> str:
    """The class of notes that are too long to stand in columns."""
    longest = max((len(note.url) for note in notes), default=0)
    return "is-wide" if longest > _LONGEST_IN_COLUMNS else ""


def shown(figure: Figure, gathered: Gathered, furniture: Furniture) -> Shown:
    """Work out how a picture is shown, with what its own file adds to the record."""
    found = gathered.by_src.get(figure.image.src or "")
    image = found.image if isinstance(found, Picture) else figure.image
    # Copy-editing made the caption safe.
    words = Markup(figure.caption) or escape(figure.image.caption or image.caption or "")
    return Shown(
        url=found.url if isinstance(found, Picture) else "",
        alt="" if image.decorative else image.alt or image.caption or image.headline or "",
        reason=_reason(found, furniture),
        address=_shown_address(image.src or ""),
        title=image.headline or "",
        caption=words,
        credit=_credited(image, furniture),
    )


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _distinct(*words: str | None) -> list[str]:
    """The words that are there, each once, whatever its case."""
    return list({word.casefold(): word for word in words if word}.values())


def _shortened(headline: str) -> str:
    if len(headline) <= _RUNNING_TITLE:
        return headline
    whole, _, _ = headline[:_RUNNING_TITLE].rpartition(" ")
    return f"{(whole or headline[:_RUNNING_TITLE]).rstrip(' ,;:–—-')} …"


def _headline_scale(headline: str) -> str:
    if len(headline) > _VERY_LONG:
        return "is-very-long"
    return "is-long" if len(headline) > _LONG else ""


def _standfirst(article: Article, copy: Copy) -> str:
    if article.subheadline or not article.summary:
        return article.subheadline or ""
    start = _letters("".join(plain_blocks(copy)[:_BLOCKS_BEFORE_REPEATED]))
    return "" if _letters(article.summary.rstrip(" .…")) in start else article.summary


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _reason(found: Picture | LostPicture | None, furniture: Furniture) -> str:
    """Why there is no picture, in the reader's language; the remark says it in full."""
    return furniture.word("picture_not_available" if found else "picture_not_supplied")


def _shown_address(src: str) -> str:
    return "" if src.startswith("data:") else address(shown_src(src))


def _credited(image: Image, furniture: Furniture) -> str:
    rights = furniture.picture_rights(image)
    return " ".join(line for line in (furniture.picture_credit(image), *rights) if line)


def sheet_scale(sheet: Sheet) -> str:
    """The class that scales type to the sheet."""
    if sheet.width < _SMALL_SHEET:
        return "small-sheet"
    return "large-sheet" if sheet.width > _LARGE_SHEET else ""


def sheet_size(sheet: Sheet) -> str:
    """The sheet as CSS has it."""
    return f"{sheet.width:g}mm {sheet.height:g}mm"
