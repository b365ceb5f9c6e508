"""Removals: the one way by which copy-editing takes anything out of a body for good.

`tree.drop` alone is for elements that are moved, or that say nothing.
"""

from collections.abc import Iterator

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.remarks import Remark, Removed, summary

_PLACE_DEPTH = 4


class Removals:
    """Everything that was taken out of one body, in the order of the passes."""

    def __init__(self) -> None:
        self.removed: list[Removed] = []

    def take(self, element: Node, kind: str, words: str | None = None) -> None:
        """Take an element out of the body for good.

        Args:
            element: goes with all that is in it; the text behind the element stays.
            kind: of thing, in one or two words of English: `button`, `drawing`.
            words: as a reader of the web page sees them, or an address; None for the text of
                the element.
        """
        self.note(kind, tree.words(element) if words is None else words, place_of(element))
        tree.drop(element)

    def note(self, kind: str, words: str, place: str = "") -> None:
        """Note something that a pass takes out itself, such as an attribute or a shortcode."""
        self.removed.append(Removed(kind, words, place))

    def remarks(self, where: str) -> Iterator[Remark]:
        """Yield the remark PK301 on all of them, if there are any."""
        if self.removed:
            told = f"not printable, removed: {summary(self.removed)}"
            yield Remark("PK301", told, where, removed=tuple(self.removed))


def place_of(element: Node) -> str:
    """Return the names of an element and of the innermost elements around it, outermost first."""
    path = [element.tag, *(one.tag for one in tree.ancestors(element))]
    return " ".join(str(tag).removeprefix("x-") for tag in reversed(path[:_PLACE_DEPTH]))
