"""Disclosures: a body goes in, and comes out with every panel open, behind its label.

Accordions, tabs and folded passages show a part of their text when a reader presses a button. On
paper all of the text is shown, so the button is a heading, or a label in front of its panel.
"""

import re

from printkit.copyedit import tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tab_labels import (
    PanelIndex,
    deal_labels,
    drop_repeated_label,
    is_panel,
    show,
)
from printkit.copyedit.tab_roles import is_tab, name_tabs
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, names
from printkit.text.patterns import regex

_HEADS = ("dt", "summary", "legend", "h1", *sorted(HEADINGS))
_OPENERS = ("button", "label", "a", "div", "span", "p", "li")
_FOLDED = names("div section p ul ol dl dd table article")
_OPENER = regex(
    r"(^|[-_ ])(accordion|collaps\w*|toggle\w*|faq|tab|tabs|question|disclosure|expand\w*|spoiler)",
    re.IGNORECASE,
)
_ACCORDION = regex(r"(^|[-_ ])(accordion|faqs?|collaps\w*|question|disclosure)", re.IGNORECASE)


def open_panels(root: Node, removals: Removals) -> None:
    """Show all folded panels of a body, and put the label of each panel before the panel.

    Args:
        root: the body; changed in place. Other buttons stay, for `forms`.
        removals: gets the labels that the first words of their panels repeat.
    """
    name_tabs(root)
    panels = PanelIndex(root)
    for label in tree.each(root, *_OPENERS, *_HEADS):
        if label.getparent() is None or not _opens(label):
            continue
        panel = panels.called_by(label)
        if panel is None:
            panel = _panel_behind(label)
        if panel is not None:
            show(panel)
        _settle_label(label, panel, removals)
        if panel is not None and panel is label.getnext():
            drop_repeated_label(label, panel, removals)
    for element in tree.each(root):
        if is_panel(element):
            show(element)
    for folded in tree.each(root, "details"):
        if len(folded) and folded[0].tag == "summary":
            drop_repeated_label(folded[0], folded, removals)
    deal_labels(root, panels, removals)


def _settle_label(label: Node, panel: Node | None, removals: Removals) -> None:
    """Make a line of its own of a label that opens a panel; in a heading, the heading is enough."""
    head = next((one for one in tree.ancestors(label) if one.tag in _HEADS), None)
    if label.tag == "button" and (head is not None or panel is not None):
        label.tag = "span" if head is not None else "summary"
        return
    pressed = panel is not None and label.get("role") in ("button", "tab")
    if label.tag not in ("button", *_HEADS) and pressed and head is None:
        removals.unlink(label, "it opens a panel")
        label.tag = "summary"


def _opens(element: Node) -> bool:
    """Tell whether an element opens a panel when a reader presses the element."""
    if element.get("aria-expanded") is not None or element.get("role") == "tab":
        return True
    toggles = element.get("data-bs-toggle") or element.get("data-toggle") or ""
    if toggles in ("collapse", "tab", "pill") or (element.tag == "button" and _in_head(element)):
        return True
    controls = element.get("aria-controls") or _OPENER.search(element.get("class") or "")
    return _is_question(element) or (element.tag == "button" and bool(controls))


def _is_question(button: Node) -> bool:
    """Tell whether a button stands before an answer in an element that is called an accordion."""
    around, answer = button.getparent(), button.getnext()
    if button.tag != "button" or around is None or answer is None or answer.tag not in _FOLDED:
        return False
    return tree.is_blank(button.tail) and bool(_ACCORDION.search(around.get("class") or ""))


def _in_head(element: Node) -> bool:
    return any(one.tag in _HEADS for one in tree.ancestors(element))


def _panel_behind(label: Node) -> Node | None:
    """Return the panel right behind a label, if there is one."""
    at = label
    while at.getnext() is None and at.getparent() is not None and _says_the_same(at):
        at = at.getparent()  # type: ignore[assignment]
    following = at.getnext()
    if following is None or not tree.is_blank(at.tail):
        return None
    folded = following.get("hidden") is not None or following.get("style") == "hidden"
    named = _OPENER.search(label.get("class") or "") or _is_question(label)
    switched = label.get("for") is not None and is_tab(label)
    told = label.get("aria-expanded") is not None or folded or named
    known = told or switched or is_panel(following)
    return following if known and following.tag in _FOLDED else None


def _says_the_same(element: Node) -> bool:
    """Tell whether an element is all that stands in its parent, as a button in its heading."""
    around = element.getparent()
    return around is not None and tree.words(around) == tree.words(element)
