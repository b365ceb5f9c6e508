"""Footnotes: a body goes in, and comes out with a mark for each note; the notes come out apart.

A link to an id in the text is the mark of a note if its words are only a mark: `1`, `[2]`, `*`.
The block at the id is the note. Web pages have no other rule that all of them keep.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from printkit.copyedit import tree
from printkit.copyedit.note_blocks import block_around, note_block, only_links, unmarked_blocks
from printkit.copyedit.note_texts import drop_idle_heading, heading_of_notes, lift_text
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.remarks import Remark

_MARK = re.compile(
    r"[\[(]?\s*(?:(?:note|fn|n)\.?\s*)?(\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#]{1,4})\s*[\])]?[.:]?",
    re.IGNORECASE,
)
_QUOTED = 60  # characters of a note in a remark


class Footnote(NamedTuple):
    """A note that was lifted out of a body.

    Attributes:
        element: the contents of the note.
        marked: whether a mark in the text leads to the note.
    """

    element: Node
    marked: bool


def lift_notes(root: Node, removals: Removals) -> list[Footnote]:
    """Take the notes out of a body, and leave an `x-note-ref` at each mark.

    Args:
        root: the body, whose links to ids are resolved; changed in place. `data-note` of a mark
            is the number of its note in the result, counted from 0.
        removals: gets the marks of the web page, in the place of which printkit sets its own.
    """
    order = {element: at for at, element in enumerate(root.iter())}
    named = {element.get("id"): element for element in order if element.get("id")}
    leads_to = {
        link: target
        for link in tree.each(root, "a")
        if (target := named.get(_inner_name(link))) is not None
    }
    found = _find_notes(leads_to, order)
    unmarked = unmarked_blocks(root, found)
    notes = list(found)
    parts = {part for note in notes for part in note.iter()}

    def leads_back(link: Node) -> bool:
        target = leads_to.get(link)
        return target is not None and target not in parts

    marks = [tree.words(found[note][0]) for note in notes] + [""] * len(unmarked)
    for number, note in enumerate(notes):
        for link in found[note]:
            _set_mark(link, number, removals)
    heading = heading_of_notes((notes + unmarked)[0]) if notes or unmarked else None
    lifted = [
        lift_text(note, mark, leads_back, removals)
        for note, mark in zip(notes + unmarked, marks, strict=True)
    ]
    if heading is not None:
        drop_idle_heading(heading, removals)
    while lifted and len(root) and root[-1].tag == "hr" and tree.is_blank(root[-1].tail):
        tree.drop(root[-1])
    return [Footnote(one, at < len(notes)) for at, one in enumerate(lifted)]


def tell_unmarked(notes: Sequence[Footnote], where: str) -> Iterator[Remark]:
    """Yield a remark on each note that no mark leads to."""
    for note in notes:
        if not note.marked:
            said = tree.words(note.element)
            quoted = said if len(said) <= _QUOTED else f"{said[:_QUOTED]}…"
            told = f"a note without a mark in the text is printed after the others: “{quoted}”"
            yield Remark("PK205", told, where)


def _inner_name(link: Node) -> str:
    href = link.get("href") or ""
    return href[1:] if href.startswith("#") else ""


def _find_notes(leads_to: dict[Node, Node], order: dict[Node, int]) -> dict[Node, list[Node]]:
    """Return the marks of each note, by the block of the note.

    A mark stands before its note; a link that leads up leads back, except to a known note.
    """
    marks = {link: at for link, at in leads_to.items() if _MARK.fullmatch(tree.words(link))}
    around = {link: block_around(link) for link in marks}
    lists = {block for block in set(around.values()) if block is not None and only_links(block)}
    down = {
        link: target
        for link, target in marks.items()
        if order[target] > order[link] and around[link] not in lists
    }
    targets = set(down.values())
    blocks = {target: note_block(target, link, targets) for link, target in reversed(down.items())}
    found: dict[Node, list[Node]] = {}
    for link, target in down.items():
        if (note := blocks[target]) is not None:
            found.setdefault(note, []).append(link)
    for note in [one for one in found if any(other in found for other in tree.ancestors(one))]:
        del found[note]
    for link, target in marks.items():
        near = (target, *tree.ancestors(target))
        note = next((one for one in near if one in found), None)
        if note is not None and link not in down and link not in set(note.iter()):
            found[note].append(link)
    return found


def _set_mark(link: Node, number: int, removals: Removals) -> None:
    """Put our own mark in the place of a link, without brackets and spaces around the mark."""
    removals.rewrite("note mark", tree.words(link))
    mark = tree.make("x-note-ref")
    mark.set("data-note", str(number))
    tree.replace(link, mark)
    before, tail = _text_before(mark).rstrip(), (mark.tail or "").lstrip()
    if before.endswith(("[", "(")) and tail.startswith(("]", ")")):
        mark.tail = tail[1:]
        _set_text_before(mark, before[:-1])
    around, marks = mark.getparent(), [mark]
    if around is not None and around.tag in ("sup", "span", "b", "cite") and _only_marks(around):
        marks = list(around)
        tree.unwrap(around)
    for one in marks:
        previous, before = one.getprevious(), _text_before(one).rstrip(tree.SPACE)
        between = previous is not None and previous.tag == one.tag and not before.strip(",; ")
        _set_text_before(one, "" if between else before)


def _only_marks(element: Node) -> bool:
    others = any(one.tag != "x-note-ref" for one in element)
    return not others and not re.search(r"\w", tree.text(element))


def _text_before(element: Node) -> str:
    previous, around = element.getprevious(), element.getparent()
    if previous is not None:
        return previous.tail or ""
    return (around.text if around is not None else "") or ""


def _set_text_before(element: Node, text: str) -> None:
    previous, around = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = text
    elif around is not None:
        around.text = text
