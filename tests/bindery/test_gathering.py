"""Gathering: pages in order; of inserts only what can be bound in."""

from dataclasses import replace

import pikepdf
import pytest

from printkit.bindery.gathering import gather
from printkit.book import Insert
from tests.bindery.parts import HARBOUR, bound, foreign, opened, pages, part, texts

TAGGED = pages(HARBOUR, "x").pdf


def test_pages_stand_in_order() -> None:
    """Parts, inserts, parts; each gathering knows its own."""
    parts = (part(HARBOUR, "a"), Insert(foreign("<p>Boats"), 1, "Boats"), part("<p>End", "e"))
    with pikepdf.new() as file:
        gatherings = gather(file, parts)
        assert len(file.pages) == 4
        assert [len(one.sheets) for one in gatherings] == [2, 1]
        assert gatherings[1].sheets[0].objgen == file.pages[3].obj.objgen
        assert len(list(gatherings[0].annotations)) == 3
    assert [words.split()[0] for words in texts(bound(*parts))] == ["The", "The", "Boats", "End"]


def test_an_insert_brings_no_tags_and_no_outline() -> None:
    """Nothing in it points into a tree that is not there; its text and links stay."""
    made = bound(part("<p>abc", "a"), Insert(TAGGED, 2, "Theirs"))
    file = opened(made)
    assert len(file.Root.StructTreeRoot.K[0].K) == 1
    assert "/Outlines" not in file.Root
    theirs = [page.obj for page in file.pages][1:]
    drawn = [form for page in theirs for _, form in page.Resources.XObject.items()]
    marked = [*theirs, *theirs[0].Annots.as_list(), *drawn]
    assert not [one for one in marked if {"/StructParents", "/StructParent"} & set(one.keys())]
    assert "came in at dawn" in texts(made)[1]
    assert len(theirs[0].Annots) == 3


def test_a_damaged_part_is_not_mended() -> None:
    """What the press made is whole, or it is a fault of ours."""
    whole = part("<p>abc", "a")
    damaged = whole.pages.pdf.replace(b"\nstartxref\n", b"\nstartxref\n1")
    cut = replace(whole, pages=replace(whole.pages, pdf=damaged))
    with pikepdf.new() as file, pytest.raises(pikepdf.PdfError):
        gather(file, [cut])
