"""Turn boxes into elements: dissolve anonymous boxes, join the parts of a broken element."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from printkit.press.tagging.memory import is_inline_level
from printkit.press.tagging.tree import ElementKid, MarkedContent, StructureElement

if TYPE_CHECKING:
    from weasyprint.formatting_structure.boxes import Box

CELLS = ("TD", "TH")


def splice(node: StructureElement, hollow: Callable[[StructureElement], bool]) -> None:
    """Replace each kid for which `hollow` is true by the kids of this kid."""
    kids: list[ElementKid] = []
    for kid in node.kids:
        kids.extend(kid.kids if isinstance(kid, StructureElement) and hollow(kid) else [kid])
    node.kids = kids


def dissolve(node: StructureElement) -> None:
    """Dissolve lines of text and anonymous boxes, which have no HTML element of their own."""
    for kid in node.nodes:
        dissolve(kid)
    splice(node, lambda kid: _line(kid) or _anonymous(kid, node))


def _line(node: StructureElement) -> bool:
    # WeasyPrint gives a line directly in the body a box, and the tag of the body: the function
    # `anonymous_from` in formatting_structure/boxes.py takes the tag of the element around.
    return node.tag in ("html", "body") or (node.box is None and node.role == "Span")


def _anonymous(node: StructureElement, parent: StructureElement) -> bool:
    """Return whether a box is anonymous: such a box has the same HTML element as its parent."""
    same_element = node.element is parent.element and node.element is not None
    return same_element and node.tag == parent.tag


def join_broken_parts(node: StructureElement) -> None:
    """Join the parts of elements that were broken over lines, columns or pages.

    The parts of a block are joined wherever they stand among their siblings, as a float may
    stand between two parts. The parts of an inline element are joined only where they are
    neighbours; otherwise words would change places.
    """
    firsts: dict[tuple[int, str], StructureElement] = {}
    kids: list[ElementKid] = []
    for kid in node.kids:
        if not isinstance(kid, StructureElement) or kid.element is None:
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
        join_broken_parts(kid)


def _continued(part: StructureElement) -> list[ElementKid]:
    """Return the kids of a later part; of a part that is only shown again, the links alone."""
    if _shown_again(part.box):
        _forget_marks(part)
    return part.kids


def _shown_again(box: Box) -> bool:
    head_or_foot = getattr(box, "is_header", False) or getattr(box, "is_footer", False)
    return head_or_foot or box.style["position"] == "fixed"


def _forget_marks(node: StructureElement) -> None:
    for mark in node.marks():
        mark.repeated = True
    for below in node.walk():
        below.kids = [kid for kid in below.kids if not isinstance(kid, MarkedContent)]


def prune(node: StructureElement) -> bool:
    """Remove marks that draw nothing, and elements that hold nothing, other than table cells.

    Returns:
        True if the node still has content that can be read.
    """
    node.kids = [kid for kid in node.kids if not _blank(kid)]
    alive = {id(kid) for kid in node.nodes if prune(kid)}
    full = bool(alive) or any(not isinstance(kid, StructureElement) for kid in node.kids)
    node.kids = [
        kid
        for kid in node.kids
        if not isinstance(kid, StructureElement) or id(kid) in alive or _keeps_place(kid)
    ]
    return full


def _keeps_place(node: StructureElement) -> bool:
    return node.role in CELLS or (node.role == "TR" and bool(node.kids))


def _blank(kid: ElementKid) -> bool:
    """Return whether a kid draws nothing: WeasyPrint also marks a run of spaces."""
    return isinstance(kid, MarkedContent) and kid.is_text and not kid.text.strip()
