"""Ids that two parts of a book both use."""

import re

from pikepdf import Array, Dictionary, Name, Pdf, String

from printkit.bindery.tags import ids as naming
from tests.support import structure_tree
from tests.support.bindery_parts import (
    HARBOUR,
    bind_book,
    find_pdf_faults,
    join_content_streams,
    print_pages,
    print_part,
)
from tests.support.foreign_pdfs import change_pdf, find_first_element, make_insert


def ids(pdf: bytes) -> list[str]:
    """Return the ids of all head cells."""
    return [str(one["/ID"]) for one in structure_tree.find_elements(pdf, "TH")]


def test_ids_are_told_apart_and_cells_find_their_heads() -> None:
    """The first part keeps its ids; the ids of each other part get a prefix of their own."""
    parts = [print_part(HARBOUR, name) for name in "abd"]
    own = ids(parts[0].pages.pdf)
    made = join_content_streams(bind_book(*parts))
    assert ids(parts[1].pages.pdf) == own
    assert len(set(ids(made))) == 3 * len(own) > 0
    assert ids(made)[: len(own)] == own
    cells = structure_tree.find_elements(made, "TD")
    heads = [[str(head) for head in cell["/A"]["/Headers"]] for cell in cells]
    assert all(set(named) <= set(ids(made)) for named in heads)
    assert len({re.sub(r"th-.*", "", named[0]) for named in heads}) == 3
    assert find_pdf_faults(made, archive=False) == []


def test_an_inserts_ids_are_told_apart_too() -> None:
    """An id may look like an id of ours; cells of the insert still find their own heads."""

    def imitate(pdf: Pdf) -> None:
        find_first_element(pdf, "H1").ID = String(f"part-{len(own)}-{own[0]}")
        find_first_element(pdf, "P").ID = String("elsewhere")

    given = print_pages(HARBOUR, "a").pdf
    own = ids(given)
    theirs = make_insert(change_pdf(given, imitate))
    made = join_content_streams(
        bind_book(print_part(HARBOUR, "b"), theirs, theirs, print_part(HARBOUR, "a"))
    )
    assert ids(made)[: len(own)] == own
    assert len(set(ids(made))) == 4 * len(own)
    assert find_pdf_faults(made, archive=False) == []


def test_an_id_that_comes_twice_stays_with_the_first() -> None:
    """A value that is no id is removed."""
    given = [Dictionary(S=Name.P, ID=String(one)) for one in "aba"] + [Dictionary(S=Name.P, ID=7)]
    assert [str(one.ID) for one in naming.elements_with_ids(given)] == ["a", "b"]
    assert ["/ID" in one for one in given] == [True, True, False, False]


def test_attributes_follow_wherever_they_stand() -> None:
    """Attributes stand in one dictionary or several, shared or not, beside other objects."""
    with Pdf.new() as pdf:
        shared = pdf.make_indirect(Dictionary(O=Name.Table, Headers=Array([String("a")])))
        listed = Array([shared, 0, Dictionary(Headers=Array([String("b"), 7])), Name.X])
        naming.prefix_ids([], [shared, listed, shared, Dictionary(Headers=7)], "x-")
        assert [str(one) for one in shared.Headers] == ["x-a"]
        assert listed[2].Headers == Array([String("x-b"), 7])
