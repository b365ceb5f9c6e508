"""Footnotes: a body goes in, and comes out with a mark for each note; the notes come out apart.

`mark_looks` finds the links that may be marks, `note_blocks` the blocks that they lead to, and
`note_signs` weighs whether these blocks are notes. All other links stay links into the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from printkit.copyedit import tree
from printkit.copyedit.compound_marks import part_compounds
from printkit.copyedit.mark_looks import Look, Mark, read_note_marks
from printkit.copyedit.note_blocks import block_around, note_block, only_links
from printkit.copyedit.note_finder import NoteFinder, unmarked_notes
from printkit.copyedit.note_headings import heading_of
from printkit.copyedit.note_marks import lead_to_note, raise_series, set_mark
from printkit.copyedit.note_numbers import Numbers, own_number, own_numbers, within_ranges
from printkit.copyedit.note_texts import (
    drop_idle_heading,
    is_back,
    is_sign_back,
    lift_text,
)
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.remarks import Remark

_QUOTED = 60  # characters of a note in a remark


class Footnote(NamedTuple):
    """A note that was lifted out of a body.

    Attributes:
        element: the contents of the note.
        marked: whether a mark in the text leads to the note, or a range of marks has its number.
        number: the number that the note keeps; None if printkit numbers the note.
    """

    element: Node
    marked: bool
    number: int | None = None


class _FoundNotes(NamedTuple):
    """The notes of a body, before these are lifted.

    Attributes:
        marks: the marks of each note, in the order of the notes.
        note_of: the note around each element in a note.
        order: the place of each element in the body.
        leads_to: the target of each link.
    """

    marks: Mapping[Node, Sequence[Mark]]
    note_of: Mapping[Node, Node]
    order: Mapping[Node, int]
    leads_to: Mapping[Node, Node]

    @property
    def all_marks(self) -> list[tuple[Mark, Node]]:
        """The marks in the order of the body, each with its note."""
        pairs = [(mark, note) for note, marks in self.marks.items() for mark in marks]
        return sorted(pairs, key=lambda pair: self.order[pair[0].link])


def lift_notes(
    root: Node, ways_back: Iterable[tuple[Node, Node]], removals: Removals
) -> list[Footnote]:
    """Take the notes out of a body, and leave an `x-note-ref` at each mark.

    Args:
        root: the body, whose links to ids are resolved; changed in place. `data-note` of a mark
            is the number of its note in the result, counted from 0.
        ways_back: pairs of a block, and the element that a link in the block led back to.
        removals: gets the marks of the web page, in the place of which printkit sets its own.
    """
    found = _find_notes(root, ways_back)
    notes = sorted(found.marks, key=lambda note: not found.marks[note])
    own, pairs = own_numbers(found.marks), found.all_marks
    covered = within_ranges(list(found.marks), found.marks)
    numbers = Numbers(own, pairs, ranges=bool(covered))
    signs = [_sign(note, found.marks[note], own) for note in notes]
    back = _links_back(found)
    headings = dict.fromkeys(map(heading_of, found.marks))
    index = {note: at for at, note in enumerate(notes)}
    named = list(_lead_to_notes(found, index))
    raise_series(
        [set_mark(mark.link, index[note], removals, in_series=mark.in_series)
         for mark, note in pairs]
    )  # fmt: skip
    lifted = [
        lift_text(note, sign, back, removals) for note, sign in zip(notes, signs, strict=True)
    ]
    for heading in headings:
        if heading is not None:
            drop_idle_heading(heading, removals)
    while lifted and len(root) and root[-1].tag == "hr" and tree.is_blank(root[-1].tail):
        tree.drop(root[-1])
    kept = numbers.kept(list(found.marks), named, [root, *lifted])
    return [
        Footnote(text, bool(found.marks[note]) or note in covered, kept.get(note))
        for note, text in zip(notes, lifted, strict=True)
    ]


def tell_unmarked(notes: Sequence[Footnote], where: str) -> Iterator[Remark]:
    """Yield a remark on each note that no mark leads to."""
    for note in notes:
        if not note.marked:
            said = tree.words(note.element)
            quoted = said if len(said) <= _QUOTED else f"{said[:_QUOTED]}…"
            place = "after the others" if note.number is None else "with its own number"
            told = f"a note without a mark in the text is printed {place}: “{quoted}”"
            yield Remark("PK205", told, where)


def _find_notes(root: Node, ways_back: Iterable[tuple[Node, Node]]) -> _FoundNotes:
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    leads_to = {
        link: target
        for link in tree.each(root, "a")
        if (target := named.get(_inner_name(link))) is not None
    }
    part_compounds(leads_to)
    order = {element: at for at, element in enumerate(root.iter())}
    marks = read_note_marks(leads_to, order)
    signs = [(link, target) for link, target in leads_to.items() if is_sign_back(link)]
    finder = NoteFinder(root, order, [*ways_back, *signs])
    found = finder.notes(_marked_blocks(marks, order))
    found += unmarked_notes(root, {part for note in found for part in note.iter()})
    found.sort(key=order.__getitem__)
    note_of = {part: note for note in found for part in _parts(note)}
    marks_of: dict[Node, list[Mark]] = {note: [] for note in found}
    for mark in marks:
        note = note_of.get(mark.target)
        if note is not None and note_of.get(mark.link) is not note:
            marks_of[note].append(mark)
    return _FoundNotes(marks_of, note_of, order, leads_to)


def _inner_name(link: Node) -> str:
    href = link.get("href") or ""
    return href[1:] if href.startswith("#") else ""


def _marked_blocks(marks: Iterable[Mark], order: Mapping[Node, int]) -> dict[Node, list[Mark]]:
    """Return the blocks that marks lead down to, each with its marks.

    A link that leads up leads back. A list of pages has nothing but links, none of which is raised.
    """
    around = {mark: block_around(mark.link) for mark in marks}
    lists = {block for block in set(around.values()) if block is not None and only_links(block)}
    down = [
        mark
        for mark in marks
        if order[mark.target] > order[mark.link]
        and (mark.look is Look.RAISED or around[mark] not in lists)
    ]
    targets = {mark.target for mark in down}
    at = {mark.target: note_block(mark.target, mark.link, targets) for mark in reversed(down)}
    blocks: dict[Node, list[Mark]] = {}
    for mark in down:
        if (block := at[mark.target]) is not None:
            blocks.setdefault(block, []).append(mark)
    return blocks


def _parts(note: Node) -> Iterator[Node]:
    """Yield the elements of a note; the term before a description belongs to the note, too."""
    yield from note.iter()
    term = note.getprevious() if note.tag == "dd" else None
    if term is not None and term.tag == "dt":
        yield from term.iter()


def _sign(note: Node, marks: Sequence[Mark], own: Mapping[Node, int]) -> str:
    """Return the sign that may stand at the beginning of a note."""
    if marks:
        return marks[0].sign
    number = own_number(note) or own.get(note)
    return "" if number is None else str(number)


def _links_back(found: _FoundNotes) -> set[Node]:
    """Return the links in notes that only lead back to a mark of the note."""
    back: set[Node] = set()
    for note, marks in found.marks.items():
        lines = {block_around(mark.link) for mark in marks}
        for link in note.iter("a"):
            target = found.leads_to.get(link)
            if target is None or target in found.note_of or not is_back(link):
                continue
            near = target in lines or block_around(target) in lines
            if near or not re.fullmatch(r"\W*\w{1,4}\W*", tree.words(link)):
                back.add(link)
    return back


def _lead_to_notes(found: _FoundNotes, index: Mapping[Node, int]) -> Iterator[tuple[str, Node]]:
    """Let all other links to notes lead to the printed notes.

    Yields:
        The words of each such link, and its note.
    """
    marks = {mark.link for listed in found.marks.values() for mark in listed}
    for link, target in found.leads_to.items():
        note = found.note_of.get(target)
        if note is None or link in marks:
            continue
        if found.note_of.get(link) is note:
            tree.pop(link, "href")
            continue
        lead_to_note(link, index[note])
        yield tree.words(link), note
