"""Choices: a body goes in, and comes out with one part of each `maction` of a formula.

A browser shows one part of a `maction`, and the others only when a reader clicks or points. All
parts side by side would make another number.
"""

from printkit.copyedit import tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node

_DIGITS_MOST = 4


def keep_chosen(root: Node, removals: Removals) -> None:
    """Keep the chosen part of each `maction`, and name the others.

    Args:
        root: the body; changed in place.
        removals: gets the parts that a browser does not show.
    """
    for action in tree.each(root, "{*}maction", "{*}x-maction"):
        parts = [one for one in action if isinstance(one.tag, str)]
        chosen = _chosen_part(action, len(parts))
        formula = next((one for one in tree.ancestors(action) if one.tag == "x-math"), action)
        removals.rewrite("formula", tree.words(formula))
        for at, part in enumerate(parts):
            if at != chosen:
                removals.take(part, "hidden passage")


def _chosen_part(action: Node, count: int) -> int:
    """Return the place of the part that a browser shows.

    Only a `toggle` has a choice. A number that leads to no part counts as 1.
    """
    selection = (action.get("selection") or "").strip()
    kind = (action.get("actiontype") or "toggle").strip().lower()
    if kind != "toggle" or not selection.isdecimal() or len(selection) > _DIGITS_MOST:
        return 0
    return int(selection) - 1 if 0 < int(selection) <= count else 0
