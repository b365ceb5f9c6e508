"""Ids that two parts both use."""

import re

from pikepdf import Array, Dictionary, Name, Pdf, String

from printkit.bindery.tags import ids as naming
from tests.support import structure_tree
from tests.support.bindery_parts import HARBOUR, bound, coalesced, faults, pages, part
from tests.support.foreign_pdfs import changed, first, insert


def ids(pdf: bytes) -> list[str]:
    return [str(one["/ID"]) for one in structure_tree.elements(pdf, "TH")]


def test_ids_are_told_apart_and_cells_find_their_heads() -> None:
    """The first part keeps its own, of the others each gets another opening."""
    parts = [part(HARBOUR, name) for name in "abd"]
    own = ids(parts[0].pages.pdf)
    made = coalesced(bound(*parts))
    assert ids(parts[1].pages.pdf) == own
    assert len(set(ids(made))) == 3 * len(own) > 0
    assert ids(made)[: len(own)] == own
    cells = structure_tree.elements(made, "TD")
    heads = [[str(head) for head in cell["/A"]["/Headers"]] for cell in cells]
    assert all(set(named) <= set(ids(made)) for named in heads)
    assert len({re.sub(r"th-.*", "", named[0]) for named in heads}) == 3
    assert faults(made, archive=False) == []


def test_an_inserts_ids_are_told_apart_too() -> None:
    """Even from those that look like ours; its cells find their own heads."""

    def imitate(pdf: Pdf) -> None:
        first(pdf, "H1").ID = String(f"part-{len(own)}-{own[0]}")
        first(pdf, "P").ID = String("elsewhere")

    given = pages(HARBOUR, "a").pdf
    own = ids(given)
    theirs = insert(changed(given, imitate))
    made = coalesced(bound(part(HARBOUR, "b"), theirs, theirs, part(HARBOUR, "a")))
    assert ids(made)[: len(own)] == own
    assert len(set(ids(made))) == 4 * len(own)
    assert faults(made, archive=False) == []


def test_an_id_that_comes_twice_stays_with_the_first() -> None:
    """And what is no id goes."""
    given = [Dictionary(S=Name.P, ID=String(one)) for one in "aba"] + [Dictionary(S=Name.P, ID=7)]
    assert [str(one.ID) for one in naming.elements_with_ids(given)] == ["a", "b"]
    assert ["/ID" in one for one in given] == [True, True, False, False]


def test_attributes_follow_wherever_they_stand() -> None:
    """One or several, shared or not, and whatever else is there."""
    with Pdf.new() as pdf:
        shared = pdf.make_indirect(Dictionary(O=Name.Table, Headers=Array([String("a")])))
        listed = Array([shared, 0, Dictionary(Headers=Array([String("b"), 7])), Name.X])
        naming.prefix_ids([], [shared, listed, shared, Dictionary(Headers=7)], "x-")
        assert [str(one) for one in shared.Headers] == ["x-a"]
        assert listed[2].Headers == Array([String("x-b"), 7])
