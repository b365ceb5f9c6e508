"""The page table: each page of a book gets one number, and the page shows this number."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from printkit.bindery.book import TOP, Insert, Part
from printkit.bindery.page_table import folio, folios, page_table
from printkit.pages import Position
from tests.support.book_parts import ISSUE, LEAFLET, make_part
from tests.support.press_runs import make_pages


def test_pages_are_counted_on_in_each_way_of_numbering() -> None:
    """Front matter and articles count apart; pages of an insert count with our pages."""
    table = page_table(ISSUE)
    assert [row.start for row in table] == [0, 1, 3, 7, 10]
    assert [row.first for row in table] == [1, 2, 1, 5, 8]
    assert [row.part.page_count for row in table] == [1, 2, 4, 3, 1]
    assert page_table([]) == ()


def test_each_page_of_a_part_has_a_folio_and_a_place_in_the_book() -> None:
    """The place is counted from the first page of the part."""
    contents, ferry = page_table(ISSUE)[1:3]
    assert [contents.folio(page) for page in (0, 1)] == ["ii", "iii"]
    assert [ferry.folio(page) for page in (0, 3)] == ["1", "4"]
    assert ferry.in_book(Position(3, 5, 700)) == Position(6, 5, 700)


def test_every_target_has_the_folio_of_its_own_page() -> None:
    """A picture has the folio of the page on which the picture stands."""
    pages = replace(make_pages(3), anchors={"a": Position(0, 0, 9), "a.1": Position(2, 0, 9)})
    pictured = Part(pages, "Salt", targets={"a": "Salt", "a.1": "Salt"})
    assert folios(page_table([*ISSUE, pictured])) == {
        "Cover": "i",
        "Contents": "ii",
        "Ferry": "1",
        "appended-1": "5",
        "Colophon": "8",
        "a": "9",
        "a.1": "11",
    }


def test_an_insert_is_led_to_at_the_top_of_its_first_page() -> None:
    """Links find the insert under the anchor that its part was given."""
    assert LEAFLET.targets == {"appended-1": "A leaflet"}
    assert LEAFLET.position("appended-1") == Position(0, 0, TOP)
    assert [mark.label for mark in LEAFLET.bookmarks] == ["A leaflet"]
    assert list(Insert(b"", 1, "B", anchor="prepended-2").targets) == ["prepended-2"]
    assert make_part("Ferry").bookmarks[0].label == "Ferry"


VALUES = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
WELL_FORMED = re.compile("m*(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


@given(st.integers(1, 4999))
def test_roman_numerals_are_read_back(number: int) -> None:
    """A letter before a greater letter is subtracted; all other letters are added."""
    numeral = folio("roman", number)
    assert WELL_FORMED.fullmatch(numeral)
    values = [VALUES[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    assert sum(-one if one < after else one for one, after in pairs) == number


def test_arabic_folios_are_plain_numbers() -> None:
    """A folio has no dash or bracket around the number."""
    assert [folio("arabic", number) for number in (1, 12)] == ["1", "12"]
