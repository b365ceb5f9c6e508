"""Our marks in the places of links."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.note_marks import lead_to_note, raise_series, set_mark
from printkit.copyedit.removals import Removals

M = '<x-note-ref data-note="0"></x-note-ref>'


@pytest.mark.parametrize(
    ("line", "in_series", "got"),
    [
        ("a [<a>1</a>] b", False, f"a{M} b"),
        ("a <sup><a>1</a></sup> b", False, f"a{M} b"),
        ("a <span><b>(<a>1</a>)</b></span> b", False, f"a{M} b"),
        ("a<sup><a>1</a>, <a>2</a></sup>", False, f"a{M}{M}"),
        ("a<sup><a>1</a>–<a>2</a></sup>", False, f"a{M}<sup>–</sup>{M}"),
        ("a [<a>1</a>–<a>3</a>] b", True, f"a<sup>[</sup>{M}<sup>–</sup>{M}<sup>]</sup> b"),
        ("a (<a>1</a>, <a>3</a>) b", True, f"a<sup>(</sup>{M}<sup>, </sup>{M}<sup>)</sup> b"),
        ("a [1, <a>3</a>] b", True, f"a [1, {M}<sup>]</sup> b"),
    ],
)
def test_a_mark_stands_behind_its_word(line: str, in_series: bool, got: str) -> None:
    """A series keeps its brackets and the signs between its numbers, raised."""
    root = tree.parse(f"<p>{line}</p>")
    marks = [set_mark(link, 0, Removals(), in_series=in_series) for link in tree.each(root, "a")]
    raise_series(marks)
    assert tree.inner(root[0]) == got


def test_a_link_with_words_keeps_its_words() -> None:
    """The address of the link waits for the number of the note."""
    link = tree.make("a", "Kell 2001", href="#n")
    lead_to_note(link, 3)
    assert (tree.words(link), link.get("href")) == ("Kell 2001", "x-note:3")
