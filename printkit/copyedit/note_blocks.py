"""Note blocks: the target of a link goes in, the block of the note that stands there comes out.

This module looks only at the structure; `note_signs` tells whether the block is a note.
"""

import re
from collections.abc import Set
from itertools import islice

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, INLINE, names
from printkit.text.patterns import regex

BLOCKS = names("p li dd td div aside section blockquote")
"""The elements that may be a note, or hold the words of one."""
ITEMS = names("li dd")
"""The items of lists."""

_PARTS_MOST = 6  # blocks of a note
_OPENING_MOST = 20  # characters of a mark before a note
_IN_LINE = INLINE | {"span", "font", "label"}
# A number or a letter that stands before the place to which a link leads.
_OPENING = regex(r"[\s\[(^]*\w{0,4}[\s\]).:]*")


def note_block(target: Node, link: Node, targets: Set[Node]) -> Node | None:
    """Return the block that begins at the target of a link; None if none begins there.

    Args:
        target: the element that the mark leads to.
        link: the mark.
        targets: the elements that other links lead to; none of these is in the block.
    """
    note: Node | None = _item_of(target)
    if note is None:
        note = _block_of(target)
    if note is None:
        return None
    while (around := note.getparent()) is not None and _is_part(note, around, targets, target):
        note = around
    if link in set(note.iter()) or note.tag == "td":
        return None
    mark = re.sub(r"\W", "", tree.text(link)) or tree.words(link)
    said = tree.words(note).lstrip("[(^ ").removeprefix(mark).strip(" .:])")
    return note if said or holds_more(note) else None


def list_around(note: Node) -> Node | None:
    """Return the list that a block is an item of; None for a block outside a list."""
    around = note.getparent()
    if around is None or note.tag not in ITEMS:
        return None
    if around.tag == "div" and around.getparent() is not None and note.tag == "dd":
        around = around.getparent()
    return around if around is not None and around.tag in ("ol", "ul", "dl") else None


def items_of(listed: Node) -> list[Node]:
    """Return the items of a list, without the items of lists in these items."""
    return [one for one in listed.iter(*ITEMS) if list_around(one) is listed]


def block_around(link: Node) -> Node | None:
    """Return the innermost block around a link."""
    return next((one for one in tree.ancestors(link) if one.tag not in _IN_LINE), None)


def only_links(block: Node) -> bool:
    """Tell whether a block has no words but those of links: a list of pages has no others."""
    links = "".join(map(tree.text, block.iter("a")))
    return len(re.findall(r"\w", tree.text(block))) <= len(re.findall(r"\w", links))


def holds_more(element: Node) -> bool:
    """Tell whether there is a picture, a table or a heading in an element."""
    return any(True for _ in element.iter("h1", *HEADINGS, "img", "figure", "table"))


def _item_of(target: Node) -> Node | None:
    """Return the item of a list at whose beginning a target stands."""
    near = (target, *tree.ancestors(target))
    if (term := next((one for one in near if one.tag == "dt"), None)) is not None:
        following = term.getnext()
        return following if following is not None and following.tag == "dd" else None
    item = next((one for one in near if one.tag in ITEMS or one.tag == "table"), None)
    if item is None or item.tag not in ITEMS:
        return None
    return item if _OPENING.fullmatch(_said_before(target, item)) else None


def _said_before(target: Node, block: Node) -> str:
    """Return the words of a block before a target; of many words, only some."""
    said, at = "", target
    while at is not block and len(said) <= _OPENING_MOST:
        before = list(islice(at.itersiblings(preceding=True), _PARTS_MOST + 1))
        if len(before) > _PARTS_MOST:
            return "…"
        around = at.getparent()
        if around is None:
            return "…"
        texts = [f"{tree.text(one)}{one.tail or ''}" for one in reversed(before)]
        said = "".join([around.text or "", *texts, said])
        at = around
    return said


def _block_of(target: Node) -> Node | None:
    """Return the block, outside all items of lists, that begins with a target."""
    note = target
    while note.tag not in BLOCKS:
        around = note.getparent()
        if around is None or not _begins_with(around, note):
            return None
        note = around
    return None if any(one.tag in ITEMS for one in (note, *tree.ancestors(note))) else note


def _is_part(note: Node, around: Node, targets: Set[Node], own: Node) -> bool:
    """Tell whether the element around a block belongs to the same note: an item, or a box."""
    if note.tag not in ("p", "div") or around.getparent() is None or not _begins_with(around, note):
        return False
    if around.tag in ITEMS:
        return True
    small = len(around) <= _PARTS_MOST and all(one.tag not in HEADINGS for one in around)
    if around.tag not in ("div", "aside") or not small:
        return False
    return all(one is own or one not in targets for one in around.iter())


def _begins_with(around: Node, element: Node) -> bool:
    return len(around) > 0 and around[0] is element and tree.is_blank(around.text)
