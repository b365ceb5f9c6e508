"""Side notes: notes within a line go in, and come out as marks that lead to notes below the text.

Programs write such a note at its place in the sentence, and a style sheet moves the note into the
margin. Without the style sheet, its words would stand within a word: “The moleBuilt by convicts.”
"""

import re

from printkit.copyedit import tree
from printkit.copyedit.note_blocks import block_around
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_SIDE = regex(r"(^|[-_ ])(side|margin)-?_?notes?([-_ ]|$)|ltx_role_(foot|end)note", re.I)
_PART = regex(r"(number|toggle|mark|label|ref|link|anchor|outer|content|tag)", re.IGNORECASE)
_ELEMENTS = frozenset(("d-footnote", "side-note", "foot-note", "margin-note"))
_IN_LINE = ("span", "small", "em", "i", "label", "x-custom", "font", "mark", "sup")
_OWN_MARK = regex(r"\s*[\[(]?(\d{1,3}|[*†‡§¶⊕⊖])[\])]?[.:]?\s*")


def set_out_side_notes(root: Node, removals: Removals) -> None:
    """Put a link in the place of each note within a line, and the notes into a list at the end.

    Args:
        root: the body, before its links are resolved; changed in place. `footnotes` numbers and
            prints the notes.
        removals: gets the numbers of the web page.
    """
    named = [one for one in tree.each(root, *_IN_LINE) if _is_side_note(one)]
    blocks = {one: block_around(one) for one in named}
    said = {block: len(tree.words(block)) for block in set(blocks.values()) if block is not None}
    # A note that is all of its block interrupts no sentence.
    named = [
        one
        for one, block in blocks.items()
        if block is not None and len(tree.words(one)) < said[block]
    ]
    found = [one for one in named if not _holds_picture_besides(one)]
    for one in named:
        if _holds_picture_besides(one):
            _set_behind(one, removals)
    known = set(found)
    found = [one for one in found if known.isdisjoint(tree.ancestors(one))]
    if not found:
        return
    taken = {one.get("id") for one in root.iter()}
    box, name = tree.make("section", role="doc-endnotes"), "side"
    while any(f"{name}-{at}" in taken for at in range(len(found))):
        name += "-"
    listed = tree.make("ol")
    box.append(listed)
    for at, note in enumerate(found):
        listed.append(_set_out(note, f"{name}-{at}", removals))
    root.append(box)


def _is_side_note(element: Node) -> bool:
    """Tell whether an element is a note within a line, with words."""
    named = element.get("class") or ""
    own = element.get("data-name") in _ELEMENTS or any(
        _SIDE.search(one) and not _PART.search(one) for one in named.split()
    )
    return own and not tree.holds_nothing(element)


def _set_behind(note: Node, removals: Removals) -> None:
    """Make a figure of a note with a picture or a table, and move it behind its paragraph."""
    figure, block = tree.make("figure"), block_around(note)
    if block is None:
        return
    for toggle in _toggles(note):
        _drop_number(toggle, removals)
    for part in tree.take_apart(note):
        tree.put(figure, part)
    tree.drop(note)
    if block.tag == "p":
        tree.add_after(block, figure)
    else:
        block.append(figure)


def _holds_picture_besides(element: Node) -> bool:
    return any(True for _ in element.iter("img", "picture", "table", "video", "x-iframe"))


def _set_out(note: Node, name: str, removals: Removals) -> Node:
    """Put a link in the place of a note; return the note as an item of a list."""
    item = tree.make("li", id=name)
    for toggle in _toggles(note):
        _drop_number(toggle, removals)
    for sign in tree.each(note, "sup", "span", "label", "input"):
        if sign.getparent() is not None and _is_own_mark(sign, note):
            _drop_number(sign, removals)
    link = tree.make("a", "*", href=f"#{name}", role="doc-noteref")
    tree.replace(note, link)
    _close_up(link)
    for part in tree.take_apart(note):
        tree.put(item, part)
    return item


def _is_own_mark(sign: Node, note: Node) -> bool:
    """Tell whether an element in a note is the switch or the number of the note."""
    if sign.tag == "input":
        return (sign.get("type") or "").lower() == "checkbox"
    named, said = sign.get("class") or "", tree.text(sign)
    marked = _PART.search(named) is not None and "outer" not in named
    first = sign.tag == "sup" and sign is note[0] and tree.is_blank(note.text)
    if sign.tag == "label" and tree.is_blank(said):
        return True
    return (marked or first) and _OWN_MARK.fullmatch(said) is not None


def _drop_number(sign: Node, removals: Removals) -> None:
    if words := tree.words(sign):
        removals.rewrite("note mark", words)
    tree.drop(sign)


def _toggles(note: Node) -> list[Node]:
    """Return the switch and the number before a note, which a reader of the web page presses."""
    found: list[Node] = []
    before = note.getprevious()
    while before is not None and tree.is_blank(before.tail) and len(found) < 3:
        named = before.get("class") or ""
        said = tree.text(before)
        switch = before.tag == "input" and (before.get("type") or "").lower() == "checkbox"
        plain = before.tag in ("label", "sup", "span") and (
            tree.is_blank(said) or _OWN_MARK.fullmatch(said)
        )
        own = before.tag == "label" or _SIDE.search(named) or _PART.search(named)
        if not switch and not (plain and own):
            break
        found.append(before)
        before = before.getprevious()
    return found


def _close_up(link: Node) -> None:
    """Remove the space before a mark."""
    previous, around = link.getprevious(), link.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "").rstrip(tree.SPACE)
    elif around is not None:
        around.text = (around.text or "").rstrip(tree.SPACE)
