"""Note marks: links to notes go in, and come out as our own marks, raised and parted.

Numbers of one series, such as `[1–3]`, keep their brackets and the signs between them.
"""

import re
from collections.abc import Iterable

from printkit.copyedit import tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

NOTE_LINK = "x-note:"
"""The beginning of the `href` of a link to a note; the index of the note follows."""

_AROUND = ("sup", "span", "b", "cite")
_BETWEEN = regex(r"[\s\xa0]*[,;–—‐‑−-][\s\xa0]*")


def set_mark(link: Node, number: int, removals: Removals, *, in_series: bool) -> Node:
    """Put our own mark in the place of a link, without brackets and spaces around the mark.

    Args:
        link: the link to a note.
        number: the index of the note.
        removals: gets the words of the link.
        in_series: whether the link stands with other marks in brackets, which then stay.
    """
    removals.rewrite("note mark", tree.words(link))
    mark = tree.make("x-note-ref")
    mark.set("data-note", str(number))
    tree.replace(link, mark)
    before, tail = _text_before(mark).rstrip(), (mark.tail or "").lstrip()
    if not in_series and before.endswith(("[", "(")) and tail.startswith(("]", ")")):
        mark.tail = tail[1:]
        _set_text_before(mark, before[:-1])
    around, marks = mark.getparent(), [mark]
    while around is not None and around.tag in _AROUND and _only_marks(around):
        marks = list(around)
        tree.unwrap(around)
        around = mark.getparent()
    for one in marks if not in_series else ():
        previous, before = one.getprevious(), _text_before(one).rstrip(tree.SPACE)
        between = previous is not None and previous.tag == one.tag and not before.strip(",; ")
        _set_text_before(one, "" if between else before)
    return mark


def lead_to_note(link: Node, number: int) -> None:
    """Let a link whose words are no mark lead to a note.

    Args:
        link: keeps its words, such as “Kell 2001”.
        number: the index of the note.
    """
    link.set("href", f"{NOTE_LINK}{number}")


def raise_series(marks: Iterable[Node]) -> None:
    """Raise the brackets around series of marks, and the signs between the marks of a series.

    Args:
        marks: our own marks.
    """
    for mark in marks:
        before, tail, following = _text_before(mark), mark.tail or "", mark.getnext()
        if before.endswith(("[", "(")):
            _set_text_before(mark, before[:-1].rstrip(tree.SPACE))
            mark.addprevious(tree.make("sup", before[-1]))
        joined = following is not None and following.tag == mark.tag
        found = _BETWEEN.fullmatch(tail) if joined else None
        if found or tail.startswith(("]", ")")):
            end = len(tail) if found else 1
            sign = tree.make("sup", tail[:end])
            tree.add_after(mark, sign)
            sign.tail = tail[end:]


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
