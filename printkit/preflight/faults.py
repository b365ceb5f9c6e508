"""The contents of printed pages → remarks on faults that can be seen without the record."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from printkit.pages import Position
from printkit.preflight.owners import article_at
from printkit.remarks import Remark, Removed

if TYPE_CHECKING:
    from printkit.preflight.readback import PageContent

# Pixels an inch: enough for a newspaper that is read at arm’s length. A lead picture is never
# enlarged so far that it has fewer.
COARSE = 90
_ICON = 12.0  # millimetres; a picture that is narrower and lower may be coarse

Owner = Callable[[float], str]


class Fault(NamedTuple):
    """A fault of a page that belongs to one article.

    Attributes:
        code, message: of the remark.
        article: the prefix of the article's ids, or empty.
        removed: the words that nobody can read because of the fault.
    """

    code: str
    message: str
    article: str
    removed: tuple[Removed, ...] = ()


def faults(
    pages: "Sequence[PageContent]", record: str, starts: Mapping[str, Position]
) -> Iterator[Remark]:
    """Remark with PK602 to PK605 on coarse pictures, cut text, missing descriptions, blank pages.

    Args:
        pages: all pages of the file.
        record: the name of the record, for every remark.
        starts: the places where the articles begin, in their order; empty for a single article.
    """
    for index, page in enumerate(pages):
        owner = partial(article_at, starts, index)
        for code, message, article, removed in (
            *_coarse(page, owner),
            *_cut(page, owner),
            *_undescribed(page, owner),
            *_blank(pages, index, owner),
        ):
            yield Remark(code, message, record, page=page.number, article=article, removed=removed)


def beginning(text: str) -> str:
    """Return the first 60 characters of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _coarse(page: "PageContent", owner: Owner) -> Iterator[Fault]:
    for one in page.rasters:
        wide, high = one.printed_width, one.printed_height
        if one.dpi < COARSE and max(wide, high) >= _ICON:
            size = f"{one.width} × {one.height} pixels on {wide:.0f} × {high:.0f} mm"
            said = f"a picture has {one.dpi} dpi, which is under {COARSE}: {size}"
            yield Fault("PK602", said, owner(one.y))


def _cut(page: "PageContent", owner: Owner) -> Iterator[Fault]:
    """Find one fault for each article whose text is cut off, with the first such text."""
    texts: dict[str, list[str]] = defaultdict(list)
    for one in page.cut:
        texts[owner(one.y)].append(one.words)
    for article, words in texts.items():
        more = f", and {len(words) - 1} more" if len(words) > 1 else ""
        said = f"text is cut off or stands outside the page: “{beginning(words[0])}”{more}"
        yield Fault("PK603", said, article, tuple(Removed("cut text", one) for one in words))


def _undescribed(page: "PageContent", owner: Owner) -> Iterator[Fault]:
    if count := page.undescribed:
        figures = "1 figure has" if count == 1 else f"{count} figures have"
        yield Fault("PK604", f"{figures} no alternative text", owner(0))


def _blank(pages: "Sequence[PageContent]", index: int, owner: Owner) -> Iterator[Fault]:
    """Find a blank page; a left-hand page may be blank before a printed right-hand page."""
    page, following = pages[index], pages[index + 1 : index + 2]
    opens_on_the_right = page.number % 2 == 0 and any(not one.blank for one in following)
    if page.blank and not opens_on_the_right:
        yield Fault("PK605", "nothing is printed on this page", owner(0))
