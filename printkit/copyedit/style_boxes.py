"""Boxes of a style: an element with the meaning of its style goes in, its box comes out apart.

A browser shows the boxes of a row side by side with room between. Without the style sheet, the
last word of a box and the first word of the next would be one word: “LeftRight”.
"""

from collections.abc import Container

from printkit.copyedit import tree
from printkit.copyedit.room import make_room, make_room_before, make_room_behind
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names
from printkit.text.patterns import regex

_IN_LINE = (INLINE - {"br", "img", "code"}) | names("span label font big data")
_BARE = names("span label font big data")
_ROOM = names("gapleft gapright roomleft roomright")
_SPACED = regex(r"\s")
# The scripts of East Asia and South-East Asia have no spaces between words or sentences.
_UNSPACED = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffef]")
_GOES_ON = frozenset(".,;:!?)]}»”’'%…-‐。、，．！？）」』")
_CLINGS = _GOES_ON | {"("}  # as in f(x)
_BREAKS_OFF = frozenset("([{«“„‘-‐（「『")
_LETTERS_MOST = 3  # of an initial that stands in the margin, such as “T” or “‘T”


def part_boxes(element: Node, meanings: list[str], boxes: Container[Node]) -> None:
    """Part an element from its neighbours, and the boxes in the element from each other.

    Args:
        element: stands in its body, which is changed.
        meanings: of the style of the element, in our own words.
        boxes: all elements of the body whose style sets room at a side.
    """
    if "items" in meanings or "rows" in meanings:
        for child in list(element):
            if child.tag in _IN_LINE:
                part = "rows" in meanings and _may_hold_blocks(child)
                set_on_line(child) if part else make_room(child)
    if "box" in meanings and element.tag in _IN_LINE and not _is_initial(element):
        make_room(element)
    elif element.tag in _IN_LINE and not _is_initial(element):
        _keep_sides(element, meanings, boxes)
    if "apart" in meanings or element.tag == "a":
        _set_apart(element)
    if "block" in meanings and element.tag in _IN_LINE and _may_hold_blocks(element):
        set_on_line(element)


def has_room(meanings: list[str]) -> bool:
    """Tell whether a style sets room at a side of its element."""
    return not _ROOM.isdisjoint(meanings)


def _keep_sides(element: Node, meanings: list[str], boxes: Container[Node]) -> None:
    """Put a space where the style of an element sets room at its left or right side."""
    if not has_room(meanings):
        return
    around = (one.get("dir") for one in (element, *tree.ancestors(element)))
    leftwards = next(filter(None, around), "ltr") == "rtl"
    first, last = ("right", "left") if leftwards else ("left", "right")
    words, parent = tree.text(element), element.getparent()
    before, behind = element.getprevious(), element.getnext()
    led = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    tail = element.tail or ""
    if f"gap{first}" in meanings:
        make_room_before(element)
    elif f"room{first}" in meanings:
        left = None if led else before
        said = tree.text(left) if left is not None else led
        if not _is_one_word(said, words, both=left in boxes):
            make_room_before(element)
    if f"gap{last}" in meanings:
        make_room_behind(element)
    elif f"room{last}" in meanings:
        right = None if tail else behind
        said = tree.text(right) if right is not None else tail
        if not _is_one_word(words, said, both=right in boxes):
            make_room_behind(element)


def _is_one_word(left: str, right: str, *, both: bool) -> bool:
    """Tell whether a mark begins or ends within a word, as in a highlighted half: high|light.

    Args:
        left: the text before the place.
        right: the text behind.
        both: whether both texts are boxes with room, as the entries of a menu are. Such boxes
            are one word if each has one letter, as in a headline whose letters move.
    """
    if right[:1] in _CLINGS or left[-1:] in _BREAKS_OFF:
        return True
    if both and not (len(left) == len(right) == 1):
        return False
    return left[-1:].isalpha() and right[:1].islower()


def set_on_line(element: Node) -> None:
    """Put an inline element on a line of its own.

    Args:
        element: an element that stands neither in a link nor in code.
    """
    block = tree.make("div")
    tree.replace(element, block)
    if element.tag in _BARE:
        for name, value in tree.attributes(element).items():
            block.set(name, value)
        for part in tree.take_apart(element):
            tree.put(block, part)
    else:
        block.append(element)


def _may_hold_blocks(element: Node) -> bool:
    return not any(one.tag in ("a", "pre") for one in tree.ancestors(element))


def _is_initial(element: Node) -> bool:
    """Tell whether an element is the first letter of the word behind the element."""
    said = tree.words(element)
    letters = sum(map(str.isalpha, said))
    return 0 < letters < _LETTERS_MOST and len(said) <= _LETTERS_MOST and _joins(element.tail)


def _joins(text: str | None) -> bool:
    first = (text or "")[:1]
    return first.isalpha() or first in ("'", "’")


def _set_apart(element: Node) -> None:
    """Put a space between two boxes, or between two links of a list of links.

    On the web page, the style sheet puts room between these elements. Boxes for the parts of a
    word serve only a script that moves the parts, or forbid a line end.
    """
    following, around = element.getnext(), element.getparent()
    if following is None or around is None or element.tail or following.tag != element.tag:
        return
    if element.tag != "a":
        parted = not _are_parts_of_word(tree.text(element), tree.text(following))
    else:
        parted = (
            (element.get("x-href"), element.get("class"))
            != (following.get("x-href"), following.get("class"))
            and tree.is_blank(around.text)
            and all(one.tag == "a" and tree.is_blank(one.tail) for one in around)
        )
    if parted:
        element.tail = " "


def _are_parts_of_word(left: str, right: str) -> bool:
    """Tell whether two boxes without room hold parts of one word, as a browser shows the boxes.

    The small letter tells: “Left” and “Right” are two words. A script without small letters tells
    nothing, so there the browser's way counts, and two numbers always stay two.
    """
    last, first = left[-1:], right[:1]
    if tree.is_unseen(left) or tree.is_unseen(right):
        return True  # a box of white space is the room itself
    if _SPACED.search(left) or _SPACED.search(right):
        return False
    if first in _GOES_ON or last in _BREAKS_OFF or (len(left) == 1 and not left.isalnum()):
        return True
    if _UNSPACED.match(first) and not last.isascii():
        return True
    if not (last.isalpha() and first.isalpha()):
        return False
    uncased = first.lower() == first.upper()
    return first.islower() or uncased or len(left) == len(right) == 1
