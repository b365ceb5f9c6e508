"""Slots: the parts of a book in their order, and the numbers that follow from it."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from printkit.bindery.book import TOP, Insert, Jump, Numbering, Part
from printkit.markup.cross_references import CROSSING
from printkit.markup.digest import PageFurniture
from printkit.markup.entries import Listing
from printkit.pages import Bookmark, Position
from printkit.wording.attribution import Attribution

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class LinkTarget(NamedTuple):
    """What links within the issue lead to; its place is counted from its part's first page."""

    anchor: str
    title: str
    place: Position


class PlacedPart(NamedTuple):
    """A part in its order.

    Attributes:
        part: pages.
        targets: what on them may be led to, the part itself first.
        margins: what the margins of each page say; none where nothing is printed there.
        section: of the issue, where the part is in one.
    """

    part: Part | Insert
    targets: tuple[LinkTarget, ...]
    margins: tuple[PageFurniture, ...] = ()
    section: str = ""

    @property
    def page_count(self) -> int:
        """How many pages."""
        return self.part.pages.page_count if isinstance(self.part, Part) else self.part.page_count

    @property
    def language(self) -> str:
        """The language of a part of its own; empty for the issue's."""
        return self.part.language if isinstance(self.part, Part) else ""

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The part's own outline; an insert is one entry of it."""
        if isinstance(self.part, Part):
            return self.part.pages.bookmarks
        return (Bookmark(1, self.part.title, self.targets[0].place),)


def insert_slots(inserts: Sequence[Insert], name: str) -> list[PlacedPart]:
    """The slots of somebody else's pages, their anchors counted under this name."""
    return [
        PlacedPart(one, (LinkTarget(f"{name}-{number}", one.title, Position(0, 0, TOP)),))
        for number, one in enumerate(inserts, 1)
    ]


def starts(slots: Sequence[PlacedPart]) -> list[int]:
    """How many pages of the book stand before each."""
    return list(accumulate((slot.page_count for slot in slots[:-1]), initial=0))[: len(slots)]


def numbers(slots: Sequence[PlacedPart]) -> list[int]:
    """The number of each one's first page, among those that are numbered in the same way."""
    counted: dict[Numbering, int] = {}
    found = []
    for slot in slots:
        number = counted.get(slot.part.numbering, 1)
        counted[slot.part.numbering] = number + slot.page_count
        found.append(number)
    return found


def folio(numbering: Numbering, number: int) -> str:
    """A page's number as it is printed, `iv` or `12`; empty where it is not counted."""
    if numbering != "roman":
        return str(number) if numbering == "arabic" else ""
    numeral = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral


def listings(slots: Sequence[PlacedPart]) -> list[Listing]:
    """All that may be led to, as the contents list it."""
    return [
        Listing(one.anchor, one.title, folio(slot.part.numbering, number + one.place.page))
        for slot, number in zip(slots, numbers(slots), strict=True)
        for one in slot.targets
    ]


def jumps(slots: Sequence[PlacedPart], own: Attribution) -> Iterator[tuple[str, Jump]]:
    """Where links within the issue lead, by the address that they bear."""
    for slot, start, number in zip(slots, starts(slots), numbers(slots), strict=True):
        for target in slot.targets:
            page = folio(slot.part.numbering, number + target.place.page)
            told = own.word("comma").join(
                filter(None, (target.title, page and own.word("page", number=page)))
            )
            place = target.place._replace(page=start + target.place.page)
            yield f"{CROSSING}{target.anchor}", Jump(place, told)


def outline(slots: Sequence[PlacedPart]) -> Iterator[Bookmark]:
    """The bookmarks of the whole book: sections, in them articles, in those their headings."""
    section = ""
    for slot, start in zip(slots, starts(slots), strict=True):
        marks = slot.bookmarks
        if slot.section and slot.section != section and marks:
            yield Bookmark(1, slot.section, _shifted(marks[0].place, start))
        section = slot.section
        for level, label, place in marks:
            yield Bookmark(level + bool(section), label, _shifted(place, start))


def _shifted(place: Position, pages: int) -> Position:
    return place._replace(page=place.page + pages)
