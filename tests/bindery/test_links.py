"""Links: within a part, from part to part, and out into the world."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from printkit.bindery.binding import bind
from printkit.bindery.book import Insert, InternalLink, Part
from printkit.pages import Position
from tests.support.bindery_parts import (
    FONT_PROGRAMS,
    HARBOUR,
    bind_book,
    find_pdf_faults,
    make_book,
    open_pdf,
    print_foreign,
    print_part,
)
from tests.support.pdf_objects import list_annotations, list_page_numbers


@cache
def print_parts() -> tuple[Part, Part]:
    """Return two parts with links, printed once."""
    return (print_part(HARBOUR, "a"), print_part(HARBOUR, "b"))


LINK = InternalLink(Position(2, 34.5, 300), "The other piece, page 3")


@cache
def print_twins() -> Part:
    """Return the second part with the pages of the first."""
    return replace(print_parts()[1], pages=print_parts()[0].pages)


def links(pdf: bytes) -> list[tuple[int, Any, str]]:
    """Return for each link its page, where it leads (a page or an address), and its words."""
    reader = PdfReader(BytesIO(pdf))
    pages = {number: n for n, number in enumerate(list_page_numbers(reader))}
    found = []
    for number, page in enumerate(reader.pages):
        for link in (one.get_object() for one in page.get("/Annots", ())):
            led = (
                link["/A"]["/URI"]
                if "/A" in link
                else pages[link["/Dest"][0].indirect_reference.idnum]
            )
            found.append((number, led, link["/Contents"]))
    return found


def test_links_lead_where_they_should() -> None:
    """A link leads into its own part, to another part, or to the web."""
    made = bind_book(*print_parts(), internal_links={"printkit:other": LINK})
    assert [(page, led) for page, led, _ in links(made)] == [
        (0, "https://example.org/dawn"),
        (0, 1),
        (0, 2),
        (2, "https://example.org/dawn"),
        (2, 3),
        (2, 2),
    ]
    assert links(made)[2][2] == "The other piece, page 3"
    assert find_pdf_faults(made) == []


def test_a_jump_leads_to_a_place() -> None:
    """The place is given in points; the viewer keeps its zoom."""
    file = open_pdf(bind_book(*print_parts(), internal_links={"printkit:other": LINK}))
    link = file.pages[0].obj.Annots[2]
    assert [str(one) for one in link.Dest.as_list()[1:]] == ["/XYZ", "34.5", "300", "0"]
    assert "/A" not in link


def test_an_address_that_is_not_in_the_book_stays() -> None:
    """The bindery invents no target for such a link."""
    assert links(bind_book(print_parts()[0]))[2][1] == "printkit:other"


def test_named_places_are_known_to_the_file() -> None:
    """A link from outside, such as `week.pdf#a-late`, opens the named page."""
    reader = PdfReader(BytesIO(bind_book(*print_parts())))
    found = reader.named_destinations
    places = {name: reader.get_destination_page_number(place) for name, place in found.items()}
    assert places == {"a": 0, "a-late": 1, "b": 2, "b-late": 3}


def test_parts_with_the_same_ids_keep_their_links() -> None:
    """A name that two parts use stands for the place in the first part."""
    made = bind(make_book(print_parts()[0], print_twins()), FONT_PROGRAMS.__getitem__)
    assert [led for _, led, _ in links(made) if isinstance(led, int)] == [1, 3]
    reader = PdfReader(BytesIO(made))
    assert reader.get_destination_page_number(reader.named_destinations["a-late"]) == 1


def test_links_of_inserts_still_work() -> None:
    """A part and an insert may use the same names for places."""
    late = "<p id='a-late' style='break-before: page'>End"
    html = f"<h1 id='a'>Boats</h1><a href='#a-late'>See</a>{late}"
    made = bind(
        make_book(print_parts()[0], Insert(print_foreign(html), 2, "Boats")),
        FONT_PROGRAMS.__getitem__,
    )
    reader = PdfReader(BytesIO(made))
    (link,) = list_annotations(made, 2)
    name = link["/Dest"]
    assert reader.get_destination_page_number(reader.named_destinations[name]) == 3
    own = [one for one in list_annotations(made) if "/Dest" in one]
    landed = own[0]["/Dest"][0]
    assert landed.indirect_reference.idnum == list_page_numbers(reader)[1]
