"""Gathering: pages in order; of inserts only what can be bound in."""

from dataclasses import replace

import pikepdf
import pytest

from printkit.bindery.appended_pages import Inlay, bearers, gather
from printkit.bindery.book import Insert
from tests.support.bindery_parts import HARBOUR, bound, foreign, opened, pages, part, texts

TAGGED = pages(HARBOUR, "x").pdf


def test_pages_stand_in_order() -> None:
    """Parts, inserts, parts; each gathering knows its own."""
    parts = (part(HARBOUR, "a"), Insert(foreign("<p>Boats"), 1, "Boats"), part("<p>End", "e"))
    with pikepdf.new() as file:
        gatherings = gather(file, parts)
        assert len(file.pages) == 4
        assert [len(one.sheets) for one in gatherings] == [2, 1, 1]
        assert [isinstance(one, Inlay) for one in gatherings] == [False, True, False]
        assert gatherings[2].sheets[0].objgen == file.pages[3].obj.objgen
        assert len(list(gatherings[0].annotations)) == 3
    assert [words.split()[0] for words in texts(bound(*parts))] == ["The", "The", "Boats", "End"]


def test_a_tagged_insert_comes_with_its_tree_and_language() -> None:
    """An untagged one without, whatever its file says."""
    with pikepdf.new() as file:
        tagged, untagged = gather(
            file, [Insert(TAGGED, 2, "Theirs", tagged=on) for on in (True, False)]
        )
        assert isinstance(tagged, Inlay)
        assert isinstance(untagged, Inlay)
        assert (tagged.language, untagged.tree) == ("en", None)
        assert tagged.tree is not None
        first = tagged.tree.K[0].K[0]
        assert first.Pg.objgen == tagged.sheets[0].objgen


def test_what_bears_a_key_is_found_once() -> None:
    """Pages, their links, and what is drawn: a form on two pages is one."""
    with pikepdf.new() as file:
        (one,) = gather(file, [Insert(TAGGED, 2, "Theirs", tagged=True)])
        one.sheets[1].Resources = one.sheets[0].Resources
        found = [bearer.objgen for bearer in bearers(one)]
        forms = [form for _, form in one.sheets[0].Resources.XObject.items()]
        assert len(set(found)) == len(found)
        wanted = {*(each.objgen for each in (*one.sheets, *one.annotations, *forms))}
        assert set(found) == wanted
        assert len(wanted) >= 7


def test_an_untagged_insert_brings_no_tags_and_no_outline() -> None:
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
