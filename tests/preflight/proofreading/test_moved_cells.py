"""A cell that a table in parts moves is not out of its place; other texts are."""

from printkit.pages import PrintedText
from printkit.preflight.proofreading import Mismatch
from printkit.preflight.proofreading.moved_cells import unmoved


def find(*words: str, moved: tuple[str, ...]) -> list[str]:
    """Return the words of the mismatches that no moved cell explains."""
    found = [Mismatch(PrintedText("body", one), 1, displaced=True) for one in words]
    return [one.text.words for one in unmoved(found, moved)]


def test_a_moved_cell_explains_its_own_words() -> None:
    """A displaced text may be a whole cell, or one block of a cell, but not words of two cells."""
    moved = ("1,204", "First block. Second block.")

    assert find("1,204", "Second block.", "1,204 First", moved=moved) == ["1,204 First"]


def test_nothing_is_explained_without_moved_cells() -> None:
    """Only tables in parts have moved cells."""
    assert find("1,204", moved=()) == ["1,204"]
