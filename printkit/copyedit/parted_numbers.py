"""Parted numbers: a body goes in, and two numbers on both sides of an element stay two numbers.

Scripts, icons, hidden words and the like leave nothing on paper. Without a space in their place,
7 and 8 would be the number 78. Elements that are removed later, with words of their own, are parted
by `removals`.
"""

import re

from printkit.copyedit import tree
from printkit.copyedit.hidden import is_hidden
from printkit.copyedit.room import make_room_behind
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names
from printkit.text.patterns import regex

# The parser drops these with all that is in them, so a mark stands for each of them. Behind other
# comments a number goes on, as in a browser: programs part 1 and 000 of 1000 by a comment.
_DROPPED = regex(
    r"<textarea(?=[\s>]).*?(?:</textarea|\Z)"
    r"|(?<=[0-9>])<((?:script|style|template)(?=[\s/>])|!--(?=more|nextpage| ?/?wp:))",
    re.IGNORECASE | re.DOTALL,
)
_MARK = "<data hidden></data>"
_SILENT = names("datalist rp x-noscript")
_JOINS = names("wbr br source track param col")  # a number may go on behind these
_STEPS = 12  # elements without words that are looked at beside an element
_AROUND = INLINE | names("span label font big data a")


def mark_dropped(source: str) -> str:
    """Put a hidden element before each script, template or page break that stands behind a number.

    Args:
        source: HTML as the record has it.
    """
    # The words in a `textarea` are no tags, so a mark would be printed there.
    return _DROPPED.sub(lambda tag: f"{_MARK}<{tag[1]}" if tag[1] else tag[0], source)


def part_numbers(root: Node) -> None:
    """Put a space behind each element without words that stands between two numbers.

    Args:
        root: the body; changed in place.
    """
    for element in tree.each(root):
        if element.tag in _JOINS or not _sign_beside(element, before=False).isdecimal():
            continue
        if _sign_beside(element, before=True).isdecimal() and not _shows_words(element):
            make_room_behind(element)


def _shows_words(element: Node) -> bool:
    """Tell whether an element has visible words, or only marks a place."""
    if element.tag in _SILENT or is_hidden(element):
        return False
    if not tree.is_blank(tree.text(element)):
        return True
    bare = set(element.attrib) <= {"id", "name"} and not len(element)
    return bare and element.tag in _AROUND - {"img"}


def _sign_beside(element: Node, *, before: bool) -> str:
    """Return the sign that stands right before or right behind an element on its line."""
    at = element
    for _ in range(_STEPS):
        beside, around = (at.getprevious() if before else at.getnext()), at.getparent()
        if before:
            text = beside.tail if beside is not None else getattr(around, "text", None)
        else:
            text = at.tail
        if text:
            return text[-1] if before else text[0]
        if beside is None:
            if around is None or around.tag not in _AROUND:
                return ""
            at = around
        elif beside.tag not in _AROUND and beside.tag not in _SILENT:
            return ""
        else:
            said = "" if is_hidden(beside) else tree.text(beside)
            if said:
                return said[-1] if before else said[0]
            at = beside
    return ""
