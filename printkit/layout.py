"""What a page shows of an article, worked out so that templates need only show it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from printkit.article import Article, Image
from printkit.assets import shown_src
from printkit.bylines import Line
from printkit.copyedit import plain_blocks
from printkit.edition import Sheet
from printkit.furniture import Entry, Furniture, address
from printkit.inventory import letters
from printkit.pages import Copy, Figure, Gathered, LostPicture, Note, Picture

# A headline this long, in characters, is set a size or two smaller.
_LONG, _VERY_LONG = 75, 130
# Characters that a millimetre of the sheet's width leaves room for in the margins.
_PUBLICATION, _SECTION, _TITLE = 0.4, 0.125, 0.28
# Columns are balanced by trying height after height: minutes, over one very long address.
_LONGEST_IN_COLUMNS = 120
_SMALL_SHEET, _LARGE_SHEET = 165, 260  # millimetres across


class Running(NamedTuple):
    """What the margins of every page say."""

    publication: str
    section: str
    title: str


class Opening(NamedTuple):
    """The head of an article.

    Attributes:
        publication: who published it, else the site it is on; may be empty.
        running: publication, section and headline, short enough for the page's margins.
        date: the day in full, for the masthead.
        kicker: section, kicker and genre on one line.
        standfirst: the subheadline, or the summary where there is none and the body does
            not say it word for word.
        scale: the class of a long headline.
        bylines: lines of runs.
        dates: published, updated.
    """

    publication: str
    running: Running
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


def opening(article: Article, copy: Copy, furniture: Furniture, sheet: Sheet) -> Opening:
    """Work out the head of an article."""
    publication = article.source.name if article.source else _site(article.url or "")
    published = article.date_published
    entries = furniture.attribution(article)
    return Opening(
        publication=publication,
        running=Running(
            _shortened(publication, int(sheet.width * _PUBLICATION)),
            _shortened(article.section or publication, int(sheet.width * _SECTION)),
            _shortened(article.headline, int(sheet.width * _TITLE)),
        ),
        date=furniture.full_date(published) if published else "",
        kicker=" · ".join(_distinct(article.section, article.kicker, article.genre)),
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
    told = [entry for key, entry in entries.items() if key not in ("published", "updated")]
    return (*told, *_addresses(article), *((tags,) if article.tags else ()))


def _addresses(article: Article) -> Iterator[Entry]:
    """Where the source and the people are to be found, unless the article's own address says it."""
    source = article.source
    if source and source.url and not (article.url or "").startswith(source.url.rstrip("/")):
        yield Entry(f"{source.name} ", address(source.url), source.url)
    for person in (*article.authors, *article.contributors):
        if person.url:
            yield Entry(f"{person.name} ", address(person.url), person.url)


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
        credit=" ".join(
            filter(None, (_credited(image, furniture), _taken(figure.image, furniture)))
        ),
    )


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _distinct(*words: str | None) -> list[str]:
    """The words that are there, each once, whatever its case."""
    return list({word.casefold(): word for word in words if word}.values())


def _shortened(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    whole, _, _ = text[:most].rpartition(" ")
    return f"{(whole or text[: most - 1]).rstrip(' ,;:–—-')} …"


def _headline_scale(headline: str) -> str:
    if len(headline) > _VERY_LONG:
        return "is-very-long"
    return "is-long" if len(headline) > _LONG else ""


def _standfirst(article: Article, copy: Copy) -> str:
    if article.subheadline or not article.summary:
        return article.subheadline or ""
    said = letters("".join(plain_blocks(copy)))
    return "" if letters(article.summary.rstrip(" .…")) in said else article.summary


def _reason(found: Picture | LostPicture | None, furniture: Furniture) -> str:
    """Why there is no picture, in the reader's language; the remark says it in full."""
    return furniture.word("picture_not_available" if found else "picture_not_supplied")


def _shown_address(src: str) -> str:
    return "" if src.startswith("data:") else address(shown_src(src))


def _credited(image: Image, furniture: Furniture) -> str:
    rights = furniture.picture_rights(image)
    return " · ".join(line for line in (furniture.picture_credit(image), *rights) if line)


def _taken(image: Image, furniture: Furniture) -> str:
    """Where and when, as the record itself has it; a file's own data say it of every snapshot."""
    place = image.place
    where = _distinct(place.name, place.region, place.country) if place else []
    when = [furniture.date(image.date_created)] if image.date_created else []
    return furniture.word("comma").join((*where, *when))


def sheet_scale(sheet: Sheet) -> str:
    """The class that scales type to the sheet."""
    if sheet.width < _SMALL_SHEET:
        return "small-sheet"
    return "large-sheet" if sheet.width > _LARGE_SHEET else ""


def sheet_size(sheet: Sheet) -> str:
    """The sheet as CSS has it."""
    return f"{sheet.width:g}mm {sheet.height:g}mm"
