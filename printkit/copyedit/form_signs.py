"""Signs of a form: a box, a ring or a gauge goes in, its sign or its number comes out."""

from printkit.copyedit import tree
from printkit.copyedit.room import make_room_before
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

_MARKS = {"checkbox": ("☐ ", "☑ "), "radio": ("○ ", "● ")}
_SIGN_IN = names("password email")
_HOLDERS = names("label li td th dt dd")
_FIELDS = names("input label br span legend")
_PANELS = names("div section article ul ol nav table dl")
_NUMBER = regex(r"\s{0,9}([+-]?\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})\s{0,9}")


def write_mark(control: Node, kind: str) -> None:
    """Write a box or a ring before the words that can be ticked; a switch without words says none.

    A checkbox in an item of a list says whether a task is done.

    Args:
        control: the `input`.
        kind: its type, `checkbox` or `radio`.
    """
    if _is_switch(control):
        tree.drop(control)
        return
    make_room_before(control)
    mark = _MARKS[kind][control.get("checked") is not None]
    tree.replace(control, tree.make("span", mark))


def _is_switch(control: Node) -> bool:
    """Tell whether a box has no words, or only opens a panel of the page.

    Such a box stands beside the panel, and a style sheet hides the box.
    """
    if any(one.tag in _HOLDERS for one in tree.ancestors(control)):
        return False
    around = control.getparent()
    if not tree.is_blank(control.tail) or around is None:
        return False
    if around.getparent() is None:
        return _opens_panel(control)
    return tree.holds_nothing(around) or any(one.tag not in _FIELDS for one in around)


def _opens_panel(control: Node) -> bool:
    """Tell whether a box at the top of a body stands with its labels right before a panel.

    A line break between such boxes makes them a list of ticks.
    """
    for one in control.itersiblings():
        if one.tag == "br" or not tree.is_blank(one.tail):
            return False
        if one.tag not in _FIELDS:
            return one.tag in _PANELS
    return False


def boxes_to_sign_in(root: Node) -> set[Node]:
    """Return the boxes of forms for signing in, such as “Remember me”.

    Args:
        root: the body, with all its fields.
    """
    found: set[Node] = set()
    for form in root.iter("form"):
        kinds = {one: (one.get("type") or "").lower() for one in form.iter("input")}
        boxes = [one for one, kind in kinds.items() if kind in _MARKS]
        if len(boxes) == 1 and not _SIGN_IN.isdisjoint(kinds.values()):
            found.update(boxes)
    return found


def write_share(gauge: Node) -> bool:
    """Write how full a gauge is, unless the gauge has words; tell whether there is a text then.

    Args:
        gauge: a `progress` or a `meter`.
    """
    if not tree.words(gauge):
        gauge.text = share_of(gauge)
    return bool(tree.words(gauge))


def share_of(gauge: Node) -> str:
    """Return how full a gauge is, in hundredths; an empty text if the gauge does not say so.

    Args:
        gauge: a `progress` or a `meter`.
    """
    value, least = _number_of(gauge, "value", None), _number_of(gauge, "min", 0.0)
    most = _number_of(gauge, "max", 1.0)
    if value is None or least is None or most is None or most <= least:
        return ""
    share = (min(max(value, least), most) - least) / (most - least)
    return f"{100 * share:.0f}%"


def _number_of(gauge: Node, name: str, otherwise: float | None) -> float | None:
    found = _NUMBER.fullmatch(gauge.get(name) or "")
    return float(found[1]) if found else otherwise
