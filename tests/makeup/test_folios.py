"""Slots: numbers, labels, links and outline that follow from the order of the parts."""

import re

from hypothesis import given
from hypothesis import strategies as st

from printkit.bindery.book import Insert, Part
from printkit.makeup.folios import (
    TOP,
    LinkTarget,
    PlacedPart,
    folio,
    insert_slots,
    jumps,
    listings,
    numbers,
    outline,
    starts,
)
from printkit.markup.entries import Listing
from printkit.pages import Bookmark, Position
from printkit.wording.attribution import attribution_in
from tests.support.press_runs import sheets


def mark(label: str, page: int = 0, level: int = 1) -> Bookmark:
    return Bookmark(level, label, Position(page, 5, 700))


def slot(
    name: str, count: int = 1, *marks: Bookmark, section: str = "", numbering: str = "arabic"
) -> PlacedPart:
    """A part of so many pages, led to by its name."""
    own = sheets(count, marks=marks or (mark(name),))
    part = Part(own, name, numbering="roman" if numbering == "roman" else "arabic")
    return PlacedPart(part, (LinkTarget(name, name, Position(0, 5, 700)),), section=section)


LEAFLET = insert_slots([Insert(b"", 3, "A leaflet")], "appended")
ISSUE = [
    slot("Cover", numbering="roman"),
    slot("Contents", 2, numbering="roman"),
    slot("Ferry", 4, section="World"),
    *LEAFLET,
    slot("Colophon"),
]


def test_pages_are_counted_on_in_each_way_of_numbering() -> None:
    """The front matter apart from all that follows; somebody else's pages with ours."""
    assert starts(ISSUE) == [0, 1, 3, 7, 10]
    assert numbers(ISSUE) == [1, 2, 1, 5, 8]
    assert [slot.page_count for slot in ISSUE] == [1, 2, 4, 3, 1]
    assert (starts([]), numbers([]), listings([]), list(outline([]))) == ([], [], [], [])


def test_the_contents_list_the_folio_that_is_printed() -> None:
    """Roman in front, arabic behind."""
    assert listings(ISSUE) == [
        Listing("Cover", "Cover", "i"),
        Listing("Contents", "Contents", "ii"),
        Listing("Ferry", "Ferry", "1"),
        Listing("appended-1", "A leaflet", "5"),
        Listing("Colophon", "Colophon", "8"),
    ]


def test_each_of_several_parts_on_the_same_pages_is_listed() -> None:
    """With the page that it begins on."""
    targets = (
        LinkTarget("sources", "Sources", Position(0, 0, 9)),
        LinkTarget("end", "End", Position(2, 0, 9)),
    )
    assert listings([slot("Ferry", 4), slot("x", 3)._replace(targets=targets)])[1:] == [
        Listing("sources", "Sources", "5"),
        Listing("end", "End", "7"),
    ]


def test_inserts_are_counted_under_their_name() -> None:
    """And begin at the very top of their first page."""
    first, second = insert_slots([Insert(b"", 1, "A"), Insert(b"", 1, "B")], "prepended")
    assert first.targets == (LinkTarget("prepended-1", "A", Position(0, 0, TOP)),)
    assert second.targets[0].anchor == "prepended-2"


def test_links_lead_to_pages_of_the_whole_book_and_say_the_folio() -> None:
    """As it is printed there, in the words of the issue's language."""
    found = dict(jumps(ISSUE, attribution_in("en")))
    assert found["printkit:Contents"].place == Position(1, 5, 700)
    assert found["printkit:Contents"].words == "Contents, page ii"
    assert found["printkit:appended-1"].place == Position(7, 0, TOP)
    assert found["printkit:Colophon"].words == "Colophon, page 8"


def test_a_picture_is_led_to_on_its_own_page() -> None:
    """Not on its article's first."""
    targets = (
        LinkTarget("a", "Ferry", Position(0, 0, 9)),
        LinkTarget("a-p", "Ferry", Position(2, 0, 9)),
    )
    found = dict(
        jumps([slot("Cover"), slot("x", 3)._replace(targets=targets)], attribution_in("en"))
    )
    assert found["printkit:a-p"].place.page == 3
    assert found["printkit:a-p"].words == "Ferry, page 4"


def test_the_outline_goes_from_section_to_article_to_heading() -> None:
    """A section is opened once, where its first article begins; what has none stays outside."""
    slots = [
        slot("Contents"),
        slot("Ferry", 2, mark("Ferry"), mark("At dawn", 1, 2), section="World"),
        slot("Salt", section="World"),
        slot("Bread", section="Table"),
        *LEAFLET,
        slot("Late", section="World"),
    ]
    assert [(level, label, place.page) for level, label, place in outline(slots)] == [
        (1, "Contents", 0),
        (1, "World", 1),
        (2, "Ferry", 1),
        (3, "At dawn", 2),
        (2, "Salt", 3),
        (1, "Table", 4),
        (2, "Bread", 4),
        (1, "A leaflet", 5),
        (1, "World", 8),
        (2, "Late", 8),
    ]


VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
WELL_FORMED = re.compile("m*(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


@given(st.integers(1, 4999))
def test_roman_numerals_are_read_back(number: int) -> None:
    """Letter by letter: one before a greater takes away."""
    numeral = folio("roman", number)
    assert WELL_FORMED.fullmatch(numeral)
    values = [VALUES[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    assert sum(-one if one < after else one for one, after in pairs) == number


def test_arabic_folios_are_plain_numbers() -> None:
    """Nothing is put around them."""
    assert [folio("arabic", number) for number in (1, 12)] == ["1", "12"]
