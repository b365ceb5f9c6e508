"""Links within a book: their targets, and the lines of the contents that name these places."""

from dataclasses import replace

from printkit.bindery.book import TOP, Part
from printkit.bindery.page_table import page_table
from printkit.makeup.link_targets import internal_links, listings
from printkit.markup.entries import Listing
from printkit.pages import Position
from printkit.wording.attribution import attribution_in
from tests.support.book_parts import ISSUE, make_part
from tests.support.press_runs import make_pages


def test_the_contents_list_the_folio_that_is_printed() -> None:
    """The front matter has roman numbers, the rest arabic."""
    assert listings(page_table(ISSUE)) == [
        Listing("Cover", "Cover", "i"),
        Listing("Contents", "Contents", "ii"),
        Listing("Ferry", "Ferry", "1"),
        Listing("appended-1", "A leaflet", "5"),
        Listing("Colophon", "Colophon", "8"),
    ]


def test_each_of_several_parts_on_the_same_pages_is_listed() -> None:
    """The line of each part has the page on which the part begins."""
    pages = replace(make_pages(3), anchors={"sources": Position(0, 0, 9), "end": Position(2, 0, 9)})
    lists = Part(pages, "x", targets={"sources": "Sources", "end": "End"})
    assert listings(page_table([make_part("Ferry", 4), lists]))[1:] == [
        Listing("sources", "Sources", "5"),
        Listing("end", "End", "7"),
    ]


def test_links_lead_to_pages_of_the_whole_book_and_say_the_folio() -> None:
    """The folio is as printed on the page, in the words of the issue's language."""
    found = dict(internal_links(page_table(ISSUE), attribution_in("en")))
    assert found["printkit:Contents"].place == Position(1, 5, 700)
    assert found["printkit:Contents"].words == "Contents, page ii"
    assert found["printkit:appended-1"].place == Position(7, 0, TOP)
    assert found["printkit:Colophon"].words == "Colophon, page 8"


def test_a_picture_is_led_to_on_its_own_page() -> None:
    """The link does not lead to the first page of the picture's article."""
    pages = replace(make_pages(3), anchors={"a": Position(0, 0, 9), "a-p": Position(2, 0, 9)})
    ferry = Part(pages, "Ferry", targets={"a": "Ferry", "a-p": "Ferry"})
    found = dict(
        internal_links(page_table([make_part("Cover"), ferry]), attribution_in("en")),
    )
    assert found["printkit:a-p"].place.page == 3
    assert found["printkit:a-p"].words == "Ferry, page 4"
