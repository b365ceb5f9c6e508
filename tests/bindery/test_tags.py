"""Tags: one tree of all parts, sound in every number."""

from dataclasses import replace

from printkit.bindery import bind
from tests import structure
from tests.bindery.parts import (
    HARBOUR,
    HEBREW,
    PROGRAMS,
    book,
    bound,
    coalesced,
    faults,
    foreign,
    opened,
    part,
)

PARTS = (part(HARBOUR, "a"), part(HEBREW, "h", language="he", title="הנמל"), part(HARBOUR, "b"))


def test_each_part_is_a_part_of_the_document() -> None:
    """What stood in its own /Document stands in it."""
    told = structure.outline(coalesced(bound(*PARTS)))
    own = [structure.outline(one.pages.pdf) for one in PARTS]
    parts = [tree.replace("Document(", "Part(", 1) for tree in own]
    assert told == f"Document({' '.join(parts)})"
    assert "Table(" in told
    assert "Link(" in told


def test_parts_have_titles_and_name_the_language_that_is_not_the_books() -> None:
    """As /T and /Lang."""
    file = opened(bound(*PARTS))
    parts = file.Root.StructTreeRoot.K[0].K.as_list()
    assert [str(one.T) for one in parts] == [one.title for one in PARTS]
    assert [str(one.get("/Lang", "")) for one in parts] == ["", "he", ""]


def test_the_tree_is_sound() -> None:
    """Pages, annotations and transparent groups are numbered anew; ids are told apart."""
    made = bound(*PARTS, PARTS[0])
    assert faults(made) == []
    file = opened(made)
    groups = [
        form
        for page in file.pages
        for _, form in page.obj.Resources.XObject.items()
        if "/StructParents" in form
    ]
    keys = [int(key) for key in file.Root.StructTreeRoot.ParentTree.Nums.as_list()[::2]]
    assert len({form.objgen for form in groups}) == 3
    assert keys == list(range(file.Root.StructTreeRoot.ParentTreeNextKey))


def test_a_part_without_tags_stays_without() -> None:
    """The others keep theirs."""
    bare = foreign("<p>No tags</p>")
    untagged = replace(PARTS[1], pages=replace(PARTS[1].pages, pdf=bare, faces=()), furniture=None)
    file = opened(bind(book(PARTS[0], untagged), PROGRAMS.__getitem__))
    assert len(file.Root.StructTreeRoot.K[0].K) == 1
