"""Verse: a body goes in, and comes out with the lines and stanzas of each poem kept.

Sites name a poem by a class, and set its lines with line breaks, as elements, or in a `pre`.
"""

import re

from printkit.copyedit import tree
from printkit.copyedit.kept_lines import keep_lines
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_POEM = regex(
    r"(^|[-_ ])(poem|poetry|verse|verses|stanza|lyrics|songtext|lg|linegroup)([-_ ]|$)",
    re.IGNORECASE,
)
_LINE = regex(
    r"(^|[-_ ])(l|line|lines|verse-?line|poem-?line|poetry-?line)([-_ ]|$)", re.IGNORECASE
)
_BLOCKS = ("div", "p", "section", "blockquote")


def keep_verse(root: Node) -> None:
    """Give each poem the class `verse`, with a line break at the end of each line.

    Args:
        root: the body; changed in place.
    """
    for poem in tree.each(root, *_BLOCKS, "pre"):
        if not _POEM.search(poem.get("class") or ""):
            continue
        if poem.tag == "pre":
            poem.tag = "div"
            keep_lines(poem, spaces=True)
        _join_lines(poem)
        if any(True for _ in poem.iter("br")):
            poem.set("class", "verse")


def _join_lines(poem: Node) -> None:
    """Put the lines of a poem, each an element of its own, into one block with line breaks."""
    lines = [one for one in poem if _LINE.search(one.get("class") or "")]
    if len(lines) < 2 or len(lines) < len(poem):
        return
    for line in lines[:-1]:
        line.tail = None
        tree.add_after(line, tree.make("br"))
    for line in lines:
        line.tag = "span"
