"""Tags: one tree of all parts, sound in every number."""

from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Array, Name, Pdf, String

from printkit import inserts as admission
from printkit.bindery import bind
from printkit.bindery.book import Insert
from printkit.errors import InsertError
from tests.support import structure_tree
from tests.support.bindery_parts import (
    HARBOUR,
    HEBREW,
    PROGRAMS,
    book,
    bound,
    coalesced,
    faults,
    foreign,
    opened,
    pages,
    part,
    texts,
)
from tests.support.foreign_pdfs import article, branch, changed, customise, insert, workbook
from tests.support.paths import CORPUS

KINDS = CORPUS / "hostile-pdf"
CLAIMS = ("PDFUA1-ID-", "PDFA3A-ID-")
PARTS = (part(HARBOUR, "a"), part(HEBREW, "h", language="he", title="הנמל"), part(HARBOUR, "b"))


def test_each_part_is_a_part_of_the_document() -> None:
    """What stood in its own /Document stands in it."""
    told = structure_tree.outline(coalesced(bound(*PARTS)))
    own = [structure_tree.outline(one.pages.pdf) for one in PARTS]
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


# --- somebody else's trees ---


def unclaimed(pdf: bytes) -> list[str]:
    """All faults but that the file does not claim to be what it is."""
    return [one for one in faults(pdf) if not one.startswith(CLAIMS)]


def test_an_inserts_tree_is_a_part_among_the_others() -> None:
    """An article and an office file, between our own: in its place, in its words, and sound."""
    own = part()
    made = bound(own, insert(article(), "An article"), part(HEBREW, "h"), insert(workbook(), "A"))
    told = structure_tree.outline(coalesced(made))
    plain = structure_tree.outline(own.pages.pdf).replace("Document(", "Part(", 1)
    theirs = structure_tree.outline(coalesced(article())).replace("Document(", "Part(", 1)
    hebrew = structure_tree.outline(part(HEBREW, "h").pages.pdf).replace("Document(", "Part(", 1)
    # In the office file a paragraph's role was mapped, by four steps, to a quotation's.
    office = plain.replace(" P(", " Quote(")
    assert told == f"Document({plain} {theirs} {hebrew} {office})"
    assert told.count("H1('The harbour opens')") == 2
    assert unclaimed(made) == []


def test_two_files_may_mean_different_things_by_one_word() -> None:
    """Roles and classes; each keeps its own meaning."""

    def otherwise(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap.Caption1 = Name.H2
        pdf.Root.StructTreeRoot.ClassMap.wide.Placement = Name.Inline

    made = bound(insert(workbook()), insert(workbook(otherwise)), part())
    assert unclaimed(made) == []
    told = structure_tree.outline(coalesced(made))
    assert told.index("H1('The harbour") < told.index("H2('The harbour")
    file = opened(made)
    classes = file.Root.StructTreeRoot.ClassMap
    first, second, _ = file.Root.StructTreeRoot.K[0].K.as_list()
    meant = [str(classes[str(one.K[0].C[0])].Placement) for one in (first, second)]
    assert meant == ["/Block", "/Inline"]
    assert "/RoleMap" not in file.Root.StructTreeRoot


def test_inserts_have_titles_and_languages() -> None:
    """The file's language is said where it is another, unless its own element says one."""
    spanish = changed(article(), lambda pdf: pdf.Root.__setitem__("/Lang", String("es-ES")))

    def basque(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K[0].Lang = String("eu")

    given = (article(), spanish, changed(spanish, basque))
    made = bound(*(insert(one, f"No. {number}") for number, one in enumerate(given)))
    file = opened(made)
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
    """One section for the whole, and not in a list."""
    root = pdf.Root.StructTreeRoot
    root.K = root.K[0]
    root.K.S = Name.Sect


@pytest.mark.parametrize("change", [lift, narrow])
def test_a_tree_without_a_document_gets_a_part_above_it(change: object) -> None:
    """Its top elements stay what they are."""
    assert callable(change)
    given = pages(HARBOUR, "x").pdf
    made = bound(part(), insert(changed(given, change), "Loose"))
    own = structure_tree.outline(given).removeprefix("Document(").removesuffix(")")
    inside = own if change is lift else f"Sect({own})"
    assert structure_tree.outline(coalesced(made)).endswith(f" Part({inside}))")
    file = opened(made)
    assert str(file.Root.StructTreeRoot.K[0].K[1].T) == "Loose"
    assert unclaimed(made) == []


def test_pages_of_an_insert_are_gone_through_in_the_order_of_its_tree() -> None:
    """Whatever they said of that; those of an untagged one are left as they are."""
    rows = changed(article(), lambda pdf: pdf.pages[0].obj.__setitem__("/Tabs", Name.R))
    tagged, bare = insert(rows), replace(insert(rows), tagged=False)
    count = tagged.page_count
    file = opened(bound(part(), tagged, bare))
    said = [str(page.obj.get("/Tabs")) for page in file.pages][2:]
    assert said[:count] == ["/S"] * count
    assert said[count] == "/R"


def test_an_untagged_insert_among_tagged_ones_brings_nothing() -> None:
    """Its text is on its page; the others' trees are whole without it."""
    bare = Insert(foreign("<p>No tags"), 1, "Bare")
    made = bound(part(), bare, insert(workbook()))
    file = opened(made)
    assert len(file.Root.StructTreeRoot.K[0].K) == 2
    assert texts(made)[2] == "No tags"
    assert structure_tree.faults(coalesced(made)) == [
        "a page has no entry of its own in the ParentTree"  # the bare one
    ]


def test_admitted_files_are_bound_with_their_tags(tmp_path: Path) -> None:
    """From a file somebody gave to the tree of the book."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(changed(article(), customise, branch))
    one = admission.admit(path)
    theirs = Insert(one.pdf, one.page_count, one.title, tagged=one.tagged)
    made = bound(part(), theirs)
    file = opened(made)
    assert len(file.Root.StructTreeRoot.K[0].K) == 2
    assert unclaimed(made) == []


@pytest.mark.parametrize("number", range(1, 25))
def test_hostile_files_that_are_admitted_are_bound(number: int) -> None:
    """All their pages, whether or not they are called tagged."""
    path = next(KINDS.glob(f"p{number:02}_*.pdf"), None)
    if path is None:
        pytest.skip("the corpus ../shared/corpus is absent")
    try:
        one = admission.admit(path)
    except InsertError:
        return
    for tagged in (one.tagged, True):
        made = bound(part(), Insert(one.pdf, one.page_count, one.title, tagged=tagged))
        assert len(opened(made).pages) == 2 + one.page_count
        assert structure_tree.outline(coalesced(made)).startswith("Document(Part(H1(")


def test_the_same_inserts_give_the_same_tree() -> None:
    """Byte for byte."""
    given = (part(), insert(workbook()), insert(article()))
    assert bound(*given) == bound(*given)
