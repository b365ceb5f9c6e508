"""Forms: a body goes in, and comes out without fields and buttons."""

from printkit.copyedit import tree
from printkit.copyedit.removals import Removals, place_of, said_by
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
_TICKED = ("checkbox", "radio")  # their values are sent, and never shown


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
        if control.get("type") == "hidden":
            tree.drop(control)
            continue
        for one in goes.iter("input"):
            if one.get("type") == "image" and (address := one.get("src")):
                removals.note("picture", address, place_of(one))
        removals.take(goes, _CONTROLS[str(control.tag)], _said_with_fields(goes))


def _said_with_fields(element: Node) -> str:
    """Return the words of a field, a button or a label, with the words in its attributes."""
    fields = [one for one in element.iter("input") if one.get("type") not in _TICKED]
    values = [one.get("value") or one.get("placeholder") or one.get("alt") or "" for one in fields]
    groups = [one.get("label") or "" for one in element.iter("optgroup")]
    return " ".join(filter(None, (said_by(element), *values, *groups)))


def _holds_picture(element: Node) -> bool:
    return any(True for _ in element.iter("img", "picture", "video", "x-iframe", "x-math"))
