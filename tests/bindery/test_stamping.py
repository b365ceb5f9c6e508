"""Stamping: furniture is drawn over pages as artifacts, with any content."""

from dataclasses import replace
from functools import cache

import pikepdf
from pikepdf import parse_content_stream, unparse_content_stream

from printkit.bindery.binding import bind
from printkit.bindery.book import Part
from printkit.pages import Pages
from tests.support import structure_tree
from tests.support.bindery_parts import (
    FONT_PROGRAMS,
    bind_book,
    change_meaning,
    find_pdf_faults,
    join_content_streams,
    make_book,
    open_pdf,
    print_folios,
    print_pages,
    print_part,
    read_page_words,
)


@cache
def print_one() -> Part:
    """Return a part of one page, printed once."""
    return print_part("<p>abc</p>", "a")


def stamped(part: Part, furniture: Pages | None) -> bytes:
    """Bind a part with this furniture."""
    return bind(make_book(replace(part, furniture=furniture)), FONT_PROGRAMS.__getitem__)


def operators(page: pikepdf.Page) -> str:
    """Return the operators that draw a page."""
    return " ".join(str(one.operator) for one in parse_content_stream(page))


def test_furniture_is_a_pagination_artifact() -> None:
    """The structure tree leaves the folio out; a page without furniture stays the same."""
    made = stamped(print_one(), print_folios(1))
    assert read_page_words(made) == ["abc Folio 1 1 / 1"]
    assert "Folio" not in structure_tree.show_tree(join_content_streams(made))
    assert find_pdf_faults(made) == []
    file = open_pdf(made)
    content = unparse_content_stream(parse_content_stream(file.pages[0]))
    assert content.count(b"/Artifact << /Type /Pagination >> BDC") == 1
    assert read_page_words(stamped(print_one(), None)) == ["abc"]


def test_states_of_the_page_do_not_reach_the_furniture() -> None:
    """Page and furniture each stand between `q` and `Q`; no stream is compressed anew."""
    made = open_pdf(stamped(print_one(), print_folios(1)))
    before, own, between, drawn, after = made.pages[0].obj.Contents.as_list()
    assert [one.read_bytes().split() for one in (before, after)] == [[b"q"], [b"Q", b"EMC"]]
    assert between.read_bytes().startswith(b"Q /Artifact")
    with open_pdf(print_one().pages.pdf) as source, open_pdf(print_folios(1).pdf) as furniture:
        assert own.read_raw_bytes() == source.pages[0].obj.Contents.read_raw_bytes()
        assert drawn.read_raw_bytes() == furniture.pages[0].obj.Contents.read_raw_bytes()


def test_all_pages_share_what_stands_around_furniture() -> None:
    """The whole book has three short streams to put around furniture."""
    file = open_pdf(
        bind_book(print_part("<p>a", "a"), print_part("<p style='break-after: page'>a<p>b", "b"))
    )
    around = [page.obj.Contents.as_list()[0:5:2] for page in file.pages]
    assert len({one.objgen for streams in around for one in streams}) == 3


def test_marks_of_tagged_furniture_are_left_out() -> None:
    """Furniture that was printed with tags is an artifact all the same."""
    made = stamped(print_one(), print_pages("<p>Tagged furniture", "f"))
    assert read_page_words(made) == ["abc Tagged furniture"]
    assert find_pdf_faults(made) == []
    file = open_pdf(made)
    assert operators(file.pages[0]).count("BDC") == 2


def test_furniture_that_means_other_things_by_the_same_names_is_a_form() -> None:
    """A glyph of the furniture's font has another text than the same glyph on the page."""
    furniture = change_meaning(replace(print_one(), pages=print_pages("<p>abcab", "f")), "ß").pages
    made = stamped(print_one(), furniture)
    assert read_page_words(made) == ["abc aßcaß"]
    assert find_pdf_faults(made) == []
    file = open_pdf(made)
    assert "/Furniture1" in file.pages[0].obj.Resources.XObject


def test_groups_in_tagged_furniture_are_artifacts_too() -> None:
    """The groups lose their marks and their place in the structure tree."""
    faint = "<p style='opacity: 0.5'>Faint"
    made = stamped(print_one(), print_pages(faint, "f"))
    assert read_page_words(made) == ["abc Faint"]
    assert find_pdf_faults(made) == []


def test_pictures_and_transparency_of_furniture_are_drawn() -> None:
    """The page's resources get the names of the furniture's pictures and groups."""
    quay = "<img src='picture:scene' alt='A quay'>"
    faint = f"<p style='opacity: 0.5'>Faint</p>{quay}"
    made = stamped(print_one(), print_pages(faint, furniture=True))
    assert find_pdf_faults(made) == []
    file = open_pdf(made)
    drawn = file.pages[0].obj.Resources.XObject
    assert {str(one.Subtype) for _, one in drawn.items()} == {"/Form", "/Image"}
