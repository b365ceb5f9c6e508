"""Names of notes and marks that word processors, journals and programs write."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.note_names import (
    is_footnote_box,
    is_named_list,
    is_named_mark,
    is_named_note,
)

NOTES = ["fn1", "fn:one", "_ftn1", "cite_note-Kell-2", "sdfootnote1sym", "ftnt1", "footnote-1",
         "_footnotedef_1", "bib.bib12", "ref-CR7", "pone.0001.ref003"]  # fmt: skip
PLACES = ["step-3", "p2", "eq1", "a6", "section-4", "fig1", "reference", "footer", "c12", "page-2",
          "refuge", "bibliotheque", "_ftnref1", "fnref1"]  # fmt: skip


@pytest.mark.parametrize("name", NOTES)
def test_the_id_of_a_note_is_known(name: str) -> None:
    """The id alone is enough; roles and classes count as well."""
    assert is_named_note(tree.make("li", id=name))


@pytest.mark.parametrize("name", PLACES)
def test_the_id_of_another_place_is_no_name_of_a_note(name: str) -> None:
    """The id of a mark is no name of a note, either."""
    assert not is_named_note(tree.make("li", id=name))


def test_roles_name_notes_marks_and_lists() -> None:
    """ARIA, EPUB and HTMLBook have such roles."""
    assert is_named_note(tree.make("aside", role="doc-footnote"))
    assert is_named_note(tree.parse('<p data-epub-type="rearnote"/>')[0])
    assert is_named_note(tree.parse('<p data-type="footnote"/>')[0])
    assert is_named_mark(tree.make("a", role="doc-noteref"))
    assert is_footnote_box(tree.make("section", role="doc-endnotes"))


def test_the_element_around_a_mark_may_name_the_mark() -> None:
    """The element must stand within the line."""
    root = tree.parse('<p class="footnote-ref"><sup class="easy-footnote"><a>1</a></sup></p>')
    assert is_named_mark(root[0][0][0])
    assert not is_named_mark(tree.parse('<p class="footnote-ref"><a>1</a></p>')[0][0])


def test_an_element_around_text_and_list_names_no_list() -> None:
    """A site may call its whole article `references`."""
    root = tree.parse('<div class="references"><p><a>1</a></p><ol><li/></ol></div>')
    assert not is_named_list(root[0][1], root[0][0][0])
    root = tree.parse('<p><a>1</a></p><div class="reflist"><ol><li/></ol></div>')
    assert is_named_list(root[1][0], root[0][0])
