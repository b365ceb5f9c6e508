"""Overlines: an element whose style sets a line above its words goes in, and keeps the line.

The line is a part of a number: 0.3 with a line above the 3 is one third. A style sheet draws the
line on the page, and copied text has the combining overline.
"""

from printkit.copyedit import tree
from printkit.copyedit.tree import Node

OVERLINE = "\u0305"
_MOST = 40  # letters; a line above a longer text is an ornament


def draw_overline(element: Node) -> None:
    """Put each text of an element, if it is short, into an element with a line above.

    Args:
        element: the element with the line; its contents are changed.
    """
    if len(tree.words(element)) > _MOST:
        return
    for one in list(element.iter()):
        if one is not element and one.tail:
            lined = _lined(one.tail)
            one.tail = None
            one.addnext(lined)
        if one.text:
            lined, one.text = _lined(one.text), None
            one.insert(0, lined)


def _lined(text: str) -> Node:
    lined = tree.make("span", text, class_="overline")
    said = "".join(f"{one}{OVERLINE}" if one.isalnum() else one for one in text)
    lined.set("data-said", tree.fold_space(said))
    return lined
