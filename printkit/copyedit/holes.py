"""Holes in clean copy: marked in the tree, certified with the text, then cut out of it.

Takes a tree with marks in it, gives pieces of safe HTML and typed holes. A mark is text, so the
certifying parser sees a whole document, and needs no rule for elements of our own.
"""

import html

from printkit.copyedit import sanitise, tree
from printkit.copyedit.clean_copy import AddressHole, CleanText, Hole, SafeHtml
from printkit.copyedit.tree import Node

# A noncharacter: Unicode reserves it for use inside a program (section 23.7). No text contains
# it: `text.characters` takes it out of bodies, and the article's fields take it out of the rest.
_MARK = "\ufdd0"


class Holes:
    """The holes of one article, each marked in its tree by a number between two marks."""

    def __init__(self) -> None:
        self._holes: list[Hole] = []

    def mark(self, hole: Hole) -> str:
        """Return the text that stands in the tree where a hole is to be."""
        self._holes.append(hole)
        return f"{_MARK}{len(self._holes) - 1}{_MARK}"

    def write(self, element: Node, prefix: str) -> CleanText:
        """Write down what is inside an element as safe HTML, with its holes.

        Args:
            element: its marks were made by this object.
            prefix: opens every id and every link within the article.
        """
        safe = sanitise.certify(tree.inner(element), prefix, around_addresses=_MARK)
        pieces = safe.split(_MARK)
        cut: list[SafeHtml | Hole] = [SafeHtml(pieces[0])]
        for marked, text in zip(pieces[1::2], pieces[2::2], strict=True):
            cut += [self._hole(marked), SafeHtml(text)]
        return tuple(piece for piece in cut if piece)

    def _hole(self, marked: str) -> Hole:
        """Return a hole by what stands between its marks: a number, or a link's address."""
        if marked.isdecimal():
            return self._holes[int(marked)]
        return AddressHole(html.unescape(marked), SafeHtml(marked))
