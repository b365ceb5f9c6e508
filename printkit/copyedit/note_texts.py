"""Note texts: the block of a note goes in, its contents without marks and ways back come out."""

import re
from collections.abc import Callable

from printkit.copyedit import tree
from printkit.copyedit.note_blocks import BLOCKS
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, names

_BACK = re.compile(
    r"\W*|[\[(^\s]*([a-z]|\d{1,3})(:\d+)?[.)\]]?|(jump|back|return)\b.{0,40}", re.IGNORECASE
)
_BACK_CLASSES = names(
    """mw-cite-backlink footnote-backref footnote-back reversefootnote footnote-return
    footnote-backlink easy-footnote-to-top"""
)
_ARROWS = re.compile(r"[\s^↑↩↵⤴⏎\ufe0e\ufe0f]+")
_EMPTY_MARK = re.compile(r"\s*(?:\[\s*\]|\(\s*\)|[.:)\]])\s*")
# The page has a heading of its own above the notes.
_HEADINGS = re.compile(
    r"((foot|end)?notes?|references|citations|sources|bibliography|works cited|notes? (and|&)"
    r" (references|sources)|(fuß|end)noten|anmerkungen|einzelnachweise|quellen|belege|références"
    r"|notes et références|notas|referencias|referências|note|riferimenti|noten|referenties|bronnen"
    r"|przypisy|noter|referenser|fotnoter|kilder|viitteet|примечания|сноски|примітки|脚注|注释|註釋"
    r"|参考文献|參考文獻|각주|주석|الهوامش|المراجع|הערות( שוליים)?|dipnotlar|kaynaklar)"
    r"(\s*\[[^\[\]]{1,40}\])?\W*",
    re.IGNORECASE,
)
_RAISED = names("sup b strong span a")


def drop_ways_back(root: Node, removals: Removals) -> None:
    """Remove links that only lead from a note back to its mark.

    Args:
        root: the body, with links as they came; changed in place.
        removals: gets the words of these links.
    """
    for element in tree.each(root):
        if element.getparent() is None:
            continue
        known = not _BACK_CLASSES.isdisjoint(tree.classes(element))
        # A link to another page is no way back, even if only an arrow or a space shows the link.
        stays = "#" in (element.get("x-href") or "#")
        arrow = element.tag == "a" and stays and _ARROWS.fullmatch(tree.text(element)) is not None
        if known or element.get("role") == "doc-backlink" or (arrow and not len(element)):
            _drop_mark(element, removals)


def lift_text(
    note: Node, mark: str, leads_back: Callable[[Node], bool], removals: Removals
) -> Node:
    """Take a note out of the body; return a `div` of its contents.

    Args:
        note: the block of the note.
        mark: the words of the mark that leads to the note; may be empty.
        leads_back: tells whether a link leads back to a mark in the text.
        removals: gets the marks before the note.
    """
    for link in tree.each(note, "a"):
        back = link.getparent() is not None and _BACK.fullmatch(tree.words(link))
        if back and leads_back(link):
            _drop_mark(link, removals)
    term = note.getprevious() if note.tag == "dd" else None
    if term is not None and term.tag == "dt" and _plain(tree.text(term)) == _plain(mark):
        _drop_mark(term, removals)
    contents = tree.make("div")
    for part in tree.take_apart(note):
        tree.put(contents, part)
    _strip_mark(contents, "" if note.tag == "li" else _plain(mark), removals)
    parent = note.getparent()
    tree.drop(note)
    _drop_empty(parent)
    return contents


def heading_of_notes(note: Node) -> Node | None:
    """Return the heading right above a note, or above the list or section around the note."""
    at: Node | None = note
    while at is not None:
        before = at.getprevious()
        while before is not None and before.tag == "hr":
            before = before.getprevious()
        if before is not None:
            return before if before.tag in ("h1", *HEADINGS) else None
        at = at.getparent()
    return None


def drop_idle_heading(heading: Node, removals: Removals) -> None:
    """Remove a heading such as “Notes” if nothing but notes stood below it."""
    following = heading.getnext()
    while following is not None and following.tag == "hr":
        following = following.getnext()
    ends = following is None or following.tag in ("h1", *HEADINGS)
    if ends and tree.is_blank(heading.tail):
        above = heading.getparent()
        if _HEADINGS.fullmatch(tree.words(heading)):
            removals.rewrite("heading", tree.words(heading))
            tree.drop(heading)
        else:
            removals.take(heading, "heading of notes")
        _drop_empty(above)


def _plain(mark: str) -> str:
    return re.sub(r"[\s\[\]().:]", "", mark)


def _drop_mark(element: Node, removals: Removals) -> None:
    """Remove a mark, and the raised or bold element that held nothing else."""
    if re.search(r"\w", tree.text(element)):
        removals.rewrite("note mark", tree.words(element))
    around = element.getparent()
    tree.drop(element)
    while around is not None and around.tag in _RAISED and tree.holds_nothing(around):
        element, around = around, around.getparent()
        tree.drop(element)


def _strip_mark(contents: Node, mark: str, removals: Removals) -> None:
    """Remove the mark at the beginning of a note, with its brackets; remove arrows."""
    first = contents
    while tree.is_blank(first.text) and len(first) and first[0].tag in BLOCKS | _RAISED:
        if mark and first[0].tag in _RAISED and _plain(tree.text(first[0])) == mark:
            _drop_mark(first[0], removals)
            break
        first = first[0]
    text = (first.text or "").lstrip(tree.SPACE)
    if arrows := _ARROWS.match(text):
        text = text[arrows.end() :]
    if mark and (own := re.match(rf"[\[(]?{re.escape(mark)}(?!\w)", text)):
        removals.rewrite("note mark", mark)
        text = text[own.end() :]
    first.text = text[empty.end() :] if (empty := _EMPTY_MARK.match(text)) else text


def _drop_empty(parent: Node | None) -> None:
    """Remove lists and sections that held nothing but notes."""
    while parent is not None and parent.getparent() is not None and tree.holds_nothing(parent):
        above = parent.getparent()
        tree.drop(parent)
        parent = above
