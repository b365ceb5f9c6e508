"""Appended pages: all pages in order; an insert brings only its harmless objects."""

from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from printkit.bindery.appended_pages import AppendedInsert, append_pages
from printkit.bindery.book import Insert
from tests.support.bindery_parts import (
    HARBOUR,
    bind_book,
    open_pdf,
    print_foreign,
    print_pages,
    print_part,
    read_page_words,
)


@cache
def print_tagged() -> bytes:
    """Return a tagged PDF, printed once."""
    return print_pages(HARBOUR, "x").pdf


def test_pages_stand_in_order() -> None:
    """An insert stands between two parts, and each of the three knows its own pages."""
    parts = (
        print_part(HARBOUR, "a"),
        Insert(print_foreign("<p>Boats"), 1, "Boats"),
        print_part("<p>End", "e"),
    )
    with pikepdf.new() as file:
        appended = append_pages(file, parts)
        assert len(file.pages) == 4
        assert [len(one.pages) for one in appended] == [2, 1, 1]
        assert [isinstance(one, AppendedInsert) for one in appended] == [False, True, False]
        assert appended[2].pages[0].objgen == file.pages[3].obj.objgen
        assert len(list(appended[0].annotations)) == 3
    assert [words.split()[0] for words in read_page_words(bind_book(*parts))] == [
        "The",
        "The",
        "Boats",
        "End",
    ]


def test_a_tagged_insert_comes_with_its_tree_and_language() -> None:
    """An untagged insert comes without a tree, even if its file claims to be tagged."""
    with pikepdf.new() as file:
        tagged, untagged = append_pages(
            file, [Insert(print_tagged(), 2, "Theirs", tagged=on) for on in (True, False)]
        )
        assert isinstance(tagged, AppendedInsert)
        assert isinstance(untagged, AppendedInsert)
        assert (tagged.language, untagged.tree) == ("en", None)
        assert tagged.tree is not None
        first = tagged.tree.K[0].K[0]
        assert first.Pg.objgen == tagged.pages[0].objgen


def test_what_bears_a_key_is_found_once() -> None:
    """Pages, their links and drawn forms are found: a form on two pages counts as one form."""
    with pikepdf.new() as file:
        (one,) = append_pages(file, [Insert(print_tagged(), 2, "Theirs", tagged=True)])
        one.pages[1].Resources = one.pages[0].Resources
        found = [each.objgen for each in one.parent_tree_objects]
        forms = [form for _, form in one.pages[0].Resources.XObject.items()]
        assert len(set(found)) == len(found)
        wanted = {*(each.objgen for each in (*one.pages, *one.annotations, *forms))}
        assert set(found) == wanted
        assert len(wanted) >= 7


def test_an_untagged_insert_brings_no_tags_and_no_outline() -> None:
    """No object of the insert points into a missing tree; text and links stay."""
    made = bind_book(print_part("<p>abc", "a"), Insert(print_tagged(), 2, "Theirs"))
    file = open_pdf(made)
    assert len(file.Root.StructTreeRoot.K[0].K) == 1
    assert "/Outlines" not in file.Root
    theirs = [page.obj for page in file.pages][1:]
    drawn = [form for page in theirs for _, form in page.Resources.XObject.items()]
    marked = [*theirs, *theirs[0].Annots.as_list(), *drawn]
    assert not [one for one in marked if {"/StructParents", "/StructParent"} & set(one.keys())]
    assert "came in at dawn" in read_page_words(made)[1]
    assert len(theirs[0].Annots) == 3


def test_a_damaged_part_is_not_mended() -> None:
    """The press makes whole files; a damaged part is a bug."""
    whole = print_part("<p>abc", "a")
    damaged = whole.pages.pdf.replace(b"\nstartxref\n", b"\nstartxref\n1")
    cut = replace(whole, pages=replace(whole.pages, pdf=damaged))
    with pikepdf.new() as file, pytest.raises(pikepdf.PdfError):
        append_pages(file, [cut])
