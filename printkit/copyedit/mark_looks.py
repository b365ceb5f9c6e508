"""Looks of marks: links whose words are a sign go in, how each looks on the web page comes out.

A note mark is raised, stands in brackets behind a word, or is attached to the word. The number of a
step, of a rule or of an equation is a word of its sentence.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import NamedTuple

from printkit.copyedit import tree
from printkit.copyedit.note_blocks import block_around
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_MARK = regex(
    r"[\[(]?\s*(?:(?:note|fn|nb|n|ref|anm)\.?\s*)?(\d{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#]{1,4}|[*※注註]\d{1,3}|[※注註])"
    r"\s*[\])]?[.:]?",
    re.IGNORECASE,
)
_NOTE = regex(r"[\[(]?\s*(?:note|fn|nb|n|ref|anm)\.?\s*\d", re.IGNORECASE)
_SIGN = regex(r"[*†‡§¶#※注註]\S{0,3}|[⁰¹²³⁴-⁹]{1,3}")
_NEAR = 200  # characters beside a mark that are looked at
_SERIES = r"[\d\s\xa0,;–—‐‑−-]"
_OPENS = regex(rf"[\w.,;:!?…)\]”’\"'»%]\s?\[{_SERIES}*\Z")
_INSIDE = regex(rf"[\[(]{_SERIES}*\Z")
_ENDS = regex(rf"{_SERIES}*[\])]")
_CLOSES = regex(rf"{_SERIES}*\]")
_BEHIND_WORD = regex(r"[\w.,;:!?…)\]”’\"'»%–-]\s?\Z")
# No letter of Chinese, Japanese, Thai, Lao or Khmer: these scripts part no words. The 2 of 1:2 is
# no mark, either.
_ATTACHED = regex(
    r"(?![\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff])[\w.,;:!?…)\]”’\"'»%。、」』）](?<!\d[:,])\Z"
)


class Look(IntEnum):
    """How a mark stands in its line: the first looks are the surest."""

    RAISED = 1
    BRACKETED = 2
    ATTACHED = 3
    ROUND = 4
    PLAIN = 5


class Mark(NamedTuple):
    """A link whose words may be the mark of a note.

    Attributes:
        link: the link.
        target: the element that the link leads to.
        sign: the words of the link without brackets, such as `3`, `b` or `*`.
        look: how the link stands in its line.
        before: the last characters before the link in its block.
        place: how many characters stand before the link in its block.
        in_series: whether the link stands with other numbers in brackets, as in `[2,3]`.
    """

    link: Node
    target: Node
    sign: str
    look: Look
    before: str
    place: int
    in_series: bool

    @property
    def number(self) -> int | None:
        """The number that the mark is; None for a letter or another sign."""
        return int(self.sign) if self.sign.isdecimal() else None


class _Beside(NamedTuple):
    before: str
    behind: str
    place: int


def read_note_marks(leads_to: Mapping[Node, Node], order: Mapping[Node, int]) -> list[Mark]:
    """Return the links that may be marks of notes, in the order of the body.

    Args:
        leads_to: the target of each link.
        order: the place of each element in the body.
    """
    links = [link for link in leads_to if _MARK.fullmatch(_said(link)) and not _is_lowered(link)]
    blocks: dict[Node, list[Node]] = {}
    for link in links:
        if (block := block_around(link)) is not None:
            blocks.setdefault(block, []).append(link)
    lines: dict[Node, _Beside] = {}
    for block, inside in blocks.items():
        lines |= _lines(block, inside)
    marks = [
        Mark(
            link,
            leads_to[link],
            sign_of(link),
            _look(link, line),
            line.before,
            line.place,
            _stands_in_series(line),
        )
        for link in sorted(links, key=order.__getitem__)
        if (line := lines.get(link))
    ]
    # In “see note 4”, the link is a part of the sentence.
    return [mark for mark in marks if mark.look < Look.PLAIN or not _NOTE.match(_said(mark.link))]


def text_between(first: Mark, second: Mark) -> str:
    """Return the text between two marks of one block; many `…` if the text is long."""
    begin = second.place - first.place - len(tree.text(first.link))
    if begin > len(second.before):
        return "…" * _NEAR
    return second.before[len(second.before) - begin :]


def sign_of(link: Node) -> str:
    """Return the words of a mark without brackets, `note` and signs of punctuation."""
    found = _MARK.fullmatch(_said(link))
    return found[1] if found else ""


def _said(link: Node) -> str:
    return unicodedata.normalize("NFKC", tree.words(link))


def _is_lowered(link: Node) -> bool:
    return any(one.tag == "sub" for one in (*tree.ancestors(link), *link))


def _lines(block: Node, links: Iterable[Node]) -> dict[Node, _Beside]:
    """Return the characters beside each link in a block."""
    wanted, pieces, begins, length = set(links), list[str](), dict[Node, int](), 0
    for one, text in _texts_around(block):
        if one in wanted:
            begins[one] = length
        pieces.append(text)
        length += len(text)
    whole = "".join(pieces)
    lines = {}
    for link, at in begins.items():
        end = at + len(tree.text(link))
        lines[link] = _Beside(whole[max(0, at - _NEAR) : at], whole[end : end + _NEAR], at)
    return lines


def _texts_around(block: Node) -> Iterable[tuple[Node | None, str]]:
    """Yield the texts of a block in order, each with the element that begins there."""
    yield block, block.text or ""
    for child in block:
        if child.tag == "br":
            yield child, "\n"
        else:
            yield from _texts_around(child)
        yield None, child.tail or ""


def _stands_in_series(line: _Beside) -> bool:
    opens, closes = _INSIDE.search(line.before), _ENDS.match(line.behind)
    alone = line.before.endswith(("[", "(")) and line.behind.startswith(("]", ")"))
    return bool(opens and closes) and not alone


def _look(link: Node, line: _Beside) -> Look:
    said, own = tree.words(link), sign_of(link)
    raised = [one for one in tree.ancestors(link) if one.tag == "sup"]
    whole = any(one.tag == "sup" and tree.words(one) == said for one in link.iter())
    if raised or whole or _SIGN.fullmatch(said.strip("[]() ")):
        return Look.RAISED
    closed = said.startswith("[") and bool(_BEHIND_WORD.search(line.before))
    if closed or (_OPENS.search(line.before) and _CLOSES.match(line.behind)):
        return Look.BRACKETED
    attached = _ATTACHED.search(line.before) and not re.match(r"\w", line.behind)
    if attached and own.isdecimal():
        return Look.ATTACHED
    in_round = line.before.endswith("(") and line.behind.startswith(")")
    return Look.ROUND if in_round or said.startswith("(") else Look.PLAIN
