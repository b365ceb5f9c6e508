"""Roles of tabs: a body goes in, and comes out with the roles of ARIA on its tabs and panels.

Web components name tabs by their own elements, and pages without scripts make tabs of radio
buttons and labels. With the roles, `disclosures` reads all of these in one way.
"""

from collections.abc import Mapping

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

_TAB = regex(r"(^|-)(tab|tab-?button|tab-?item|tab-?header|segment-?button)$")
_PANEL = regex(r"(^|-)(tab-?panel|tab-?pane|tabs?-?content|window-?item|segment-?content)$")
_TITLES = ("label", "title", "heading", "caption", "data-title", "data-label")
_TOGGLES = names("tab pill")
_FOLDED = names("div section p ul ol dl table article")
_BOXES = names("div section article")
_SWITCHES = names("radio checkbox")
_FOLDS = regex(r"(^|[-_ ])(accordion|collaps|toggle|faq|tab|disclosure|expand)")


def name_tabs(root: Node) -> None:
    """Give tabs and panels their roles, and put tabs that stand side by side into a list of tabs.

    Args:
        root: the body; changed in place.
    """
    for element in tree.each(root, "x-custom"):
        _name_component(element)
    for element in tree.each(root):
        if {element.get("data-toggle"), element.get("data-bs-toggle")} & _TOGGLES:
            element.set("role", "tab")
    switches = {
        one.get("id"): one
        for one in tree.each(root, "input")
        if one.get("id") and (one.get("type") or "").lower() in _SWITCHES
    }
    labels = [one for one in tree.each(root, "label") if tree.is_blank(one.tail)]
    answers = {_group_of(switches, one) for one in labels if not _stands_before_panel(one)}
    for label in labels:
        if (switch := switches.get(label.get("for"))) is not None:
            _name_label(label, switch, is_answer=_group_of(switches, label) in answers)
    for parent in {one.getparent() for one in labels}:
        if parent is not None:
            _name_row(parent, switches)
    for parent in {one.getparent() for one in tree.each(root) if is_tab(one)}:
        if parent is not None:
            _group_tabs(parent)


def is_tab(element: Node) -> bool:
    """Tell whether an element has the role of a tab."""
    return element.get("role") == "tab"


def _name_component(element: Node) -> None:
    """Make a tab or a panel of an element whose name says so."""
    name = element.get("data-name", "")
    title = next((one for one in map(element.get, _TITLES) if one), "")
    holds_words = not tree.holds_nothing(element)
    if _PANEL.search(name) or (_TAB.search(name) and title and holds_words):
        element.tag = "div"
        element.set("role", "tabpanel")
        if title and tree.fold_space(title) != tree.words(element):
            label = tree.make("summary", tree.fold_space(title))
            element.insert(0, label)
            label.tail, element.text = element.text, None
    elif _TAB.search(name):
        if not holds_words:
            element.text = title
        element.tag = "label"
        element.set("role", "tab")


def _name_label(label: Node, switch: Node, *, is_answer: bool) -> None:
    """Make a tab of a label whose radio button or box shows and hides a panel.

    Args:
        label: the label of the switch.
        switch: the radio button or the box.
        is_answer: whether a label of the same group stands before no panel, as in a quiz.
    """
    beside = {one.tag for one in (label.getnext(), label.getprevious()) if one is not None}
    if (switch.get("type") or "").lower() == "radio":
        if "label" in beside or (_stands_before_panel(label) and not is_answer):
            label.set("role", "tab")
    elif _stands_before_panel(label) and _is_accordion(label, label.getnext()):
        label.set("role", "tab")
        tree.drop(switch)


def _name_row(parent: Node, switches: Mapping[str | None, Node]) -> None:
    """Make tabs of radio buttons with labels that stand before as many panels."""
    labels = [one for one in parent if switches.get(one.get("for")) in set(parent)]
    labels = [one for one in labels if one.tag == "label"]
    rest = [one for one in parent if one.tag not in ("label", "input")]
    known = [switches[one.get("for")] for one in labels]
    if len(labels) < 2 or len(rest) != len(labels) or not all(one.tag in _BOXES for one in rest):
        return
    if any((one.get("type") or "").lower() != "radio" for one in known) or not tree.is_blank(
        "".join(one.tail or "" for one in [*labels, *known])
    ):
        return
    if parent.index(rest[0]) > parent.index(labels[-1]):
        for label, switch, panel in zip(labels, known, rest, strict=True):
            label.set("role", "tab")
            panel.set("role", "tabpanel")
            tree.drop(switch)


def _stands_before_panel(label: Node) -> bool:
    following = label.getnext()
    return following is not None and following.tag in _FOLDED


def _group_of(switches: Mapping[str | None, Node], label: Node) -> str | None:
    """Return the name of the group of radio buttons to which the button of a label belongs."""
    switch = switches.get(label.get("for"))
    return None if switch is None else switch.get("name")


def _is_accordion(label: Node, panel: Node | None) -> bool:
    """Tell whether a class of a label, of its panel or of an element around says so."""
    around = [label, *([] if panel is None else [panel]), *list(tree.ancestors(label))[:2]]
    return any(_FOLDS.search((one.get("class") or "").lower()) for one in around)


def _group_tabs(parent: Node) -> None:
    """Make a list of tabs of each run of tabs in an element, or of the whole element."""
    run: list[Node] = []
    for child in [*parent, None]:
        if child is not None and is_tab(child):
            run.append(child)
            if tree.is_blank(child.tail):
                continue
        _make_list(run, parent)
        run = []


def _make_list(run: list[Node], parent: Node) -> None:
    if len(run) < 2 or parent.get("role") == "tablist":
        return
    if len(run) == len(parent) and tree.is_blank(parent.text):
        parent.set("role", "tablist")
        return
    tabs = tree.make("div", role="tablist")
    run[0].addprevious(tabs)
    last = run[-1].tail
    for one in run:
        tabs.append(one)
    tabs.tail, run[-1].tail = last, None
