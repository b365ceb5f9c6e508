"""Lists: give each list items only, and each item its label and one body.

ISO 32000-1, 14.8.4.3.3, asks for this.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from printkit.press.tagging.fold import splice
from printkit.press.tagging.memory import real
from printkit.press.tagging.roles import is_paragraph
from printkit.press.tagging.tree import ElementKid, StructureElement

if TYPE_CHECKING:
    from weasyprint.formatting_structure.boxes import Box

NUMBERING = {
    "none": "None",
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "upper-roman": "UpperRoman",
    "lower-roman": "LowerRoman",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
}


def renest(tree: StructureElement) -> None:
    """Move the tag of each nested list into the tag of the list item that the list belongs to."""
    # WeasyPrint (pdf/tags.py, _build_box_tree) writes a nested list as a child of the outer list.
    for node in list(tree.walk()):
        kids: list[ElementKid] = []
        items: list[StructureElement] = []
        for kid in node.kids:
            home = _home(kid, items)
            if home is None:
                kids.append(kid)
            else:
                home.kids.append(kid)
            if isinstance(kid, StructureElement) and kid.tag == "li":
                items.append(kid)
        node.kids = kids
        for item in items:
            _reorder(item)


def _home(kid: ElementKid, items: list[StructureElement]) -> StructureElement | None:
    """Return the item of a nested list: the last item, if the item's box holds the list's box."""
    if not isinstance(kid, StructureElement) or kid.tag not in ("ul", "ol") or not items:
        return None
    inside = any(box is kid.box for box in _boxes_in(items[-1]))
    return items[-1] if inside else None


def _boxes_in(item: StructureElement) -> list[Box]:
    return [] if item.box is None else [real(box) for box in item.box.children]


def _reorder(item: StructureElement) -> None:
    """Put an item's kids in the order of its boxes."""
    order = {id(box): place for place, box in enumerate(_boxes_in(item))}

    def place(kid: ElementKid) -> int:
        return order.get(id(kid.box), -1) if isinstance(kid, StructureElement) else -1

    item.kids.sort(key=place)


def arrange_lists(tree: StructureElement) -> None:
    """Put all content of lists into items, and loose items into lists; give each item one body."""
    for node in list(tree.walk()):
        if node.role == "L":
            node.kids = _items(node)
            node.attributes |= _numbering(node)
        else:
            node.kids = _with_lists(node.kids)


def _with_lists(kids: list[ElementKid]) -> list[ElementKid]:
    arranged: list[ElementKid] = []
    for loose, run in groupby(kids, _is_item):
        if loose:
            made = StructureElement("L", list(run))
            made.kids = _items(made)
            arranged.append(made)
        else:
            arranged.extend(run)
    return arranged


def _is_item(kid: ElementKid) -> bool:
    return isinstance(kid, StructureElement) and kid.role == "LI"


def _items(node: StructureElement) -> list[ElementKid]:
    # HTML lets a `div` stand around each group of `dt` and `dd` in a `dl`.
    splice(node, lambda kid: kid.role == "Div" and any(map(_is_item, kid.kids)))
    items: list[ElementKid] = []
    entry = _ListItem()
    for kid in node.kids:
        if isinstance(kid, StructureElement) and kid.tag in ("dt", "dd") and kid.role == "LI":
            if kid.tag == "dt" and entry.meanings:
                items.append(entry.item())
                entry = _ListItem()
            entry.add(kid)
            continue
        if entry.filled:
            items.append(entry.item())
            entry = _ListItem()
        items.append(_item(kid))
    return [*items, entry.item()] if entry.filled else items


def _item(kid: ElementKid) -> StructureElement:
    """Return an item with its labels, then one body with all the rest."""
    if not isinstance(kid, StructureElement) or kid.role != "LI":
        return StructureElement("LI", [StructureElement("LBody", [kid])])
    labels: list[ElementKid] = [below for below in kid.nodes if below.role == "Lbl"]
    rest = [below for below in kid.kids if below not in labels]
    kid.kids = [*labels, StructureElement("LBody", rest)] if rest else labels
    return kid


class _ListItem:
    """One entry of a `dl`: its terms (`dt`), and their meanings (`dd`)."""

    def __init__(self) -> None:
        self.terms: list[StructureElement] = []
        self.meanings: list[StructureElement] = []

    @property
    def filled(self) -> bool:
        return bool(self.terms or self.meanings)

    def add(self, node: StructureElement) -> None:
        (self.terms if node.tag == "dt" else self.meanings).append(node)

    def item(self) -> StructureElement:
        for term in self.terms:
            term.role = "Lbl"
        if len(self.meanings) == 1:
            self.meanings[0].role = "LBody"
            return StructureElement("LI", [*self.terms, *self.meanings])
        for meaning in self.meanings:
            meaning.role = "P" if is_paragraph(meaning.kids) else "Div"
        bodies = [StructureElement("LBody", list(self.meanings))] if self.meanings else []
        return StructureElement("LI", [*self.terms, *bodies])


def _numbering(node: StructureElement) -> dict[str, object]:
    """Return the attributes that name the kind of a list's labels; empty if PDF has no name."""
    if node.box is None or node.tag not in ("ul", "ol"):
        return {}
    style = node.box.style["list_style_type"]
    kind = NUMBERING.get(style) if isinstance(style, str) else None
    return {"O": "/List", "ListNumbering": f"/{kind}"} if kind else {}
