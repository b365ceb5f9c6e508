"""Note texts: the block of a note goes in, its contents without marks and ways back come out."""

import re
from collections.abc import Set
from unicodedata import normalize
from urllib.parse import unquote

from printkit.copyedit import tree
from printkit.copyedit.note_blocks import BLOCKS, block_around, holds_more
from printkit.copyedit.note_headings import is_of_notes
from printkit.copyedit.removals import Removals
from printkit.copyedit.room import leave_room
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, names
from printkit.text.patterns import regex

_BACK = regex(
    r"\W*|[\[(^\s]*([a-z]|[ivxlc]{1,6}|\d{1,3})(:\d+)?[.)\]]?"
    r"|(jump|back|return|go back|zurück|retour|volver|torna|voltar|terug|wróć|powrót)\b.{0,40}",
    re.IGNORECASE,
)
_SIGN_BACK = regex(r"\W*([a-z]|[ivxlc]{1,6}|\d{1,3})?\W*", re.IGNORECASE)
_BACK_WORDS = regex(
    r"\W*(jump|back|return|go back|zurück|retour|volver|torna|voltar|terug|wróć|powrót)"
    r"(\s\w{1,8}){0,4}\W*",
    re.IGNORECASE,
)
_BACK_CLASSES = names(
    """mw-cite-backlink footnote-backref footnote-back reversefootnote footnote-return
    footnote-backlink easy-footnote-to-top fn-backref"""
)
_ARROWS = regex(r"[\s^↑↩↵⤴⏎\ufe0e\ufe0f]+")
_DELIMITER = regex(r"[\s:.)\]]{1,3}")
_EMPTY_MARK = regex(r"\s*(?:\[\s*\]|\(\s*\)|[.:)\]]{1,3})\s*")
_RAISED = names("sup b strong span a")
_RAISED_DIGITS = regex(r"[⁰¹²³⁴-⁹]{1,3}")


def drop_ways_back(root: Node, removals: Removals) -> list[tuple[Node, Node]]:
    """Remove links that only lead from a note back to its mark.

    Args:
        root: the body, with links as they came; changed in place.
        removals: gets the words of these links.

    Returns:
        For each such link the block around the link, and the element that the link leads to.
    """
    places: dict[str, Node] = {}
    for one in root.iter():
        for name in filter(None, (one.get("id"), one.get("name") if one.tag == "a" else None)):
            places.setdefault(name, one)
    order = {one: at for at, one in enumerate(root.iter())}
    wanted = {_place(link) for link in root.iter("a")}
    ways = []
    for element in tree.each(root):
        target = places.get(_place(element))
        # Org mode gives the role of a way back to its marks, which lead down.
        down = target is not None and order[target] > order[element]
        if element.getparent() is None or down:
            continue
        if _is_way_back(element, places, wanted):
            block = block_around(element)
            for link in element.iter("a"):
                target = places.get(_place(link))
                if block is not None and target is not None:
                    ways.append((block, target))
            if block is not None and block.get("id") is None:
                # The way back may be the place that the mark leads to.
                names = (one.get("id") or one.get("name") or "" for one in element.iter())
                if name := next((one for one in names if one and one in wanted), ""):
                    block.set("id", name)
            _drop_mark(element, removals)
    return ways


def _is_way_back(element: Node, places: dict[str, Node], wanted: set[str]) -> bool:
    if not _BACK_CLASSES.isdisjoint(tree.classes(element)) or element.get("role") == "doc-backlink":
        return True
    if element.tag != "a":
        return False
    # A link to another page is no way back, even if only an arrow or a space shows the link.
    stays = "#" in (element.get("x-href") or "#")
    if stays and not len(element) and _ARROWS.fullmatch(tree.text(element)):
        return True
    name = _place(element)
    if not name or name in places or not _BACK_WORDS.fullmatch(tree.words(element)[:60]):
        return False
    # The mark of the note has lost its id: only the words tell that the link led back.
    block = block_around(element)
    near = [] if block is None else [block, *tree.ancestors(block)]
    return any(one.get("id") in wanted for one in near if one.get("id"))


def _place(link: Node) -> str:
    """Return the id that a link leads to, in this body or in another; empty without one."""
    return unquote((link.get("x-href") or link.get("href") or "").partition("#")[2])


def is_sign_back(link: Node) -> bool:
    """Tell whether a link has no more words than a mark, and so may lead back to a mark.

    A link with words, such as “Back”, may also lead from one passage to another.
    """
    return _SIGN_BACK.fullmatch(tree.words(link)) is not None


def is_back(link: Node) -> bool:
    """Tell whether the words of a link may lead from a note back to its mark."""
    return _BACK.fullmatch(tree.words(link)) is not None


def lift_text(note: Node, mark: str, back: Set[Node], removals: Removals) -> Node:
    """Take a note out of the body; return a `div` of its contents.

    Args:
        note: the block of the note.
        mark: the words of the mark that leads to the note; may be empty.
        back: the links that lead back to a mark in the text.
        removals: gets the marks before the note.
    """
    for link in tree.each(note, "a"):
        if link in back and link.getparent() is not None:
            _drop_mark(link, removals)
    term = note.getprevious() if note.tag == "dd" else None
    if term is not None and term.tag == "dt":
        same = _plain(tree.text(term)) in (_plain(mark), "")
        _drop_mark(term, removals) if same else note.insert(0, _term_of(term))
    contents = tree.make("div")
    for part in tree.take_apart(note):
        tree.put(contents, part)
    for heading in tree.each(contents, "h1", *sorted(HEADINGS)):
        _make_label(heading)
    _strip_mark(contents, _plain(mark), removals, sure=note.tag != "li" or not mark.isalnum())
    parent = note.getparent()
    tree.drop(note)
    drop_empty(parent)
    return contents


def _term_of(term: Node) -> Node:
    """Take the term of a note out of its list, and return the term in bold type."""
    label = tree.make("p")
    strong = tree.make("strong")
    label.append(strong)
    for part in tree.take_apart(term):
        tree.put(strong, part)
    tree.drop(term)
    return label


def _make_label(heading: Node) -> None:
    """Make a bold paragraph of a heading: a note has no place in the outline."""
    strong = tree.make("strong")
    for part in tree.take_apart(heading):
        tree.put(strong, part)
    heading.tag = "p"
    heading.append(strong)


def drop_idle_heading(heading: Node, removals: Removals) -> None:
    """Remove a heading such as “Notes” if nothing but notes stood below it."""
    following = heading.getnext()
    while following is not None and following.tag == "hr":
        following = following.getnext()
    ends = following is None or following.tag in ("h1", *HEADINGS)
    # A heading to which a link leads belongs to the text.
    own = is_of_notes(heading) or heading.get("id") is None
    if ends and own and tree.is_blank(heading.tail):
        above = heading.getparent()
        if is_of_notes(heading):
            # The page has a heading of its own above the notes.
            removals.rewrite("heading", tree.words(heading))
            tree.drop(heading)
        else:
            removals.take(heading, "heading of notes")
        drop_empty(above)


def _plain(mark: str) -> str:
    return re.sub(r"[\s\[\]().:]", "", mark)


def _drop_mark(element: Node, removals: Removals) -> None:
    """Remove a mark, and the raised or bold element that held nothing else."""
    if re.search(r"\w", tree.text(element)):
        removals.rewrite("note mark", tree.words(element))
    around = element.getparent()
    leave_room(element)
    tree.drop(element)
    while around is not None and around.tag in _RAISED and _is_wordless(around):
        element, around = around, around.getparent()
        tree.drop(element)


def _is_wordless(element: Node) -> bool:
    """Tell whether an element has only signs, such as the brackets around a mark."""
    return not re.search(r"\w", tree.text(element)) and not holds_more(element)


def _strip_mark(contents: Node, mark: str, removals: Removals, *, sure: bool) -> None:
    """Remove the mark at the beginning of a note, with its brackets; remove arrows.

    Args:
        contents: the contents of the note.
        mark: the mark without brackets; may be empty.
        removals: gets the mark.
        sure: whether a mark without brackets and full stop is a mark, too. The items of a list
            have numbers of their own, and may begin with a number: “1 apple”.
    """
    first = contents
    while tree.is_blank(first.text) and len(first) and first[0].tag in BLOCKS | _RAISED:
        opening = first[0]
        wordless = tree.holds_nothing(opening) or _DELIMITER.fullmatch(tree.text(opening))
        if opening.tag in _RAISED and wordless:
            tree.unwrap(opening)
            continue
        same = bool(mark) and opening.tag in _RAISED and _plain(tree.text(opening)) == mark
        if same and (sure or opening.tag in ("sup", "span", "a") or _is_closed(opening)):
            _drop_mark(opening, removals)
            mark = ""
            continue
        first = opening
    text = (first.text or "").lstrip(tree.SPACE)
    if arrows := _ARROWS.match(text):
        text = text[arrows.end() :]
    raised = _RAISED_DIGITS.match(text)
    if raised and normalize("NFKC", raised[0]) == mark:
        removals.rewrite("note mark", raised[0])
        text = text[raised.end() :]
    end = r"(?!\w)" if sure else r"(?=\s?[\]).:]+(\s|\Z))"
    if mark and (own := re.match(rf"[\[(]?{re.escape(mark)}{end}", text)):
        removals.rewrite("note mark", mark)
        text = text[own.end() :].removeprefix(" ") if not sure else text[own.end() :]
        text = re.sub(r"\A\s?[–—-]\s", "", text)
    first.text = text[empty.end() :] if (empty := _EMPTY_MARK.match(text)) else text


def _is_closed(opening: Node) -> bool:
    return re.search(r"[\]).:]", f"{tree.words(opening)}{(opening.tail or '')[:2]}") is not None


def drop_empty(parent: Node | None) -> None:
    """Remove an element that holds nothing any more, and elements around that are empty then."""
    while parent is not None and parent.getparent() is not None and tree.holds_nothing(parent):
        above = parent.getparent()
        tree.drop(parent)
        parent = above
