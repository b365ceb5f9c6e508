"""The notes that stand at the end of a passage."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.note_ends import find_ends


@pytest.mark.parametrize(
    ("body", "ends"),
    [
        ("<p/><p class='n'>1</p>", [True]),
        ("<p class='n'>1</p><hr/><p class='n'>2</p>", [True, True]),
        ("<p class='n'>1</p><p>Text.</p><p class='n'>2</p>", [False, True]),
        ("<p class='n'>1</p><h2>Next</h2><p>Text.</p>", [True]),
        ("<div><p class='n'>1</p></div><p> </p><section><p class='n'>2</p></section>", [True] * 2),
        ("<p class='n'>1</p>loose words", [False]),
        ("<p class='n'>1</p><div><p/>words</div>", [False]),
    ],
)
def test_a_passage_ends_at_a_heading_or_with_the_body(body: str, ends: list[bool]) -> None:
    """Rules and empty blocks do not count."""
    root = tree.parse(body)
    notes = [one for one in root.iter() if one.get("class") == "n"]
    found = find_ends(root, notes, {one: at for at, one in enumerate(root.iter())})
    assert [note in found for note in notes] == ends
