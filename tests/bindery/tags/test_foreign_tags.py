"""Foreign structure trees: a tree is taken whole, or not at all."""

from functools import cache

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from printkit.bindery.appended_pages import AppendedInsert, append_pages
from printkit.bindery.tags.foreign_tags import read_tree
from tests.support.bindery_parts import (
    HARBOUR,
    bind_book,
    open_pdf,
    print_pages,
    print_part,
    read_page_words,
)
from tests.support.foreign_pdfs import (
    Change,
    branch_parent_tree,
    change_pdf,
    find_first_element,
    list_elements,
    make_insert,
)


@cache
def print_ours() -> bytes:
    """Return a PDF with tags of our own, printed once."""
    return print_pages(HARBOUR, "a").pdf


def shift(pdf: Pdf) -> None:
    """Exchange the elements of two marks in the ParentTree."""
    entry = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    entry[0], entry[1] = entry[1], entry[0]


def more(pdf: Pdf) -> None:
    """Add a mark to the ParentTree that no element owns."""
    pdf.Root.StructTreeRoot.ParentTree.Nums[1].append(find_first_element(pdf, "H1"))


def numbers(*entries: object) -> Change:
    """Replace the ParentTree."""
    return lambda pdf: pdf.Root.StructTreeRoot.__setitem__(
        "/ParentTree", pdf.make_indirect(Dictionary(Nums=Array(list(entries))))
    )


def circle(pdf: Pdf) -> None:
    """Return a number tree that is its own branch."""
    tree = pdf.Root.StructTreeRoot.ParentTree
    tree.Kids = Array([tree])


def below(key: str, value: object) -> Change:
    """Hang an object below a paragraph."""
    return lambda pdf: find_first_element(pdf, "P").__setitem__(key, value)


def hang(pdf: Pdf) -> None:
    """Hang one element in two places."""
    pdf.Root.StructTreeRoot.K[0].K.append(find_first_element(pdf, "H1"))


def loop(pdf: Pdf) -> None:
    """Hang an element below itself."""
    heading = find_first_element(pdf, "H1")
    heading.K = Array([*heading.K, heading]) if isinstance(heading.K, Array) else heading


def page_as_element(pdf: Pdf) -> None:
    """Put a page in the place of an element."""
    pdf.Root.StructTreeRoot.K[0].K.append(pdf.pages[0].obj)


def mark_of_the_root(pdf: Pdf) -> None:
    """Give the root of the tree content of its own."""
    mark = Dictionary(Type=Name.MCR, MCID=99, Pg=pdf.pages[0].obj)
    pdf.Root.StructTreeRoot.K.append(mark)


def link_of_nobody(pdf: Pdf) -> None:
    """Give a link element an annotation that is on no page."""
    stray = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link))
    link = find_first_element(pdf, "Link")
    link.K.append(Dictionary(Type=Name.OBJR, Obj=stray))


CONTRADICTIONS: dict[str, Change] = {
    "no elements": lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/K", Array()),
    "no ParentTree": lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/ParentTree"),
    "entries swapped": shift,
    "an entry too many": more,
    "words for entries": numbers(0, String("x"), 1, 7),
    "words for keys": numbers(String("x"), Array()),
    "a key twice": numbers(0, Array(), 0, Array()),
    "half a pair": numbers(0),
    "a number tree in a circle": circle,
    "branches of words": lambda pdf: pdf.Root.StructTreeRoot.__setitem__(
        "/ParentTree", Dictionary(Kids=Array([String("x")]))
    ),
    "branches that are a number": lambda pdf: pdf.Root.StructTreeRoot.__setitem__(
        "/ParentTree", Dictionary(Kids=7, Nums=7)
    ),
    "an element twice": hang,
    "an element in a circle": loop,
    "a page for an element": page_as_element,
    "a kid that is a word": below("/K", Array([String("x")])),
    "a kid that is nothing": below("/K", Array([None])),
    "a mark that is not there": below("/K", 9999),
    "a mark on no page": below("/Pg", Dictionary(Type=Name.Page)),
    "a mark of the root": mark_of_the_root,
    "a link on no page": link_of_nobody,
    "a role that is no name": below("/S", String("P")),
    "another parent": lambda pdf: find_first_element(pdf, "P").__setitem__(
        "/P", find_first_element(pdf, "H1")
    ),
    "an element by value": lambda pdf: pdf.Root.StructTreeRoot.K.append(
        Dictionary(S=Name.P, P=pdf.Root.StructTreeRoot)
    ),
    "two pages with one key": lambda pdf: pdf.pages[1].obj.__setitem__("/StructParents", 0),
}


@pytest.mark.parametrize("kind", CONTRADICTIONS)
def test_a_tree_that_is_not_whole_stays_behind(kind: str) -> None:
    """The pages are bound, but no page points into a tree."""
    made = bind_book(
        print_part("<p>abc", "b"), make_insert(change_pdf(print_ours(), CONTRADICTIONS[kind]))
    )
    assert "came in at dawn" in read_page_words(made)[1]
    file = open_pdf(made)
    assert len(file.Root.StructTreeRoot.K[0].K) == 1
    theirs = [page.obj for page in file.pages][1:]
    drawn = [form for page in theirs for _, form in page.Resources.XObject.items()]
    marked = [*theirs, *theirs[0].Annots.as_list(), *drawn]
    assert not [one for one in marked if {"/StructParents", "/StructParent"} & set(one.keys())]


@pytest.mark.parametrize(
    "change", [lambda _: None, branch_parent_tree], ids=["as it is", "in branches"]
)
def test_a_whole_tree_is_taken(change: Change) -> None:
    """All elements are in reading order; each page, group and link has an entry."""
    given = change_pdf(print_ours(), change)
    with pikepdf.new() as pdf, open_pdf(given) as own:
        (one,) = append_pages(pdf, [make_insert(given)])
        assert isinstance(one, AppendedInsert)
        assert one.tree is not None
        tree = read_tree(one.tree, one.parent_tree_objects)
        assert tree is not None
        assert [each.S for each in tree.elements] == [each.S for each in list_elements(own)]
        assert [each.S for each in tree.tops] == [Name.Document]
        kinds = [str(key) for _, key, _ in tree.entries]
        assert kinds.count("/StructParents") == 3
        assert kinds.count("/StructParent") == 3


def test_a_key_that_leads_to_nothing_is_taken_away() -> None:
    """A page without content may have a key of the ParentTree."""

    def blank(pdf: Pdf) -> None:
        pdf.add_blank_page(page_size=(200, 200))
        pdf.pages[-1].obj.StructParents = 77

    file = open_pdf(bind_book(make_insert(change_pdf(print_ours(), blank))))
    assert "/StructParents" not in file.pages[-1].obj
    assert len(file.Root.StructTreeRoot.K[0].K) == 1
