"""Datelines: a body goes in, and comes out without an opening that repeats the dateline."""

from printkit.copyedit import tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.text.comparing import letters
from printkit.text.patterns import regex

_LONGEST = 200
# Between letters an en dash or a hyphen makes a word: London–Paris, London-based.
_PARTED = regex(r"\s*(?:[—―|:]|--+|\s[–-]|[–-](?=\s|$))\s*|\s*$")


def remove_dateline(body: Node, dateline: str | None, removals: Removals) -> None:
    """Remove a repeated dateline, and the dash behind it, from the first paragraph.

    Args:
        body: the composed body; changed in place.
        dateline: the dateline that is printed before the body, or None.
        removals: gets the links in the repeated dateline.
    """
    first = next((block for block in body if block.tag != "figure"), None)
    wanted = letters(dateline or "")
    if first is None or first.tag != "p" or not wanted or len(wanted) > _LONGEST:
        return
    opening = tree.text(first)[: 2 * _LONGEST]
    for parting in _PARTED.finditer(opening):
        if letters(opening[: parting.start()]) == wanted:
            # A dateline that is the whole body stays: the article would have no text.
            if parting.end() < len(opening) or len(body) > 1:
                _cut_before(first, parting.end())
                for link in first.iter("a"):
                    if tree.holds_nothing(link):
                        removals.unlink(link, "it stands in a repeated dateline")
                _clear(first)
            if tree.holds_nothing(first):
                tree.drop(first)
            return


def _cut_before(element: Node, count: int) -> int:
    """Remove `count` characters from an element's start; return how many are still to remove."""
    text = element.text or ""
    element.text, count = text[count:], max(0, count - len(text))
    for child in element:
        if not count:
            break
        count = _cut_before(child, count)
        tail = child.tail or ""
        child.tail, count = tail[count:], max(0, count - len(tail))
    return count


def _clear(paragraph: Node) -> None:
    """Remove empty inline elements that have no id, and line breaks at the start."""
    for element in reversed(tree.each(paragraph)):
        named = any("id" in one.attrib for one in element.iter())
        if element.tag != "br" and not named and tree.holds_nothing(element):
            tree.drop(element)
    while len(paragraph) and paragraph[0].tag == "br" and tree.is_blank(paragraph.text):
        tree.drop(paragraph[0])
