"""Note blocks: the target of a link goes in, the block of the note that stands there comes out."""

import re
from collections.abc import Iterable, Set

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, INLINE, names

BLOCKS = names("p li dd td div aside section blockquote")
"""The elements that may be a note, or hold the words of one."""

_LONGEST = 6_000  # characters; a longer block is a chapter, and the link leads to the chapter
_PARTS_MOST = 6  # blocks of a note
_IN_LINE = INLINE | {"span", "font", "label"}
_NOTES = re.compile(r"(^|[-_ ])(foot|end)-?notes?([-_ ]|$)|doc-endnotes", re.IGNORECASE)
_OWN = re.compile(r"(^|[-_ ])(foot|end)-?note|^_?(ftn|edn|fn)[-_:]?\d|cite_note", re.IGNORECASE)


def note_block(target: Node, link: Node, targets: Set[Node]) -> Node | None:
    """Return the block of a note; None if the link leads to something else.

    Args:
        target: the element that the mark leads to.
        link: the mark.
        targets: the elements that other links lead to; none of these is in the note.
    """
    note = target
    while note.tag not in BLOCKS:
        around, following = note.getparent(), note.getnext()
        if note.tag == "dt" and following is not None and following.tag == "dd":
            note = following
            break
        if around is None or not _begins_with(around, note):
            return None
        note = around
    while (around := note.getparent()) is not None and _is_part(note, around, targets, target):
        note = around
    if link in set(note.iter()) or note.tag == "td" or len(tree.words(note)) > _LONGEST:
        return None
    inside = note.iter("h1", *HEADINGS, "img", "figure", "table", "div")
    if any(one.tag != "div" or one.get("class") == "equation" for one in inside):
        return None
    return note if _is_note(note, target, link) else None


def unmarked_blocks(root: Node, marked: Iterable[Node]) -> list[Node]:
    """Return the items of lists of notes that no mark leads to.

    Args:
        root: the body.
        marked: the notes that a mark leads to.
    """
    known = {part for note in marked for part in note.iter()}
    boxes = [one for one in tree.each(root) if _NOTES.search(_named(one)) and one not in known]
    boxes += [one for one in tree.each(root, "ol", "ul") if _is_list_of_notes(one, known)]
    items = dict.fromkeys(item for box in boxes for item in box.iter("li"))
    kept = [item for item in items if item not in known and tree.words(item)]
    return [one for one in kept if not any(other in items for other in tree.ancestors(one))]


def _is_list_of_notes(items: Node, known: Set[Node]) -> bool:
    return sum(one in known for one in items) * 2 >= len(items) > 0


def block_around(link: Node) -> Node | None:
    """Return the innermost block around a link."""
    return next((one for one in tree.ancestors(link) if one.tag not in _IN_LINE), None)


def only_links(block: Node) -> bool:
    """Tell whether a block has no words but those of links: a list of pages has no others."""
    links = "".join(map(tree.text, block.iter("a")))
    return len(re.findall(r"\w", tree.text(block))) <= len(re.findall(r"\w", links))


def _is_part(note: Node, around: Node, targets: Set[Node], own: Node) -> bool:
    """Tell whether the element around a block belongs to the same note: an item, or a box."""
    if note.tag not in ("p", "div") or around.getparent() is None or not _begins_with(around, note):
        return False
    if around.tag in ("li", "dd"):
        return True
    small = len(around) <= _PARTS_MOST and all(one.tag not in HEADINGS for one in around)
    if around.tag not in ("div", "aside") or not small:
        return False
    return all(one is own or one not in targets for one in around.iter())


def _is_note(note: Node, target: Node, link: Node) -> bool:
    """Tell whether a block is a note, and not a passage of the text that a link leads to."""
    mark = re.sub(r"\W", "", tree.text(link)) or tree.words(link)
    said = tree.words(note).lstrip("[(^ ")
    if not said.removeprefix(mark).strip(" .:])"):
        return False
    named = _OWN.search(_named(note)) or _OWN.search(_named(target))
    if named or note.tag in ("li", "dd") or (note.get("role") or "").startswith("doc-"):
        return True
    return bool(re.match(rf"{re.escape(mark)}(?!\w)", said))


def _begins_with(around: Node, element: Node) -> bool:
    return len(around) > 0 and around[0] is element and tree.is_blank(around.text)


def _named(element: Node) -> str:
    return " ".join(filter(None, map(element.get, ("id", "class", "role"))))
