"""Read the outline of somebody else's PDF.

In: the file, its pages with the attributes that they inherit. Out: its bookmarks in their order,
each with the page that it leads to, and the bookmarks whose own target was not kept.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pikepdf import Dictionary, Integer, Name, Object, Pdf, Real, String

from printkit.edition.limits import setting
from printkit.inserts.links import LinkReducer
from printkit.inserts.sanitised_pdf import FoundBookmark
from printkit.text.characters import one_line

_DEEPEST = 30
_LONGEST_TITLE = 200
# The places of left and top among the numbers of a destination: ISO 32000-1, table 151.
_CORNERS = {"/XYZ": (0, 1), "/FitR": (0, 3), "/FitH": (None, 0), "/FitBH": (None, 0)}


class _RawBookmark(NamedTuple):
    """An outline item as it was found; without a place, the item leads to no page of the file."""

    level: int
    title: str
    place: FoundBookmark | None


def read_outline(pdf: Pdf, most: int) -> tuple[list[FoundBookmark], list[str]]:
    """Return the bookmarks of the file, and the titles of bookmarks whose target was not kept.

    A bookmark whose target is not in the file leads to the page of the bookmark before it. If
    the target is a web address, the address stands behind the title. At most `most` bookmarks are
    read.
    """
    reducer = LinkReducer(pdf)
    numbers: dict[tuple[int, int], int] = {}
    for number, page in enumerate(pdf.pages):
        numbers.setdefault(page.obj.objgen, number)
    items: list[_RawBookmark] = []
    astray: list[str] = []
    for level, item in _items(pdf.Root.get("/Outlines")):
        title = _title(item)
        if not title:
            continue
        if len(items) == most:
            after = f"and all bookmarks after it ({setting('joined_bookmarks')})"
            astray.append(f"{title}, {after}")
            break
        target = reducer.target(item)
        place = None
        if target and target[0] == "/Dest":
            place = _place(level, title, target[1], numbers)
        elif target:
            astray.append(f"{title}: {one_line(str(target[1].URI))}")
        elif "/A" in item or "/Dest" in item:
            astray.append(title)
        items.append(_RawBookmark(level, title, place))
    return _placed(items), astray


def _items(root: Object | None) -> Iterator[tuple[int, Dictionary]]:
    """Yield every outline item with its level, each once, as an outline may have loops."""
    seen = set()
    waiting = [(1, root.get("/First"))] if isinstance(root, Dictionary) else []
    while waiting:
        level, item = waiting.pop()
        if not isinstance(item, Dictionary) or item.objgen in seen:
            continue
        if item.is_indirect:
            seen.add(item.objgen)
        yield level, item
        waiting += [(level, item.get("/Next")), (min(level + 1, _DEEPEST), item.get("/First"))]


def _title(item: Dictionary) -> str:
    given = item.get("/Title")
    return one_line(str(given))[:_LONGEST_TITLE] if isinstance(given, String) else ""


def _place(
    level: int, title: str, destination: Object, numbers: dict[tuple[int, int], int]
) -> FoundBookmark:
    """Return a bookmark with the page and the corner that a destination names."""
    page, *view = list(destination)
    kind = str(view[0]) if view and isinstance(view[0], Name) else ""
    left, top = (_coordinate(view[1:], index) for index in _CORNERS.get(kind, (None, None)))
    return FoundBookmark(level, title, numbers[page.objgen], left or 0, top)


def _coordinate(numbers: Sequence[object], index: int | None) -> float | None:
    value = numbers[index] if index is not None and index < len(numbers) else None
    found = float(value) if isinstance(value, int | Integer | Real) else math.nan
    return found if math.isfinite(found) else None


def _placed(items: Sequence[_RawBookmark]) -> list[FoundBookmark]:
    """Return the items as bookmarks that all lead to a page.

    A head without a target, such as “Part one”, leads where the first bookmark below it leads.
    Any other bookmark without a target leads where the bookmark before it leads.
    """
    places = [item.place for item in items]
    for number in range(len(items) - 2, -1, -1):
        if not places[number] and items[number + 1].level > items[number].level:
            places[number] = places[number + 1]
    found: list[FoundBookmark] = []
    before = FoundBookmark(1, "", 0)
    for item, place in zip(items, places, strict=True):
        before = (place or before)._replace(level=item.level, title=item.title)
        found.append(before)
    return found
