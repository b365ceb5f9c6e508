"""Kept lines: an element whose style keeps line ends goes in, and comes out with line breaks.

A style may keep runs of spaces, too. No-break spaces stand in their place, since HTML folds others.
"""

import re

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names
from printkit.text.patterns import regex

_LINE_MOST = 80  # characters; a text with a longer line is prose
_BLOCKS = names("p div li td th dd dt blockquote section article h1 h2 h3 h4 h5 h6")
_VERSES = names("p div blockquote section article")  # items and cells have an indent of their own
_IN_LINE = INLINE | names("span label font big data a tt")
_INDENT_MOST = 40  # spaces; a longer indent would push its line off the page
_TAB = 8  # columns, as in a browser
_RUN = regex(r" {2,}")


def keep_lines(element: Node, *, spaces: bool = False) -> None:
    """Make a line break of each end of a line in an element, as in verse.

    Args:
        element: a block or an inline element; code becomes a `pre`.
        spaces: whether runs of spaces and tabs are kept as wide as they are.
    """
    if not tree.words(element) or any(one.tag == "pre" for one in tree.ancestors(element)):
        return
    if element.tag == "code":
        block = tree.make("pre")
        tree.replace(element, block)
        block.append(element)
        return
    longest = max(map(len, tree.text(element).splitlines()))
    for one in [element, *_parts_of(element)]:
        _break_text(one, None, spaces=spaces)
        for child in list(one):
            _break_text(one, child, spaces=spaces)
    inner = [one for one in tree.each(element) if one.tag in _BLOCKS]
    for block in inner or [element]:
        ends = block.iterchildren("br") if inner else block.iter("br")
        if longest <= _LINE_MOST and block.tag in _VERSES and any(True for _ in ends):
            block.set("class", f"{block.get('class') or ''} verse".strip())


def _parts_of(element: Node) -> list[Node]:
    """Return the elements below an element whose texts keep their lines, too."""
    found = [one for one in tree.each(element, *sorted(_BLOCKS | _IN_LINE)) if one.tag != "br"]
    return [one for one in found if not any(up.tag == "pre" for up in tree.ancestors(one))]


def _break_text(element: Node, child: Node | None, *, spaces: bool) -> None:
    """Break the first text of an element, or the text behind a child, at the ends of lines."""
    text = (element.text if child is None else child.tail) or ""
    following = child.getnext() if child is not None else next(iter(element), None)
    if (child is None and element.tag not in _IN_LINE) or _is_block(child):
        text = text.lstrip("\n")
    if (following is None and element.tag not in _IN_LINE) or _is_block(following):
        text = text.rstrip("\n")
    first, *rest = text.split("\n")
    at = 0 if child is None else element.index(child) + 1
    is_first = child is None and element.tag not in _IN_LINE
    first = _with_spaces(
        first, spaces=spaces, begins=is_first or (child is not None and child.tag == "br")
    )
    if child is None:
        element.text = first
    else:
        child.tail = first
    for line in rest:
        broken = tree.make("br")
        broken.tail = _with_spaces(line, spaces=spaces, begins=True)
        element.insert(at, broken)
        at += 1


def _is_block(element: Node | None) -> bool:
    return element is not None and element.tag not in _IN_LINE


def _with_spaces(text: str, *, spaces: bool, begins: bool) -> str:
    """Return a line with the spaces that HTML would fold as no-break spaces."""
    text = text.expandtabs(_TAB) if spaces else text
    words = text.lstrip(" \t") if begins else text
    indent = "\xa0" * min(len(text) - len(words), _INDENT_MOST)
    return indent + (_RUN.sub(_wide, words) if spaces else words)


def _wide(run: re.Match[str]) -> str:
    """Return as many spaces as a run has, between which a long line can still end."""
    pairs, odd = divmod(len(run[0]), 2)
    return "\xa0 " * pairs + "\xa0" * odd
