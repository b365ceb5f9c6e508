"""Labels of tabs: a body goes in, and each label of a list of tabs goes before its panel."""

from collections import defaultdict, deque
from collections.abc import Sequence

from printkit.copyedit import pictures, tree
from printkit.copyedit.blocks import plain_blocks
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.tab_roles import is_tab
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names
from printkit.text.patterns import regex

_PANEL = regex(
    r"(^|[-_ ])(collapse|collapsed|collapsible|accordion|tab-?(pane|panel|content|block)s?|tabbed"
    r"|toggle-?content|faq-?(answer|content)|answer|spoiler|disclosure|expandable|foldable)"
)
_LABELS = regex(
    r"(^|[-_ ])(tabs|pills|tab-?(list|labels|nav|links|titles|menu|bar)|tabbed-labels)([-_ ]|$)"
)
_NO_LABELS = names("pre table ul ol dl blockquote")
_LEADS_TO = (
    "aria-controls", "data-bs-target", "data-target", "data-tab", "for", "x-href", "href",
    "content-id",
)  # fmt: skip
# A panel and its tab have the same value in one of these, and two lists of tabs may share it.
_NAMES = ("data-w-tab", "name", "value", "tab", "data-tab")
_CALLS = ("panel", "data-w-tab", "value", "tab", "name")


class PanelIndex:
    """The panels of a body, by all names that a label may call a panel."""

    def __init__(self, root: Node) -> None:
        elements = tree.each(root)
        self._by_id = {one.get("id"): one for one in elements if one.get("id")}
        self._by_label: dict[str, Node] = {}
        self._by_name: dict[str, deque[Node]] = defaultdict(deque)
        for panel in filter(is_panel, elements):
            for name in filter(None, map(panel.get, _NAMES)):
                self._by_name[name].append(panel)
            for label in (panel.get("aria-labelledby") or "").split()[:1]:
                self._by_label.setdefault(label, panel)

    def called_by(self, label: Node) -> Node | None:
        """Return the panel that a label names, or that names the label.

        Args:
            label: an element of the body, outside the panel.
        """
        panel = self._by_label.get(label.get("id") or "")
        found = [panel, *(self._by_id.get((label.get(one) or "").lstrip("#")) for one in _LEADS_TO)]
        for one in found:
            if one is not None and one.tag not in ("input", "a") and not _is_around(one, label):
                return one
        return None

    def next_of_name(self, label: Node) -> Node | None:
        """Return the next panel that has the same name as a label, and take the panel."""
        for name in filter(None, map(label.get, _CALLS)):
            if waiting := self._by_name.get(name):
                return waiting.popleft()
        return None


def is_panel(element: Node) -> bool:
    """Tell whether the role or the class of an element is that of a panel."""
    named = (element.get("class") or "").lower()
    return element.get("role") == "tabpanel" or bool(_PANEL.search(named))


def show(panel: Node) -> None:
    """Take everything off a panel that hides the panel."""
    for name in ("hidden", "aria-hidden"):
        tree.pop(panel, name)
    if panel.get("style") == "hidden":
        tree.pop(panel, "style")


def deal_labels(root: Node, panels: PanelIndex, removals: Removals) -> None:
    """Move each label of a list of tabs to the panel that the label opens.

    Args:
        root: the body; changed in place.
        panels: the panels of the body.
        removals: gets the labels that the first words of their panels repeat.
    """
    for labels in tree.each(root, "div", "ul", "ol", "nav", "menu", "x-custom"):
        if labels.getparent() is not None and (found := _labels_of_list(labels, panels)):
            _deal(labels, found, panels, removals)


def drop_repeated_label(label: Node, panel: Node, removals: Removals) -> None:
    """Drop a label right before a panel that says only the same words.

    Args:
        label: the `summary`, or another element with the words of the label.
        panel: the element behind the label, or around the label.
        removals: gets the label.
    """
    said = tree.words(label)
    rest = tree.text(panel)
    if panel in set(tree.ancestors(label)):
        rest = rest.replace(tree.text(label), "", 1)
    if said and tree.fold_space(rest) == said:
        removals.rewrite("label", said)
        tree.drop(label)


def _labels_of_list(element: Node, panels: PanelIndex) -> list[Node]:
    """Return the labels of a list of tabs; none if the element is no such list."""
    around = element.getparent()
    is_list = element.get("role") == "tablist" or _names_tabs(element)
    # jQuery names only the box around the list and the panels.
    in_box = around is not None and _names_tabs(around)
    first = next(element.iter("label", "button", "a", "summary"), None)
    if not (is_list or in_box or (first is not None and is_tab(first))):
        return []
    found = _labels_in(element)
    if len(found) < 2:
        return []
    opens_all = in_box and all(panels.called_by(one) is not None for one in found)
    return found if is_list or opens_all or all(map(is_tab, found)) else []


def _names_tabs(element: Node) -> bool:
    return _LABELS.search((element.get("class") or "").lower()) is not None


def _labels_in(element: Node) -> list[Node]:
    """Return the labels of tabs in an element; none if there are other words in the element."""
    found: list[Node] = []
    for one in element.iter():
        known = one.tag in ("label", "button", "a", "summary") or is_tab(one)
        inside = bool(found) and _is_around(found[-1], one)
        if one is not element and known and not inside and tree.words(one):
            found.append(one)
    said = "".join(tree.text(one) for one in found)
    return found if said.split() and _letters(said) == _letters(tree.text(element)) else []


def _letters(text: str) -> str:
    return "".join(text.split())


def _deal(labels: Node, found: list[Node], index: PanelIndex, removals: Removals) -> None:
    panels = [index.called_by(label) for label in found]
    if any(panel is None for panel in panels):
        panels = [index.next_of_name(label) for label in found]
    if any(panel is None for panel in panels):
        panels = list(_panels_behind(labels, len(found)))
    if len(panels) != len(found):
        return
    for label, panel in zip(found, panels, strict=True):
        if panel is not None:
            show(panel)
            _head_panel(panel, tree.words(label), removals)
    for img in tree.each(labels, "img"):
        removals.note("picture", pictures.written_address(img) or "", place_of(img))
    for link in tree.each(labels):
        removals.unlink(link, "it opens a panel")
    tree.drop(labels)


def _head_panel(panel: Node, said: str, removals: Removals) -> None:
    """Write a label into its panel, unless the label stands there, as Elementor writes it twice."""
    previous = panel.getprevious()
    is_there = previous is not None and is_tab(previous) and tree.words(previous) == said
    if is_there or _first_block(panel) == said:
        removals.rewrite("label", said)
        return
    title = tree.make("summary", said)
    panel.insert(0, title)
    title.tail, panel.text = panel.text, None


def _first_block(panel: Node) -> str:
    """Return the words of the first paragraph or heading of a panel; else an empty text."""
    at = panel
    while tree.is_unseen(at.text):
        following = next((one for one in at if not tree.holds_nothing(one)), None)
        if following is None or following.tag in INLINE:
            break
        if following.tag in _NO_LABELS:
            return ""
        at = following
    return next(iter(plain_blocks(at)), "")


def _panels_behind(labels: Node, count: int) -> Sequence[Node]:
    """Return the panels behind a list of tabs, if there are as many as tabs."""
    behind = [one for one in labels.itersiblings() if one.tag != "input"]
    if behind and len(behind[0]) == count and (len(behind) == 1 or all(map(is_panel, behind[0]))):
        return list(behind[0])
    panels = [one for one in behind if is_panel(one)]
    if len(panels) == 1 and len(panels[0]) == count:
        return list(panels[0])
    return panels


def _is_around(outer: Node, inner: Node) -> bool:
    return any(one is outer for one in tree.ancestors(inner))
