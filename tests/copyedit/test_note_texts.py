"""The text of a note has neither its mark nor a way back."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.note_texts import drop_ways_back, is_back, lift_text
from printkit.copyedit.removals import Removals


@pytest.mark.parametrize(
    "note",
    [
        "<p>1. Note.</p>",
        "<p>[1] Note.</p>",
        "<p><sup>1</sup> Note.</p>",
        "<p>1 – Note.</p>",
        "<p>[1]: Note.</p>",
        '<p>^ <a href="#back">1</a> Note.</p>',
        '<p><b>[<a href="#back">1</a>]</b> Note.</p>',
    ],
)
def test_the_mark_before_a_note_goes(note: str) -> None:
    """The brackets of the mark go, too; our own number takes the place."""
    removals, root = Removals(), tree.parse(f"<p>a</p>{note}")
    text = lift_text(root[1], "1", set(root.iter("a")), removals)
    assert tree.words(text) == "Note."
    assert {one.words for one in removals.rewritten} == {"1"} or "[1]" in note
    assert tree.inner(root) == "<p>a</p>"


def test_a_number_that_belongs_to_the_note_stays() -> None:
    """The items of a list have no marks of their own."""
    root = tree.parse("<ol><li>1 apple.</li></ol>")
    assert tree.words(lift_text(root[0][0], "1", set(), Removals())) == "1 apple."


def test_arrows_that_lead_back_go() -> None:
    """A link with words stays, and an arrow without a link stays."""
    root = tree.parse('<p>a → b <a href="#x">↩</a><a href="#y">on ↑</a></p>')
    drop_ways_back(root, Removals())
    assert tree.words(root) == "a → b on ↑"


@pytest.mark.parametrize(
    "words", ["Back to text", "Retour au texte", "Zurück zum Text", "Volver al texto"]
)
def test_words_that_lead_back_are_known_in_several_languages(words: str) -> None:
    """A link to another passage is none of them."""
    root = tree.parse(f"<p><a>1</a> <a>{words}</a> <a>The lock</a></p>")
    first, back, other = root.iter("a")
    assert is_back(first)
    assert is_back(back)
    assert not is_back(other)
