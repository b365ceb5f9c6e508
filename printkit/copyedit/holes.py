"""Holes: a tree with marks goes in, pieces of safe HTML and typed holes come out.

A mark is text, so nh3 can certify the whole document without a rule for elements of our own. The
certified text is then cut at the marks.
"""

import html

from printkit.copyedit import sanitise, tree
from printkit.copyedit.clean_copy import AddressHole, CleanText, Hole, SafeHtml
from printkit.copyedit.tree import Node

# Unicode reserves this noncharacter for use inside a program (section 23.7). No text contains the
# character: `text.characters` removes it from bodies, and the article's fields from other texts.
_MARK = "\ufdd0"


class Holes:
    """The holes of one article. In the tree, the number of a hole stands between two marks."""

    def __init__(self) -> None:
        self._holes: list[Hole] = []

    def mark(self, hole: Hole) -> str:
        """Keep a hole, and return the mark that the caller puts into the tree in its place."""
        self._holes.append(hole)
        return f"{_MARK}{len(self._holes) - 1}{_MARK}"

    def write(self, element: Node, prefix: str) -> CleanText:
        """Return the contents of an element as safe HTML with holes.

        Args:
            element: an element whose marks were made by this object.
            prefix: stands before every id, and in links within the article.
        """
        safe = sanitise.certify(tree.inner(element), prefix, around_addresses=_MARK)
        pieces = safe.split(_MARK)
        # Marks come in pairs, so every second piece stands between two marks.
        cut: list[SafeHtml | Hole] = [SafeHtml(pieces[0])]
        for marked, text in zip(pieces[1::2], pieces[2::2], strict=True):
            cut += [self._hole(marked), SafeHtml(text)]
        return tuple(piece for piece in cut if piece)

    def _hole(self, marked: str) -> Hole:
        """Return the hole that belongs to the text between two marks: a number or an address."""
        if marked.isdecimal():
            return self._holes[int(marked)]
        return AddressHole(html.unescape(marked), SafeHtml(marked))
