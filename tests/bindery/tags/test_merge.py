"""Merging: the structure trees of all parts become one tree with right numbers."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from pikepdf import Array, Name, Pdf, String

from printkit import inserts as admission
from printkit.bindery.binding import bind
from printkit.bindery.book import Insert, Part
from printkit.errors import InsertError
from tests.support import structure_tree
from tests.support.bindery_parts import (
    FONT_PROGRAMS,
    HARBOUR,
    HEBREW,
    bind_book,
    find_pdf_faults,
    join_content_streams,
    make_book,
    open_pdf,
    print_foreign,
    print_pages,
    print_part,
    read_page_words,
)
from tests.support.foreign_pdfs import (
    branch_parent_tree,
    change_pdf,
    make_insert,
    make_workbook,
    print_foreign_article,
    rename_roles,
)
from tests.support.paths import CORPUS
from tests.support.quick_cases import mark_slow

KINDS = CORPUS / "hostile-pdf"
CLAIMS = ("PDFUA1-ID-", "PDFA3A-ID-")


@cache
def print_parts() -> tuple[Part, ...]:
    """Return parts in two scripts, printed once."""
    return (
        print_part(HARBOUR, "a"),
        print_part(HEBREW, "h", language="he", title="הנמל"),
        print_part(HARBOUR, "b"),
    )


def test_each_part_is_a_part_of_the_document() -> None:
    """The contents of the part's own /Document stand in a /Part."""
    told = structure_tree.show_tree(join_content_streams(bind_book(*print_parts())))
    own = [structure_tree.show_tree(one.pages.pdf) for one in print_parts()]
    parts = [tree.replace("Document(", "Part(", 1) for tree in own]
    assert told == f"Document({' '.join(parts)})"
    assert "Table(" in told
    assert "Link(" in told


def test_parts_have_titles_and_name_the_language_that_is_not_the_books() -> None:
    """The keys of an element are /T for the title and /Lang for the language."""
    file = open_pdf(bind_book(*print_parts()))
    parts = file.Root.StructTreeRoot.K[0].K.as_list()
    assert [str(one.T) for one in parts] == [one.title for one in print_parts()]
    assert [str(one.get("/Lang", "")) for one in parts] == ["", "he", ""]


def test_the_tree_is_sound() -> None:
    """Pages, annotations and transparent groups are numbered anew; ids are told apart."""
    made = bind_book(*print_parts(), print_parts()[0])
    assert find_pdf_faults(made) == []
    file = open_pdf(made)
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
    """The structure tree has an element for the tagged part only."""
    bare = print_foreign("<p>No tags</p>")
    untagged = replace(
        print_parts()[1], pages=replace(print_parts()[1].pages, pdf=bare, faces=()), furniture=None
    )
    file = open_pdf(bind(make_book(print_parts()[0], untagged), FONT_PROGRAMS.__getitem__))
    assert len(file.Root.StructTreeRoot.K[0].K) == 1


# --- somebody else's trees ---


def unclaimed(pdf: bytes) -> list[str]:
    """Return all faults, except that the file claims no standard."""
    return [one for one in find_pdf_faults(pdf) if not one.startswith(CLAIMS)]


def test_an_inserts_tree_is_a_part_among_the_others() -> None:
    """Two foreign files between our parts keep their places and all words of their trees."""
    own = print_part()
    made = bind_book(
        own,
        make_insert(print_foreign_article(), "An article"),
        print_part(HEBREW, "h"),
        make_insert(make_workbook(), "A"),
    )
    told = structure_tree.show_tree(join_content_streams(made))
    plain = structure_tree.show_tree(own.pages.pdf).replace("Document(", "Part(", 1)
    theirs = structure_tree.show_tree(join_content_streams(print_foreign_article())).replace(
        "Document(", "Part(", 1
    )
    hebrew = structure_tree.show_tree(print_part(HEBREW, "h").pages.pdf).replace(
        "Document(", "Part(", 1
    )
    # The office file maps the role of a paragraph, by four steps, to the role of a quotation.
    office = plain.replace(" P(", " Quote(")
    assert told == f"Document({plain} {theirs} {hebrew} {office})"
    assert told.count("H1('The harbour opens')") == 2
    assert unclaimed(made) == []


def test_two_files_may_mean_different_things_by_one_word() -> None:
    """`Caption1` is a heading of level 1 in one file, and of level 2 in the other file."""

    def otherwise(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap.Caption1 = Name.H2
        pdf.Root.StructTreeRoot.ClassMap.wide.Placement = Name.Inline

    made = bind_book(
        make_insert(make_workbook()), make_insert(make_workbook(otherwise)), print_part()
    )
    assert unclaimed(made) == []
    told = structure_tree.show_tree(join_content_streams(made))
    assert told.index("H1('The harbour") < told.index("H2('The harbour")
    file = open_pdf(made)
    classes = file.Root.StructTreeRoot.ClassMap
    first, second, _ = file.Root.StructTreeRoot.K[0].K.as_list()
    meant = [str(classes[str(one.K[0].C[0])].Placement) for one in (first, second)]
    assert meant == ["/Block", "/Inline"]
    assert "/RoleMap" not in file.Root.StructTreeRoot


def test_inserts_have_titles_and_languages() -> None:
    """A part names the file's language if the book has another and no element names a language."""
    spanish = change_pdf(
        print_foreign_article(), lambda pdf: pdf.Root.__setitem__("/Lang", String("es-ES"))
    )

    def basque(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K[0].Lang = String("eu")

    given = (print_foreign_article(), spanish, change_pdf(spanish, basque))
    made = bind_book(*(make_insert(one, f"No. {number}") for number, one in enumerate(given)))
    file = open_pdf(made)
    parts = file.Root.StructTreeRoot.K[0].K.as_list()
    assert [str(one.T) for one in parts] == ["No. 0", "No. 1", "No. 2"]
    assert [str(one.get("/Lang", "")) for one in parts] == ["", "es-ES", "eu"]


def lift(pdf: Pdf) -> None:
    """Take the elements out of their /Document."""
    root = pdf.Root.StructTreeRoot
    root.K = Array(root.K[0].K.as_list())
    for one in root.K:
        one.P = root


def narrow(pdf: Pdf) -> None:
    """Put the whole tree into one section, which is in no list."""
    root = pdf.Root.StructTreeRoot
    root.K = root.K[0]
    root.K.S = Name.Sect


@pytest.mark.parametrize("change", [lift, narrow])
def test_a_tree_without_a_document_gets_a_part_above_it(change: object) -> None:
    """The top elements of the tree keep their roles."""
    assert callable(change)
    given = print_pages(HARBOUR, "x").pdf
    made = bind_book(print_part(), make_insert(change_pdf(given, change), "Loose"))
    own = structure_tree.show_tree(given).removeprefix("Document(").removesuffix(")")
    inside = own if change is lift else f"Sect({own})"
    assert structure_tree.show_tree(join_content_streams(made)).endswith(f" Part({inside}))")
    file = open_pdf(made)
    assert str(file.Root.StructTreeRoot.K[0].K[1].T) == "Loose"
    assert unclaimed(made) == []


def test_pages_of_an_insert_are_gone_through_in_the_order_of_its_tree() -> None:
    """The tab order of a tagged page becomes /S; an untagged page keeps its own /Tabs."""
    rows = change_pdf(
        print_foreign_article(), lambda pdf: pdf.pages[0].obj.__setitem__("/Tabs", Name.R)
    )
    tagged, bare = make_insert(rows), replace(make_insert(rows), tagged=False)
    count = tagged.page_count
    file = open_pdf(bind_book(print_part(), tagged, bare))
    said = [str(page.obj.get("/Tabs")) for page in file.pages][2:]
    assert said[:count] == ["/S"] * count
    assert said[count] == "/R"


def test_an_untagged_insert_among_tagged_ones_brings_nothing() -> None:
    """The insert's text is on its page; the trees of the other parts are whole."""
    bare = Insert(print_foreign("<p>No tags"), 1, "Bare")
    made = bind_book(print_part(), bare, make_insert(make_workbook()))
    file = open_pdf(made)
    assert len(file.Root.StructTreeRoot.K[0].K) == 2
    assert read_page_words(made)[2] == "No tags"
    assert structure_tree.find_faults(join_content_streams(made)) == [
        "a page has no entry of its own in the ParentTree"  # the page of the bare file
    ]


def test_admitted_files_are_bound_with_their_tags(tmp_path: Path) -> None:
    """The file goes all the way from the disk to the structure tree of the book."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(change_pdf(print_foreign_article(), rename_roles, branch_parent_tree))
    one = admission.admit(path)
    theirs = Insert(one.pdf, one.page_count, one.title, tagged=one.tagged)
    made = bind_book(print_part(), theirs)
    file = open_pdf(made)
    assert len(file.Root.StructTreeRoot.K[0].K) == 2
    assert unclaimed(made) == []


@pytest.mark.parametrize("number", mark_slow(range(1, 25), but={1, 8, 13, 18}))
def test_hostile_files_that_are_admitted_are_bound(number: int) -> None:
    """No page gets lost, whether or not the file claims to be tagged."""
    path = next(KINDS.glob(f"p{number:02}_*.pdf"), None)
    if path is None:
        pytest.skip("the corpus ../shared/corpus is absent")
    try:
        one = admission.admit(path)
    except InsertError:
        return
    for tagged in (one.tagged, True):
        made = bind_book(print_part(), Insert(one.pdf, one.page_count, one.title, tagged=tagged))
        assert len(open_pdf(made).pages) == 2 + one.page_count
        assert structure_tree.show_tree(join_content_streams(made)).startswith("Document(Part(H1(")


def test_the_same_inserts_give_the_same_tree() -> None:
    """Two bindings are equal byte for byte."""
    given = (print_part(), make_insert(make_workbook()), make_insert(print_foreign_article()))
    assert bind_book(*given) == bind_book(*given)
