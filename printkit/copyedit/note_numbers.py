"""Numbers of notes: notes and marks go in, the numbers that the record gives to its notes come out.

printkit numbers notes in the order of their marks. A record that names numbers in another way, as
in “[1–3]” or “see note 4”, keeps its own numbers: else a reader would find other notes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from printkit.copyedit import tree
from printkit.copyedit.mark_looks import Mark, text_between
from printkit.copyedit.note_blocks import block_around, list_around
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_RANGE = regex(r"[\]\s\xa0]*[–—‐‑−-][\[\s\xa0]*")
_IN_BRACKETS = regex(r"\[\s?\d{1,3}(?:\s?[,;–—‐‑−-]\s?\d{1,3}){0,20}\s?\]")
_IN_WORDS = regex(
    r"\b(?:notes?|fn|refs?|references?|anm|anmerkung|fußnote|nota|noot|voetnoot|przypis|сноск[аеу]"
    r"|прим|註|注)\.?[\s\xa0]?\d{1,3}\b",
    re.IGNORECASE,
)
_OWN_NUMBER = regex(r"[\[(^\s]*(\d{1,3})\s?[\]).:](?=[\s\]).:]|\Z)")
_RAISED = ("sup", "b", "strong", "span", "a")
_HIGHEST = 999


def own_numbers(notes: Mapping[Node, Sequence[Mark]]) -> dict[Node, int]:
    """Return the numbers that the record gives to its notes; none if two notes have the same.

    Args:
        notes: the notes in the order of the body, each with its marks.
    """
    counted: dict[Node, dict[Node, int]] = {}
    numbers: dict[Node, int] = {}
    for note, marks in notes.items():
        listed = list_around(note)
        if listed is not None and listed not in counted:
            counted[listed] = item_numbers(listed)
        said = {mark.number for mark in marks if mark.number is not None}
        number = own_number(note) or (counted[listed].get(note) if listed is not None else None)
        if len(said) > 1:
            return {}
        number = next(iter(said), number if not marks else None)
        if number is not None and 0 < number <= _HIGHEST:
            numbers[note] = number
    return numbers if len(set(numbers.values())) == len(numbers) else {}


def item_numbers(listed: Node) -> dict[Node, int]:
    """Return the numbers of the items of an ordered list, or those at the items' beginnings."""
    numbers: dict[Node, int] = {}
    number = int(listed.get("start") or 1) if listed.tag == "ol" else 0
    for item in listed.iterchildren("li"):
        own = own_number(item)
        if listed.tag == "ol":
            number = int(item.get("value") or number)
            numbers[item] = own or number
            number += 1
        elif own is not None:
            numbers[item] = own
    return numbers


def own_number(note: Node) -> int | None:
    """Return the number that a note begins with: in brackets, with a full stop, or apart."""
    said = tree.words(note)[:20]
    if found := _OWN_NUMBER.match(said):
        return int(found[1])
    at = note
    while len(at) and tree.is_blank(at.text):
        at = at[0]
        words = tree.words(at) if at.tag in _RAISED else ""
        if re.fullmatch(r"\d{1,3}", words) and at.tag in ("sup", "span", "a"):
            return int(words)
    return None


class Numbers:
    """Decides which numbers the notes of a body keep."""

    def __init__(
        self, own: Mapping[Node, int], marks: Sequence[tuple[Mark, Node]], *, ranges: bool
    ) -> None:
        """Take the numbers of the record.

        Args:
            own: the number that the record gives to each note.
            marks: the marks in the order of the body, each with its note.
            ranges: whether marks are the ends of ranges, as in `[1–3]`.
        """
        self._own = own
        self._ranges = ranges
        first = list(dict.fromkeys(own[note] for _, note in marks if note in own))
        self._renumbered = min(own.values(), default=0) == 1 and (
            first != list(range(1, len(first) + 1))
        )

    def kept(
        self, notes: Sequence[Node], links: Iterable[tuple[str, Node]], texts: Iterable[Node]
    ) -> Mapping[Node, int]:
        """Return the numbers that notes must keep; none if numbers may follow the marks.

        Notes keep their numbers if the order of the marks would give other numbers, or if words
        name a number. A list whose first notes are missing may get other numbers. If ranges stand
        in the text of a record that gives a number twice, the notes are counted in their order.

        Args:
            notes: the notes in the order of the body.
            links: the words of each link to a note that is no mark, and its note.
            texts: the body without its marks, and the notes.
        """
        if self._ranges and not self._own:
            return {note: at for at, note in enumerate(notes, 1)}
        if self._ranges or self._renumbered:
            return self._own
        for words, note in links:
            if note in self._own and re.search(rf"(?<!\d){self._own[note]}(?!\d)", words):
                return self._own
        return self._own if self._own and any(map(_names_numbers, texts)) else {}


def within_ranges(notes: Sequence[Node], marks: Mapping[Node, Sequence[Mark]]) -> set[Node]:
    """Return the notes between two notes whose marks are the ends of a range, as in `[1–3]`.

    Args:
        notes: in the order of the body.
        marks: the marks of each note.
    """
    place = {note: at for at, note in enumerate(notes)}
    lines: dict[Node | None, list[tuple[int, Mark, Node]]] = {}
    for note in filter(place.__contains__, marks):
        for mark in marks[note]:
            lines.setdefault(block_around(mark.link), []).append((mark.place, mark, note))
    inside: set[Node] = set()
    for line in lines.values():
        line.sort(key=lambda one: one[0])
        for (_, first, one), (_, second, other) in pairwise(line):
            if _RANGE.fullmatch(text_between(first, second)):
                inside.update(notes[place[one] : place[other] + 1])
    return inside


def _names_numbers(element: Node) -> bool:
    """Tell whether a text names notes by their numbers, as in `[4]` or “see note 4”."""
    text = tree.text(element)
    return bool(_IN_BRACKETS.search(text) or _IN_WORDS.search(text))
