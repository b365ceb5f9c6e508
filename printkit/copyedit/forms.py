"""Forms: a body goes in, and comes out without fields and buttons.

The value of a field outside a form is a word of its sentence, and stays. Ticked and empty
boxes, chosen options and gauges stay, too, also within a form. Everything that only serves the web
page goes through the one door, with its words.
"""

from printkit.copyedit import tree
from printkit.copyedit.form_signs import boxes_to_sign_in, write_mark, write_share
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.room import make_room
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names

_FIELD, _BUTTON = "form field", "button"
_BUTTONS = names("button submit reset image")
_GAUGES = names("progress meter")
# A browser shows dots in the place of a password.
_UNSEEN = names("hidden file password")
_MARKS = names("checkbox radio")


def remove_forms(root: Node, removals: Removals) -> None:
    """Write the values of fields into their sentences; remove other fields, buttons and forms.

    Args:
        root: the body; changed in place.
        removals: gets every field and every button, with its words.
    """
    for control in tree.each(root, "datalist"):
        tree.drop(control)
    _part_labels(root)
    of_site = boxes_to_sign_in(root)
    for control in tree.each(
        root, "button", "select", "textarea", "input", "output", "progress", "meter"
    ):
        if control.getparent() is None:
            continue
        _settle_control(control, removals, is_of_site=control in of_site)


def _settle_control(control: Node, removals: Removals, *, is_of_site: bool) -> None:
    in_form = any(one.tag == "form" for one in tree.ancestors(control))
    kind = (control.get("type") or "text").lower() if control.tag == "input" else ""
    if kind == "image" and (address := control.get("src")):
        removals.note("picture", address, place_of(control))
    if control.tag == "button" or kind in _BUTTONS:
        removals.take(control, _BUTTON, _said_by(control))
    elif kind in _UNSEEN:
        tree.drop(control)
    elif control.tag == "output" or (control.tag in _GAUGES and write_share(control)):
        make_room(control)
        tree.unwrap(control)
    elif kind in _MARKS and not is_of_site:
        write_mark(control, kind)
    elif control.tag == "select" and (_chosen(control) or not in_form):
        _write_choice(control, removals)
    elif in_form:
        _take_with_label(control, removals)
    elif control.tag == "textarea" and tree.words(control):
        control.tag = "p"
    elif control.tag == "input" and (value := tree.fold_space(control.get("value") or "")):
        make_room(control)
        tree.replace(control, tree.make("span", value))
    else:
        removals.take(
            control, _FIELD, _said_by(control) or tree.fold_space(control.get("value") or "")
        )


def _take_with_label(control: Node, removals: Removals) -> None:
    """Remove a field of a form with its label; a label that holds a picture stays."""
    label = next((one for one in tree.ancestors(control) if one.tag == "label"), None)
    if label is None:
        named = control.getroottree().getroot().iter("label")
        own = control.get("id")
        label = next((one for one in named if own and one.get("for") == own), None)
        if label is not None and not _holds_picture(label):
            removals.take(label, _FIELD)
        removals.take(control, _FIELD, _said_by(control))
        return
    goes = control if _holds_picture(label) else label
    removals.take(goes, _FIELD, _said_by(goes))


def _write_choice(select: Node, removals: Removals) -> None:
    """Write the options that are chosen, or the first; name the others."""
    options = list(select.iter("option"))
    chosen = _chosen(select) or options[:1]
    if not chosen:
        removals.take(select, _FIELD)
        return
    others = [_option_words(one) for one in options if one not in chosen]
    groups = [one.get("label") or "" for one in select.iter("optgroup")]
    for words in filter(None, (*groups, *others)):
        removals.note("other option", words, place_of(select))
    make_room(select)
    tree.replace(select, tree.make("span", ", ".join(map(_option_words, chosen))))


def _chosen(select: Node) -> list[Node]:
    """Return the options that are chosen; of a list for one choice a browser shows the last."""
    chosen = [one for one in select.iter("option") if one.get("selected") is not None]
    return chosen if select.get("multiple") is not None else chosen[-1:]


def _option_words(option: Node) -> str:
    return tree.words(option) or option.get("label") or ""


def _said_by(element: Node) -> str:
    """Return the words of a field, a button or a label, with the words in its attributes."""
    said = [tree.fold_space(text) for text in map(str, element.itertext())]
    for one in element.iter("input", "option", "optgroup"):
        value = one.get("label") if one.tag != "input" else one.get("value")
        said.append(value or one.get("placeholder") or one.get("alt") or "")
    return " ".join(filter(None, said))


def _part_labels(root: Node) -> None:
    """Put labels that stand side by side on lines of their own; make the legend of a group bold."""
    for legend in tree.each(root, "legend"):
        legend.tag = "summary"
    for label in tree.each(root, "label"):
        following = label.getnext()
        if following is not None and following.tag == "label" and tree.is_blank(label.tail):
            label.set("style", "block")
            following.set("style", "block")


def _holds_picture(element: Node) -> bool:
    return any(True for _ in element.iter("img", "picture", "video", "x-iframe", "x-math"))
