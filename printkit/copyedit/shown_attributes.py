"""Shown attributes: a body goes in, and comes out with the values that only attributes have.

Some editors and page builders write a value into an attribute, and a script or a style sheet of the
page shows this value: the tick of a task, the kind of a list item, the number that a counter
reaches, the source of a formula.
"""

from itertools import groupby

from printkit.copyedit import tree
from printkit.copyedit.component_data import draw_components
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_TICKS = {"checkbox-on": "☑ ", "checkbox-off": "☐ "}  # Notion
_ITEM_TICKS = {"checked": "☑ ", "unchecked": "☐ "}  # Quill
_INDENT = regex(r"ql-indent-([1-8])")
_FORMULA = "ql-formula"
_CODE_LINES = "ql-code-block-container"
_GOALS = (
    "data-to-value",
    "data-countup-number",
    "data-count-to",
    "data-counter-end",
    "data-counterup-to",
    "data-purecounter-end",
    "data-odometer-final",
    "data-end-value",
    "data-target-value",
)
# Other scripts use these names, too: the element must be named a counter and show its start.
_SHARED_GOALS = (
    "data-to",
    "data-count",
    "data-counter",
    "data-target",
    "data-stop",
    "data-end",
    "data-value",
)
_COUNTER = regex(r"(^|[-_ ])(count(er|up|down)?|number|odometer|stat(s|istic)?|timer)([-_ ]|$)")
_NUMBER = regex(r"[+-]?\d{1,15}(?:[.,]\d{1,6})?")
_START = regex(r"\s*0?(?:[.,]0+)?\s*")


def show_attributes(root: Node, removals: Removals) -> None:
    """Write the values of attributes as words and lists.

    Args:
        root: the body, before the numbers of its items are counted; changed in place.
        removals: gets the numbers from which counters start, and formulas that a script drew.
    """
    draw_components(root)
    for box in tree.each(root, "div", "span"):
        marks = [_TICKS[name] for name in tree.classes(box) if name in _TICKS]
        if marks and tree.holds_nothing(box):
            box.text = marks[0]
            box.tag = "span"
        elif _CODE_LINES in tree.classes(box) and _holds_only_lines(box):
            _set_code(box)
        elif _FORMULA in tree.classes(box) and (source := box.get("data-value")):
            removals.rewrite("formula", tree.words(box))
            tree.replace(box, tree.make("x-tex", source, display=""))
        else:
            _show_goal(box, removals)
    for listed in tree.each(root, "ol"):
        if listed.getparent() is not None and any(one.get("data-list") for one in listed):
            _split_list(listed)


def _show_goal(element: Node, removals: Removals) -> None:
    """Write the number that a counter reaches, if the counter shows the number it starts from."""
    goal = next(filter(None, map(element.get, _GOALS)), None)
    if goal is None and _COUNTER.search(element.get("class") or "") and tree.words(element):
        goal = next(filter(None, map(element.get, _SHARED_GOALS)), None)
    if goal is None or len(element) or not _NUMBER.fullmatch(goal.strip()):
        return
    shown, start = tree.words(element), element.get("data-from-value") or element.get("data-from")
    if _START.fullmatch(shown) or shown == start:
        if shown:
            removals.rewrite("counter", shown)
        element.text = goal.strip()


def _holds_only_lines(box: Node) -> bool:
    """Tell whether all words of a box stand in its elements, and no picture among them."""
    bare = tree.is_blank(box.text) and all(tree.is_blank(line.tail) for line in box)
    return bare and not any(True for _ in box.iter("img"))


def _set_code(box: Node) -> None:
    lines = [tree.text(line) for line in box]
    tree.replace(box, tree.make("pre", "\n".join(lines)))


def _split_list(listed: Node) -> None:
    """Make lists of the items of Quill, each of which has its own kind and its own depth."""
    items = [item for item in listed if item.tag == "li"]
    deepest: list[tuple[int, Node]] = []
    for (depth, kind), same in groupby(items, key=lambda one: (_indent_of(one), _list_tag(one))):
        while deepest and deepest[-1][0] > depth:
            deepest.pop()
        if deepest and deepest[-1][0] == depth and deepest[-1][1].tag != kind:
            deepest.pop()
        if not deepest or deepest[-1][0] < depth:
            home = tree.make(kind)
            _put_list(home, deepest, listed)
            deepest.append((depth, home))
        for item in same:
            if mark := _ITEM_TICKS.get(item.get("data-list") or ""):
                item.text = f"{mark}{item.text or ''}"
            deepest[-1][1].append(item)
    tree.unwrap(listed)


def _put_list(home: Node, deepest: list[tuple[int, Node]], listed: Node) -> None:
    """Put a list into the last item of the list around, or before the list that is taken apart."""
    if deepest and len(deepest[-1][1]):
        deepest[-1][1][-1].append(home)
    else:
        listed.addprevious(home)


def _list_tag(item: Node) -> str:
    return "ol" if item.get("data-list") in (None, "ordered") else "ul"


def _indent_of(item: Node) -> int:
    found = _INDENT.search(item.get("class") or "")
    return int(found[1]) if found else 0
