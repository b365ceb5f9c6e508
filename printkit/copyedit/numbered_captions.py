"""Numbered captions: a gallery with one list of captions goes in, each picture gets its own item.

A gallery may have one list for all its pictures: the first item is the caption of the first
picture. Below the last picture, the list would seem to tell of this picture alone.
"""

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_CAPTIONS = regex(r"(^|[-_ ])(captions?|legends?|cutlines?)([-_ ]|$)")
_INNER = ("img", "ul", "ol", "table", "figure", "video")
_SHELLS = ("a", "picture")  # these hold nothing but their picture


def deal_captions(root: Node) -> None:
    """Give each picture of a group its item of the list that holds the captions of the group.

    Args:
        root: the body; changed in place. Lists with more or fewer items than pictures stay.
    """
    for listed in tree.each(root, "ol", "ul"):
        caption = next((one for one in tree.ancestors(listed) if one.tag == "figcaption"), None)
        whole = listed if caption is None else caption
        box = whole.getparent() if caption is not None else _gallery_before(listed)
        items = list(listed)
        if box is None or tree.words(whole) != tree.words(listed) or not _are_captions(items):
            continue
        pictures = list(box.iter("img"))
        if len(pictures) == len(items) > 1 and not _has_captions(box, whole):
            _deal_items(pictures, items)
            tree.drop(whole)
            box.tag = "div" if box.tag == "figure" else box.tag


def _gallery_before(listed: Node) -> Node | None:
    """Return the pictures before a list whose class says that the list holds their captions."""
    if not _CAPTIONS.search((listed.get("class") or "").lower()):
        return None
    before = listed.getprevious()
    is_near = before is not None and tree.is_blank(before.tail) and not tree.words(before)
    return before if is_near else None


def _are_captions(items: list[Node]) -> bool:
    return all(
        one.tag == "li" and tree.words(one) and next(one.iter(*_INNER), None) is None
        for one in items
    )


def _has_captions(box: Node, whole: Node) -> bool:
    return any(one is not whole for one in box.iter("figcaption"))


def _deal_items(pictures: list[Node], items: list[Node]) -> None:
    for img, item in zip(pictures, items, strict=True):
        shown = img
        while (around := shown.getparent()) is not None and around.tag in _SHELLS:
            shown = around
        figure, caption = tree.make("figure"), tree.make("figcaption")
        tree.replace(shown, figure)
        figure.append(shown)
        for part in tree.take_apart(item):
            tree.put(caption, part)
        figure.append(caption)
