"""Stamping: furniture over pages, as artifacts, whatever it is made of."""

from dataclasses import replace

import pikepdf
from pikepdf import parse_content_stream, unparse_content_stream

from printkit.bindery import bind
from printkit.bindery.book import Part
from printkit.pages import Pages
from tests.bindery.fonts.test_faces import ONE, changed
from tests.support import structure_tree
from tests.support.bindery_parts import (
    PROGRAMS,
    book,
    bound,
    coalesced,
    faults,
    folios,
    opened,
    pages,
    part,
    texts,
)


def stamped(part: Part, furniture: Pages | None) -> bytes:
    return bind(book(replace(part, furniture=furniture)), PROGRAMS.__getitem__)


def operators(page: pikepdf.Page) -> str:
    return " ".join(str(one.operator) for one in parse_content_stream(page))


def test_furniture_is_a_pagination_artifact() -> None:
    """It is on the page and in no element; a page without any is left alone."""
    made = stamped(ONE, folios(1))
    assert texts(made) == ["abc Folio 1 1 / 1"]
    assert "Folio" not in structure_tree.outline(coalesced(made))
    assert faults(made) == []
    file = opened(made)
    content = unparse_content_stream(parse_content_stream(file.pages[0]))
    assert content.count(b"/Artifact << /Type /Pagination >> BDC") == 1
    assert texts(stamped(ONE, None)) == ["abc"]


def test_states_of_the_page_do_not_reach_the_furniture() -> None:
    """Each of the two stands between `q` and `Q`; the page's own is not compressed anew."""
    made = opened(stamped(ONE, folios(1)))
    before, own, between, drawn, after = made.pages[0].obj.Contents.as_list()
    assert [one.read_bytes().split() for one in (before, after)] == [[b"q"], [b"Q", b"EMC"]]
    assert between.read_bytes().startswith(b"Q /Artifact")
    with opened(ONE.pages.pdf) as source, opened(folios(1).pdf) as furniture:
        assert own.read_raw_bytes() == source.pages[0].obj.Contents.read_raw_bytes()
        assert drawn.read_raw_bytes() == furniture.pages[0].obj.Contents.read_raw_bytes()


def test_all_pages_share_what_stands_around_furniture() -> None:
    """Three short streams for the whole book."""
    file = opened(bound(part("<p>a", "a"), part("<p style='break-after: page'>a<p>b", "b")))
    around = [page.obj.Contents.as_list()[0:5:2] for page in file.pages]
    assert len({one.objgen for streams in around for one in streams}) == 3


def test_marks_of_tagged_furniture_are_left_out() -> None:
    """It is an artifact all the same."""
    made = stamped(ONE, pages("<p>Tagged furniture", "f"))
    assert texts(made) == ["abc Tagged furniture"]
    assert faults(made) == []
    file = opened(made)
    assert operators(file.pages[0]).count("BDC") == 2


def test_furniture_that_means_other_things_by_the_same_names_is_a_form() -> None:
    """Here a letter of its font says something else than on the page."""
    furniture = changed(replace(ONE, pages=pages("<p>abcab", "f")), "ß").pages
    made = stamped(ONE, furniture)
    assert texts(made) == ["abc aßcaß"]
    assert faults(made) == []
    file = opened(made)
    assert "/Furniture1" in file.pages[0].obj.Resources.XObject


def test_groups_in_tagged_furniture_are_artifacts_too() -> None:
    """Their marks are left out, and their place in the tree."""
    faint = "<p style='opacity: 0.5'>Faint"
    made = stamped(ONE, pages(faint, "f"))
    assert texts(made) == ["abc Faint"]
    assert faults(made) == []


def test_pictures_and_transparency_of_furniture_are_drawn() -> None:
    """Their names are added to the page's."""
    quay = "<img src='picture:scene' alt='A quay'>"
    faint = f"<p style='opacity: 0.5'>Faint</p>{quay}"
    made = stamped(ONE, pages(faint, furniture=True))
    assert faults(made) == []
    file = opened(made)
    drawn = file.pages[0].obj.Resources.XObject
    assert {str(one.Subtype) for _, one in drawn.items()} == {"/Form", "/Image"}
