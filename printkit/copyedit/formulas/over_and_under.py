"""Over and under: a base with a term above or below goes in, a line that means the same comes out.

A 2 above a 3 is no power. So the arrow ↑ or ↓ in brackets tells the place of such a term: 3[↑2].
The limits of sums, and the words of signs such as =, stand as powers and indices, as is usual.
"""

from printkit.copyedit import tree
from printkit.copyedit.formulas.signs import BRACES, LARGE
from printkit.copyedit.formulas.terms import NO_BREAK_SPACE, NOTHING, Term, bracketed, element_name
from printkit.copyedit.tree import Node

_LABELLED = ("number", "atom", "power", "root", "product", "sum", "quotient", "grid", "text")
_COMPOUND = ("product", "sum", "quotient", "root", "power", "text")
_PAIRS = ("munder", "mover", "msub", "msup")
_OVER_AND_UNDER = ("munder", "mover", "munderover")
_ARROWS = frozenset("→←↔⇀↼")


def label_of_brace(element: Node) -> Node:
    """Return the label of a brace; an element that is no labelled brace is returned as given.

    Args:
        element: what stands above or below a part of a formula.
    """
    is_pair = element_name(element) in _PAIRS and len(element) == 2
    return element[1] if is_pair and tree.words(element[0]) in BRACES else element


def labelled(element: Node, base: Term, below: Term, above: Term) -> Term | None:
    """Return a base with the terms below and above; None if these may stand as its scripts.

    Args:
        element: the MathML that holds all three.
        base: the term in the middle.
        below: the term under the base, or NOTHING.
        above: the term over the base, or NOTHING.
    """
    if not _stands_over(element) or (above.words in _ARROWS and below is NOTHING):
        return None
    if not _may_be_misread(base, above):
        return None
    shown = bracketed(base, _COMPOUND)
    parts = list(shown.parts)
    for arrow, term in (("↓", below), ("↑", above)):
        if term.words:
            parts += [f"[{arrow}", *term.parts, "]"]
    return Term("atom", tuple(parts)) if below.words or above.words else None


def _may_be_misread(base: Term, above: Term) -> bool:
    """Tell whether a term above a base would be its power, or a term below its index."""
    is_word = len(base.words) > 1 and base.words.replace(NO_BREAK_SPACE, "").isalpha()
    if is_word or base.kind == "name":
        # The limit stands below “lim”; but a 2 above “sin” is no square.
        return bool(above.words) and base.words not in LARGE
    return base.kind in _LABELLED


def _stands_over(element: Node) -> bool:
    """Tell whether an element sets terms above and below, or has a base with a brace."""
    base = element[0]
    braced = element_name(base) in _PAIRS and len(base) == 2 and tree.words(base[1]) in BRACES
    return braced or element_name(element) in _OVER_AND_UNDER
