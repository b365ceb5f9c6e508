"""Boxes become elements: anonymous boxes dissolve, the parts of a broken element fold."""

from collections.abc import Callable
from typing import Any

from printkit.press.tagging.memory import is_inline_level
from printkit.press.tagging.tree import Kid, MarkedContent, Node

CELLS = ("TD", "TH")


def splice(node: Node, hollow: Callable[[Node], bool]) -> None:
    """Put in the place of each hollow kid that kid's own kids."""
    kids: list[Kid] = []
    for kid in node.kids:
        kids.extend(kid.kids if isinstance(kid, Node) and hollow(kid) else [kid])
    node.kids = kids


def dissolve(node: Node) -> None:
    """Dissolve lines of text and anonymous boxes: what has no element of its own."""
    for kid in node.nodes:
        dissolve(kid)
    splice(node, lambda kid: _line(kid) or _anonymous(kid, node))


def _line(node: Node) -> bool:
    # Lines that stand in the body itself come with a box, and with the body's name.
    return node.tag in ("html", "body") or (node.box is None and node.role == "Span")


def _anonymous(node: Node, parent: Node) -> bool:
    """An anonymous box carries its parent's element, and so its tag."""
    same_element = node.element is parent.element and node.element is not None
    return same_element and node.tag == parent.tag


def fold(node: Node) -> None:
    """Fold the parts of elements that were broken over lines, columns or pages.

    Blocks fold wherever their parts stand among their siblings: something may float in
    between. Inline elements fold only with their neighbour, else words would change places.
    """
    firsts: dict[tuple[int, str], Node] = {}
    kids: list[Kid] = []
    for kid in node.kids:
        if not isinstance(kid, Node) or kid.element is None:
            kids.append(kid)
            continue
        first = firsts.get((id(kid.element), kid.tag))
        if first is not None and (first is kids[-1] or not is_inline_level(kid.box)):
            first.kids.extend(_continued(kid))
        else:
            firsts[id(kid.element), kid.tag] = kid
            kids.append(kid)
    node.kids = kids
    for kid in node.nodes:
        fold(kid)


def _continued(part: Node) -> list[Kid]:
    """What a later part adds: of what is shown again on every page, only its links."""
    if _shown_again(part.box):
        _forget_marks(part)
    return part.kids


def _shown_again(box: Any) -> bool:
    head_or_foot = getattr(box, "is_header", False) or getattr(box, "is_footer", False)
    return head_or_foot or box.style["position"] == "fixed"


def _forget_marks(node: Node) -> None:
    for mark in node.marks():
        mark.repeated = True
    for below in node.walk():
        below.kids = [kid for kid in below.kids if not isinstance(kid, MarkedContent)]


def prune(node: Node) -> bool:
    """Remove marks that draw nothing and elements that hold nothing; cells keep their place.

    Returns:
        Whether anything is left that can be read.
    """
    node.kids = [kid for kid in node.kids if not _blank(kid)]
    alive = {id(kid) for kid in node.nodes if prune(kid)}
    full = bool(alive) or any(not isinstance(kid, Node) for kid in node.kids)
    node.kids = [
        kid
        for kid in node.kids
        if not isinstance(kid, Node) or id(kid) in alive or _keeps_place(kid)
    ]
    return full


def _keeps_place(node: Node) -> bool:
    return node.role in CELLS or (node.role == "TR" and bool(node.kids))


def _blank(kid: Kid) -> bool:
    """WeasyPrint marks a run of spaces, but draws nothing for it."""
    return isinstance(kid, MarkedContent) and kid.is_text and not kid.text.strip()
