"""Forms: a body goes in, and comes out without fields and buttons."""

from printkit.copyedit import tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node

_CONTROLS = {
    "button": "button",
    "select": "form field",
    "textarea": "form field",
    "input": "form field",
    "output": "form field",
    "progress": "form field",
    "meter": "form field",
}


def remove_forms(root: Node, removals: Removals) -> None:
    """Remove fields and buttons with their labels; keep other words that stand in a form.

    Args:
        root: the body; changed in place.
        removals: gets every field and every button, with its words.
    """
    for control in tree.each(root, *_CONTROLS):
        if control.getparent() is None:
            continue
        label = next((one for one in tree.ancestors(control) if one.tag == "label"), None)
        in_form = any(one.tag == "form" for one in tree.ancestors(control))
        # A checkbox outside a form belongs to a list of tasks, and says whether a task is done.
        if control.get("type") == "checkbox" and not in_form:
            box = "☑ " if control.get("checked") is not None else "☐ "
            tree.replace(control, tree.make("span", box))
            continue
        goes = label if label is not None and not _holds_picture(label) else control
        removals.take(goes, _CONTROLS[str(control.tag)], _said_by(goes))


def _said_by(element: Node) -> str:
    """Return the words of a field, a button or a label, with the words in its attributes."""
    fields = element.iter("input", "optgroup")
    values = (
        one.get("value") or one.get("placeholder") or one.get("label") or "" for one in fields
    )
    return " ".join(filter(None, (tree.words(element), *values)))


def _holds_picture(element: Node) -> bool:
    return any(True for _ in element.iter("img", "picture", "video", "x-iframe", "x-math"))
