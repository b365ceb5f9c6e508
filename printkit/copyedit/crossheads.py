"""Crossheads: an edited body goes in, and comes out with headings in the place of bold lines.

Writers who do not know the styles of their program set a crosshead as a paragraph in bold. A
heading is on the page of the text below, in the outline, and in what a screen reader says.
"""

import re

from printkit.article import Article
from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS
from printkit.text.comparing import alike
from printkit.wording.words import Words

_LEVEL = "7"  # below every level that a heading of the markup has
_MOST = 80  # characters of a crosshead
_BELOW_LEAST = 24  # characters of the text behind a crosshead in the same paragraph
_NAME_MOST = 4  # words of a name
_BOLD = ("strong", "b")
_STOP = re.compile(r"[.!?:;,…。！？：，؟।][^.!?:;,…。！？：，؟।\w]*$")
_TEXT = frozenset(("p", "ul", "ol", "dl", "blockquote", "table", "pre", "figure", "aside"))
_NO_NAME = re.compile(r"[\d@|©]")


def mark_crossheads(body: Node, article: Article) -> None:
    """Make a heading of each short paragraph in bold that stands above a text.

    A paragraph that ends a sentence is none, nor is a question of an interview, or a byline at
    the beginning. A line that ends with a colon becomes a label, which stays with its text but is
    in no outline.

    Args:
        body: the body in clean blocks; changed in place.
        article: the record, whose authors' names are no crossheads.
    """
    for block in list(body):
        _part_from_text(block)
    bold = [block for block in body if _is_bold(block)]
    stops = sum(1 for block in bold if _STOP.search(tree.words(block)))
    for block in bold:
        said = tree.words(block)
        if alike(said, article.headline):
            _make_heading(block)  # `headings` drops a repeated headline
        elif not _stands_above_text(block):
            continue
        elif said.endswith((":", "：")):
            block.set("class", "label")
        elif not _STOP.search(said) and stops * 2 <= len(bold) and not _is_byline(block, article):
            _make_heading(block)


def _is_bold(block: Node) -> bool:
    """Tell whether a block is a paragraph of which every word is in bold."""
    if block.tag != "p" or block.get("class") or any(True for _ in block.iter("br", "img")):
        return False
    loose = (block.text, *(one.tail for one in block))
    said = [one for one in block if one.tag != "x-note-ref"]
    return bool(said) and all(map(tree.is_blank, loose)) and all(map(_sets_bold, said))


def _sets_bold(element: Node) -> bool:
    """Tell whether an element sets all its words in bold, itself or through its only child."""
    at: Node | None = element
    while at is not None and at.tag not in _BOLD:
        only = at[0] if len(at) == 1 and tree.is_blank(at.text) else None
        at = only if only is not None and tree.is_blank(only.tail) else None
    return at is not None


def _stands_above_text(block: Node) -> bool:
    said, following = tree.words(block), block.getnext()
    if following is None or len(said) > _MOST or following.tag not in _TEXT:
        return False
    letters = sum(map(str.isalpha, said))
    bold = _is_bold(following) and len(tree.words(following)) <= _MOST
    return letters > 1 and letters > sum(map(str.isdigit, said)) and not bold


def _is_byline(block: Node, article: Article) -> bool:
    """Tell whether a line names who wrote the article, or may do so at the beginning."""
    said = tree.words(block)
    people = [person.name for person in article.authors]
    if any(alike(said, one) for one in (*people, article.byline or "")):
        return True
    before = block.itersiblings(preceding=True)
    if any(one.tag not in ("figure", *HEADINGS) and not _is_bold(one) for one in before):
        return False
    words = said.split()
    opened = Words.of(article.language).opening("byline_openings").match(said)
    named = len(words) <= _NAME_MOST and not any(word[0].islower() for word in words)
    unnamed = not people and not article.byline
    return bool(opened or _NO_NAME.search(said) or (named and unnamed and len(words) > 1))


def _make_heading(block: Node) -> None:
    block.tag = "h2"
    block.set("data-level", _LEVEL)
    for bold in list(block.iter(*_BOLD, "u")):
        tree.unwrap(bold)


def _part_from_text(block: Node) -> None:
    """Make a paragraph of a bold line above a text in the same paragraph."""
    first = block[0] if block.tag == "p" and not block.get("class") and len(block) > 1 else None
    if first is None or not tree.is_blank(block.text) or not _sets_bold(first):
        return
    broken = list(block.iter("br"))
    if len(broken) != 1 or first.getnext() is not broken[0] or not tree.is_blank(first.tail):
        return
    said = tree.words(first)
    below = tree.words(block)[len(said) :].strip()
    if _STOP.search(said) or len(below) < _BELOW_LEAST or not _STOP.search(below):
        return
    line = tree.make("p")
    tree.set_all(line, tree.attributes(block))
    tree.pop(block, "id")
    block.addprevious(line)
    tree.drop(broken[0])
    text, first.tail = first.tail, None
    block.text = text
    line.append(first)
