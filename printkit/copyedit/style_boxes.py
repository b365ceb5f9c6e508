"""Boxes of a style: an element with the meaning of its style goes in, its box comes out apart.

A browser shows the boxes of a row side by side with room between. Without the style sheet, the
last word of a box and the first word of the next would be one word: “LeftRight”.
"""

from printkit.copyedit import tree
from printkit.copyedit.room import make_room, make_room_before, make_room_behind
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names

_IN_LINE = (INLINE - {"br", "img", "code"}) | names("span label font big data")
_BARE = names("span label font big data")
_LETTERS_MOST = 3  # of an initial that stands in the margin, such as “T” or “‘T”


def part_boxes(element: Node, meanings: list[str]) -> None:
    """Part an element from its neighbours, and the boxes in the element from each other.

    Args:
        element: stands in its body, which is changed.
        meanings: of the style of the element, in our own words.
    """
    if "items" in meanings or "rows" in meanings:
        for child in list(element):
            if child.tag in _IN_LINE:
                part = "rows" in meanings and _may_hold_blocks(child)
                set_on_line(child) if part else make_room(child)
    if "box" in meanings and element.tag in _IN_LINE and not _is_initial(element):
        make_room(element)
    elif element.tag in _IN_LINE and not _is_initial(element):
        _keep_sides(element, meanings)
    if "apart" in meanings or element.tag == "a":
        _set_apart(element)
    if "block" in meanings and element.tag in _IN_LINE and _may_hold_blocks(element):
        set_on_line(element)


def _keep_sides(element: Node, meanings: list[str]) -> None:
    """Put a space where the style of an element sets room at its left or right side."""
    around = (one.get("dir") for one in (element, *tree.ancestors(element)))
    leftwards = next(filter(None, around), "ltr") == "rtl"
    words, parent, before = tree.text(element), element.getparent(), element.getprevious()
    led = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    if ("roomright" if leftwards else "roomleft") in meanings and not _is_one_word(led, words):
        make_room_before(element)
    tail = element.tail or ""
    if ("roomleft" if leftwards else "roomright") in meanings and not _is_one_word(words, tail):
        make_room_behind(element)


def _is_one_word(left: str, right: str) -> bool:
    """Tell whether a mark begins or ends within a word, as in a highlighted half: high|light."""
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

    On the web page, the style sheet puts room between these elements. A box for each letter of a
    word serves only a script that moves the letters.
    """
    following, around = element.getnext(), element.getparent()
    if following is None or around is None or element.tail or following.tag != element.tag:
        return
    if element.tag != "a":
        parted = not (_is_letter(element) and _is_letter(following))
    else:
        parted = (
            (element.get("x-href"), element.get("class"))
            != (following.get("x-href"), following.get("class"))
            and tree.is_blank(around.text)
            and all(one.tag == "a" and tree.is_blank(one.tail) for one in around)
        )
    if parted:
        element.tail = " "


def _is_letter(element: Node) -> bool:
    said = tree.text(element)
    return len(said) == 1 and said.isalpha()
