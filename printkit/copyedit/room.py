"""Room: an element that a browser shows as a box goes in, and comes out with spaces around it.

Fields, buttons and boxes of a style stand apart on a web page, also where no space is written
beside them. Without the room, 12 and 34 in two boxes would be the number 1234.
"""

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names

_IN_LINE = (INLINE - {"br", "img"}) | names("span label font big data")
_CLOSING = ",.;:!?)]}»”’…%°"
_OPENING = "([{«“„‘‚‹$€£¥"
_CODE = ("pre", "code")


def make_room(element: Node) -> None:
    """Put spaces around an element, where words or elements stand right beside the element.

    Args:
        element: an inline element; the text beside the element is changed.
    """
    make_room_before(element)
    make_room_behind(element)


def make_room_before(element: Node) -> None:
    """Put a space before an element, if words or an element stand right before the element."""
    at = _edge(element, before=True)
    if at is None or any(one.tag in _CODE for one in tree.ancestors(element)):
        return
    before, around = at.getprevious(), at.getparent()
    led = (before.tail if before is not None else around.text if around is not None else "") or ""
    if led and led[-1] not in {*tree.SPACE, *_OPENING}:
        tree.add_before(at, " ")
    elif before is not None and not led:
        before.tail = " "


def make_room_behind(element: Node) -> None:
    """Put a space behind an element, if words or an element stand right behind the element."""
    at = _edge(element, before=False)
    if at is None or any(one.tag in _CODE for one in tree.ancestors(element)):
        return
    behind = at.tail or ""
    follows = behind or at.getnext() is not None
    if follows and behind[:1] not in {*tree.SPACE, *_CLOSING}:
        at.tail = f" {behind}"


def leave_room(element: Node) -> None:
    """Put a space behind an element that is to go, if words on both sides would be one word."""
    following, tail = element.getnext(), element.tail or ""
    goes_on = following is not None and following.tag in _IN_LINE - {"sup", "sub"}
    if tail[:1].isalnum() or (goes_on and not tail):
        make_room_behind(element)


def _edge(element: Node, *, before: bool) -> Node | None:
    """Return the outermost inline element that begins, or ends, with an element."""
    at: Node | None = element
    while at is not None:
        around = at.getparent()
        beside = at.getprevious() if before else at.getnext()
        text = (around.text if before else at.tail) if around is not None else None
        if around is None or beside is not None or text or around.tag not in _IN_LINE:
            return at
        at = around
    return at
