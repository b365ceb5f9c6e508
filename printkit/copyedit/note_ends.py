"""Ends of passages: notes go in; out come the notes behind which no more text of a passage stands.

A passage ends at the next heading, or at the end of the body.
"""

from collections.abc import Iterable, Mapping

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS


def find_ends(root: Node, notes: Iterable[Node], order: Mapping[Node, int]) -> set[Node]:
    """Return the notes and lists of notes behind which only notes and rules follow.

    Args:
        root: the body.
        notes: the blocks and lists that marks lead to.
        order: the place of each element in the body.
    """
    ends: set[Node] = set()
    for note in sorted(set(notes), key=order.__getitem__, reverse=True):
        following = _following(note)
        while following is not None and following.tag == "hr":
            following = _following(following)
        if following is root or (following is not None and _is_end(following, ends)):
            ends.add(note)
    return ends


def _following(element: Node) -> Node | None:
    """Return the next element behind another that says something; None before loose words.

    The root stands for the end of the text.
    """
    at = element
    while (around := at.getparent()) is not None:
        if not tree.is_blank(at.tail):
            return None
        following = at.getnext()
        while following is not None and tree.holds_nothing(following) and following.tag != "hr":
            if not tree.is_blank(following.tail):
                return None
            following = following.getnext()
        if following is not None:
            return following
        at = around
    return at


def _is_end(following: Node, ends: set[Node]) -> bool:
    """Tell whether an element is a heading, or a note that ends the text, or begins with both."""
    at: Node | None = following
    while at is not None:
        if at in ends or at.tag in ("h1", *HEADINGS):
            return True
        at = at[0] if len(at) and tree.is_blank(at.text) else None
    return False
