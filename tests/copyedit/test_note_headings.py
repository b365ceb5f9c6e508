"""Headings under which notes stand."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.note_headings import find_headings, heading_of, is_of_notes


@pytest.mark.parametrize(
    "words",
    ["Notes", "References [edit]", "Works cited:", "Anmerkungen", "Notes et références", "脚注",
     "Примечания", "الهوامش", "הערות", "Jegyzetek", "Σημειώσεις", "अ" * 0 + "टिप्पणियाँ"],
)  # fmt: skip
def test_the_heading_of_notes_is_known_in_many_languages(words: str) -> None:
    """The heading may end with a link to edit the section."""
    assert is_of_notes(tree.make("h2", words))
    assert not is_of_notes(tree.make("h2", f"{words} about tides"))


def test_a_paragraph_with_such_a_word_is_a_heading() -> None:
    """A sentence or a link with the word is no heading."""
    root = tree.parse("<h2>Tides</h2><p><b>Notes:</b></p><p>Notes came.</p><p><a>Notes</a></p>")
    assert [(one.tag, known) for one, known in find_headings(root)] == [("h2", False), ("p", True)]


def test_the_heading_stands_right_above_the_note_or_its_list() -> None:
    """The second item of a list has no heading of its own."""
    root = tree.parse("<h2>Notes</h2><hr/><ol><li>One.</li><li>Two.</li></ol>")
    assert heading_of(root[2][0]) is root[0]
    assert heading_of(root[2][1]) is None
