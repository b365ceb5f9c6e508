"""Disclosures: a body goes in, and comes out with every panel open, behind its label.

Accordions, tabs and folded passages show a part of their text when a reader presses a button. On
paper all of the text is shown, so the button is a heading, or a label in front of its panel.
"""

import re
from collections.abc import Mapping, Sequence

from printkit.copyedit import pictures, tree
from printkit.copyedit.blocks import plain_blocks
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, INLINE, names
from printkit.text.patterns import regex

_HEADS = ("dt", "summary", "legend", "h1", *sorted(HEADINGS))
_FOLDED = names("div section p ul ol dl dd table article")
_PANEL = regex(
    r"(^|[-_ ])(collapse|collapsed|collapsible|accordion|tab-?(pane|panel|content|block)s?|tabbed"
    r"|toggle-?content|faq-?(answer|content)|answer|spoiler|disclosure|expandable|foldable)",
    re.IGNORECASE,
)
_OPENER = regex(
    r"(^|[-_ ])(accordion|collaps\w*|toggle\w*|faq|tab|tabs|question|disclosure|expand\w*|spoiler)",
    re.IGNORECASE,
)
_LABELS = regex(r"(^|[-_ ])(tabs|tab-?(list|labels|nav|links|titles)|tabbed-labels)([-_ ]|$)")
_NO_LABELS = names("pre table ul ol dl blockquote")
_LEADS_TO = ("aria-controls", "data-bs-target", "data-target", "data-tab", "for", "x-href", "href")


def open_panels(root: Node, removals: Removals) -> None:
    """Show all folded panels of a body, and put the label of each panel before the panel.

    Args:
        root: the body; changed in place. Other buttons stay, for `forms`.
        removals: gets the labels that the first words of their panels repeat.
    """
    targets = {one.get("id"): one for one in tree.each(root) if one.get("id")}
    for label in tree.each(root, "button", "label", "a", "div", "span", "p", "li", *_HEADS):
        if label.getparent() is None or not _opens(label):
            continue
        panel = _panel_of(label, targets)
        if panel is not None:
            _show(panel)
        head = next((one for one in tree.ancestors(label) if one.tag in _HEADS), None)
        if label.tag == "button" and (head is not None or panel is not None):
            label.tag = "span" if head is not None else "summary"
        elif label.tag != "button" and panel is not None and label.get("role") in ("button", "tab"):
            label.tag = label.tag if label.tag in _HEADS or head is not None else "summary"
    for element in tree.each(root):
        if _is_panel(element):
            _show(element)
    for labels in tree.each(root, "div", "ul", "ol", "nav", "menu"):
        if labels.getparent() is not None and _is_list_of_labels(labels):
            _deal_labels(labels, targets, removals)


def _opens(element: Node) -> bool:
    """Tell whether an element opens a panel when a reader presses the element."""
    if element.get("aria-expanded") is not None or element.get("role") == "tab":
        return True
    toggles = element.get("data-bs-toggle") or element.get("data-toggle") or ""
    if toggles in ("collapse", "tab", "pill") or (element.tag == "button" and _in_head(element)):
        return True
    controls = element.get("aria-controls") or _OPENER.search(element.get("class") or "")
    return element.tag == "button" and bool(controls)


def _in_head(element: Node) -> bool:
    return any(one.tag in _HEADS for one in tree.ancestors(element))


def _panel_of(label: Node, targets: Mapping[str | None, Node]) -> Node | None:
    """Return the panel that a label names, else the panel behind the label, if there is one."""
    for name in _LEADS_TO:
        panel = targets.get((label.get(name) or "").lstrip("#"))
        if panel is not None and panel.tag != "input" and panel not in set(tree.ancestors(label)):
            return panel
    at = label
    while at.getnext() is None and at.getparent() is not None and _says_the_same(at):
        at = at.getparent()  # type: ignore[assignment]
    following = at.getnext()
    if following is None or not tree.is_blank(at.tail):
        return None
    folded = following.get("hidden") is not None or following.get("style") == "hidden"
    named = _OPENER.search(label.get("class") or "")
    known = label.get("aria-expanded") is not None or _is_panel(following) or folded or named
    return following if known and following.tag in _FOLDED else None


def _says_the_same(element: Node) -> bool:
    """Tell whether an element is all that stands in its parent, as a button in its heading."""
    around = element.getparent()
    return around is not None and tree.words(around) == tree.words(element)


def _is_panel(element: Node) -> bool:
    return element.get("role") == "tabpanel" or bool(_PANEL.search(element.get("class") or ""))


def _show(panel: Node) -> None:
    for name in ("hidden", "aria-hidden"):
        tree.pop(panel, name)
    if panel.get("style") == "hidden":
        tree.pop(panel, "style")


def _is_list_of_labels(element: Node) -> bool:
    named = element.get("role") == "tablist" or _LABELS.search(element.get("class") or "")
    return bool(named) and len(_labels_in(element)) > 1


def _labels_in(element: Node) -> list[Node]:
    """Return the labels of tabs in an element; none if there are other words in the element."""
    found = [one for one in element.iter("label", "button", "a", "summary") if tree.words(one)]
    said = "".join(tree.text(one) for one in found)
    return found if said.split() and _letters(said) == _letters(tree.text(element)) else []


def _letters(text: str) -> str:
    return "".join(text.split())


def _deal_labels(labels: Node, targets: Mapping[str | None, Node], removals: Removals) -> None:
    """Move each label of a list of tabs to the panel that the label opens."""
    found = _labels_in(labels)
    panels = [_named_panel(label, targets) for label in found]
    if any(panel is None for panel in panels):
        panels = list(_panels_behind(labels, len(found)))
    if len(panels) != len(found):
        return
    for label, panel in zip(found, panels, strict=True):
        if panel is None:
            continue
        _show(panel)
        said = tree.words(label)
        if _first_block(panel) == said:
            removals.rewrite("label", said)
            continue
        title = tree.make("summary", said)
        panel.insert(0, title)
        title.tail, panel.text = panel.text, None
    for img in tree.each(labels, "img"):
        removals.note("picture", pictures.written_address(img) or "", place_of(img))
    tree.drop(labels)


def _first_block(panel: Node) -> str:
    """Return the words of the first block of a panel; none of a table, a list or code."""
    at = panel
    while tree.is_unseen(at.text):
        following = next((one for one in at if not tree.holds_nothing(one)), None)
        if following is None or following.tag in INLINE:
            break
        if following.tag in _NO_LABELS:
            return ""
        at = following
    return next(iter(plain_blocks(at)), "")


def _named_panel(label: Node, targets: Mapping[str | None, Node]) -> Node | None:
    for name in _LEADS_TO:
        panel = targets.get((label.get(name) or "").lstrip("#"))
        if panel is not None and panel.tag not in ("input", "a"):
            return panel
    return None


def _panels_behind(labels: Node, count: int) -> Sequence[Node]:
    """Return the panels behind a list of tabs, if there are as many as tabs."""
    behind = list(labels.itersiblings())
    if behind and len(behind[0]) == count and (len(behind) == 1 or all(map(_is_panel, behind[0]))):
        return list(behind[0])
    panels = [one for one in behind if _is_panel(one)]
    if len(panels) == 1 and len(panels[0]) == count:
        return list(panels[0])
    return panels
