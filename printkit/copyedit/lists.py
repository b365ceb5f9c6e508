"""Lists: a body goes in, and comes out with lists that hold only items, and no items elsewhere."""

import re
from collections import deque

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

# “3.”, “(3)”, “b)”, “Art. 5” or “§ 7” at the beginning of an item.
_OWN_NUMBER = regex(
    r"[(\[]?(?:(?:[^\W\d_]{1,8}\.? ?|§ ?)?\d{1,4}(?!\d)|[A-Za-z][.)]|[ivxlc]{1,5}[.)])",
    re.IGNORECASE,
)
_LISTS = ("ul", "ol", "menu", "dir")


def mend_lists(root: Node) -> None:
    """Repair every list in place; no word is lost."""
    for one in tree.each(root, *_LISTS):
        if _shows_only_pictures(one):
            _make_gallery(one)
        elif one.tag == "ol" and _has_own_numbers(one):
            _make_lines(one)
        else:
            _mend_items(one)
    for one in tree.each(root, "ul", "ol"):
        _join_pictures(one)
    for one in tree.each(root, "dl"):
        _mend_terms(one)
    for item in tree.each(root, "li"):
        _adopt(item, _LISTS, ("li",), "ul")
    for term in tree.each(root, "dt", "dd"):
        _adopt(term, ("dl",), ("dt", "dd"), "dl")


def _shows_only_pictures(one: Node) -> bool:
    figures = any(True for _ in one.iter("figure"))
    return figures and tree.is_unseen(tree.text(one))


def _make_gallery(one: Node) -> None:
    """Turn a list of pictures into blocks that follow each other."""
    for element in [one, *one.iter("li", *_LISTS)]:
        element.tag = "div"


def _has_own_numbers(one: Node) -> bool:
    """Tell whether a style takes the numbers off a list whose words have numbers of their own."""
    items = [item for item in one if item.tag == "li" and tree.words(item)]
    unmarked = one.get("data-unmarked") is not None
    return bool(items) and all(
        (unmarked or item.get("data-unmarked") is not None) and _OWN_NUMBER.match(tree.words(item))
        for item in items
    )


def _make_lines(one: Node) -> None:
    """Turn a list into blocks that follow each other; lists in its items stay lists."""
    for element in [one, *one.iterchildren("li")]:
        element.tag = "div"


def _join_pictures(one: Node) -> None:
    """Move each item that is only pictures to the item before it, or out of the list.

    Such an item would be a marker without words. The items behind keep their numbers.
    """
    number = int(one.get("start") or 1)
    for item in [item for item in one if item.tag == "li"]:
        number = int(item.get("value") or number)
        if not (_shows_only_pictures(item) and len(one) > 1):
            number += 1
            continue
        before, after = item.getprevious(), item.getnext()
        item.tag = "div"
        tree.pop(item, "value")
        item.tail = None
        if before is not None:
            before.append(item)
        else:
            one.addprevious(item)
        number += 1
        if one.tag == "ol" and after is not None and after.get("value") is None:
            after.set("value", str(number))


def _mend_items(one: Node) -> None:
    """Move a list that follows an item into the item; wrap all other loose parts in items.

    A numbered list counts only its items, so loose parts there go to the item before them.
    """
    last = loose = None
    parts = deque(tree.take_apart(one))
    while parts:
        part = parts.popleft()
        tag = None if isinstance(part, str) else part.tag
        if isinstance(part, str) and tree.is_blank(part):
            continue
        if not isinstance(part, str) and tag == "li":
            one.append(part)
            last, loose = part, None
            continue
        if tag in _LISTS and last is not None and loose is None:
            tree.put(last, part)
            continue
        if not isinstance(part, str) and tag not in _LISTS and _holds_items(part):
            parts.extendleft(reversed(tree.take_apart(part)))
            continue
        if loose is None and one.tag == "ol":
            loose = tree.make("div")
            (one.addprevious if last is None else last.append)(loose)
        elif loose is None:
            last = loose = tree.make("li")
            one.append(loose)
        tree.put(loose, part)


def _holds_items(group: Node) -> bool:
    return any(child.tag == "li" for child in group)


def _mend_terms(one: Node) -> None:
    """Unwrap groups in a list of terms (`dl`); wrap loose parts in descriptions (`dd`)."""
    loose = None
    parts = tree.take_apart(one)
    while parts:
        part = parts.pop(0)
        if isinstance(part, str):
            if tree.is_blank(part):
                continue
        elif part.tag in ("dt", "dd"):
            one.append(part)
            loose = None
            continue
        elif any(child.tag in ("dt", "dd") for child in part):
            parts = tree.take_apart(part) + parts
            continue
        if loose is None:
            loose = tree.make("dd")
            one.append(loose)
        tree.put(loose, part)


def _adopt(orphan: Node, lists: tuple[str, ...], kin: tuple[str, ...], tag: str) -> None:
    """Give an item outside a list, and the items right behind it, a list of their own."""
    parent = orphan.getparent()
    if parent is None or parent.tag in lists:
        return
    home = tree.make(tag)
    orphan.addprevious(home)
    while orphan is not None and orphan.tag in kin:
        following, tail = orphan.getnext(), orphan.tail
        orphan.tail = None
        home.append(orphan)
        if not tree.is_blank(tail) or following is None:
            home.tail = tail
            return
        orphan = following
