"""Note finder: marks and the blocks that they lead to go in, the blocks that are notes come out."""

import re
from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence, Set
from unicodedata import normalize

from printkit.copyedit import tree
from printkit.copyedit.mark_looks import Look, Mark, text_between
from printkit.copyedit.note_blocks import block_around, holds_more, items_of, list_around
from printkit.copyedit.note_ends import find_ends
from printkit.copyedit.note_headings import find_headings
from printkit.copyedit.note_names import (
    is_footnote_box,
    is_named_list,
    is_named_mark,
    is_named_note,
)
from printkit.copyedit.note_numbers import within_ranges
from printkit.copyedit.note_signs import Evidence, is_note
from printkit.copyedit.tree import Node

_LONGEST = 6_000  # characters; a longer block without a name is a chapter
_OPENING = 40  # characters among which a note has its own mark
_APART = 6  # characters between two numbers of one series, such as “1, 2 and 3”


class NoteFinder:
    """Finds the notes of one body among the blocks that its marks lead to."""

    def __init__(
        self, root: Node, order: Mapping[Node, int], ways_back: Iterable[tuple[Node, Node]]
    ) -> None:
        """Take a body.

        Args:
            root: the body.
            order: the place of each element in the body.
            ways_back: pairs of a block, and an element that a link in the block leads to.
        """
        self._root = root
        self._order = order
        self._headings = find_headings(root)
        self._places = [order[heading] for heading, _ in self._headings]
        self._close: set[Node] = set()
        self._back: dict[Node, list[Node]] = {}
        for block, target in ways_back:
            self._back.setdefault(block, []).append(target)

    def notes(self, blocks: Mapping[Node, Sequence[Mark]]) -> list[Node]:
        """Return the blocks that are notes, with all items of the lists of notes, in their order.

        Args:
            blocks: the marks of each block that a mark leads to.
        """
        self._close = _series(mark for marks in blocks.values() for mark in marks)
        groups: dict[Node, list[Node]] = {}
        for block in sorted(blocks, key=self._order.__getitem__):
            listed = list_around(block)
            groups.setdefault(block if listed is None else listed, []).append(block)
        ends = find_ends(self._root, groups, self._order)
        found: list[Node] = []
        for group, members in groups.items():
            marks = {member: blocks[member] for member in members}
            if group in marks:
                found += [group] if is_note(self._of_block(group, marks[group], ends)) else []
            elif is_note(self._of_list(group, marks, ends)):
                found += [one for one in items_of(group) if not tree.holds_nothing(one)]
        known = set(found)
        return [one for one in found if known.isdisjoint(tree.ancestors(one))]

    def _of_block(self, block: Node, marks: Sequence[Mark], ends: set[Node]) -> Evidence:
        look = min(mark.look for mark in marks)
        repeated = any(_repeats_mark(block, mark) for mark in marks)
        return Evidence(
            items=0,
            share=1,
            look=look,
            is_letter=all(mark.number is None for mark in marks),
            named=_is_named(block, marks),
            answered=self._answers(block, marks),
            headed=self._is_headed(block, marks),
            repeated=repeated,
            ends=block in ends,
            counted=self._counts(marks),
            long=holds_more(block) or _is_formula(block) or len(tree.text(block)) > _LONGEST,
        )

    def _of_list(
        self, listed: Node, blocks: Mapping[Node, Sequence[Mark]], ends: set[Node]
    ) -> Evidence:
        items, marks = items_of(listed), [mark for found in blocks.values() for mark in found]
        whole = is_named_list(listed, marks[0].link)
        named = [one for one in items if _is_named(one, blocks.get(one, ()))]
        answered = [one for one in blocks if self._answers(one, blocks[one])]
        led = set(blocks) | set(named) | within_ranges(items, blocks)
        return Evidence(
            items=len(items),
            share=1 if whole else len(led) / max(1, len(items)),
            look=min(mark.look for mark in marks),
            is_letter=all(mark.number is None for mark in marks),
            named=whole or bool(named),
            answered=bool(answered),
            headed=self._is_headed(listed, marks),
            repeated=True,
            ends=listed in ends,
            counted=self._counts(marks) or not self._are_in_order(blocks),
            long=False,
        )

    def _counts(self, marks: Iterable[Mark]) -> bool:
        """Tell whether the sentence counts, as in “step 3” or “steps 1 and 2”."""
        return any(mark.link in self._close or _names_target(mark) for mark in marks)

    def _are_in_order(self, blocks: Mapping[Node, Sequence[Mark]]) -> bool:
        """Tell whether plain marks come in the order of their items."""
        plain = all(mark.look is Look.PLAIN for marks in blocks.values() for mark in marks)
        places = [min(self._order[mark.link] for mark in marks) for marks in blocks.values()]
        return not plain or places == sorted(places)

    def _is_headed(self, block: Node, marks: Iterable[Mark]) -> bool:
        """Tell whether the nearest heading above a block is such as “Notes”, below the marks."""
        at = bisect(self._places, self._order[block]) - 1
        if at < 0 or not self._headings[at][1]:
            return False
        return any(self._order[mark.link] < self._places[at] for mark in marks)

    def _answers(self, block: Node, marks: Sequence[Mark]) -> bool:
        """Tell whether a link in a block leads back to one of its marks, or right beside a mark."""
        lines = {block_around(mark.link) for mark in marks}
        links = {mark.link for mark in marks}
        for one in block.iter():
            for target in self._back.get(one, ()):
                inside = not links.isdisjoint((target, *tree.ancestors(target)))
                if inside or (target not in lines and block_around(target) in lines):
                    return True
        return False


def _is_named(block: Node, marks: Iterable[Mark]) -> bool:
    return any(
        is_named_mark(mark.link) or is_named_note(mark.target) or is_named_note(block)
        for mark in marks
    )


def _repeats_mark(block: Node, mark: Mark) -> bool:
    """Tell whether a block begins with the sign of a mark."""
    said = normalize("NFKC", tree.words(block)[:_OPENING]).lstrip("^ ")
    sign = re.escape(mark.sign)
    if mark.look is Look.ROUND:
        return re.match(rf"\({sign}\)", said) is not None
    if mark.number is not None or mark.look is Look.RAISED:
        return re.match(rf"[\[(]?\s*{sign}(?!\w)", said) is not None
    return re.match(rf"[\[(]?{sign}\s?[\]).:]", said) is not None


def _series(marks: Iterable[Mark]) -> set[Node]:
    """Return the plain links that stand close together in one line, as in “steps 1 and 2”."""
    close: set[Node] = set()
    last: dict[Node | None, Mark] = {}
    for mark in sorted(marks, key=lambda one: one.place):
        if mark.look is not Look.PLAIN:
            continue
        line = block_around(mark.link)
        before = last.get(line)
        if before is not None and len(text_between(before, mark)) <= _APART:
            close |= {before.link, mark.link}
        last[line] = mark
    return close


def _names_target(mark: Mark) -> bool:
    """Tell whether the word before a mark begins as the id of the target, as in “step 3”."""
    sign, target = re.escape(mark.sign), mark.target.get("id") or ""
    name = re.fullmatch(rf"([^\W\d_]+)[-_.:]?0*{sign}", target, re.IGNORECASE)
    word = re.search(r"([^\W\d_]+)[.\s\xa0]*[\[(]?\Z", mark.before)
    if name is None or word is None:
        return False
    # Before a mark that looks like one, a word with the same first letter may stand by chance.
    enough = mark.look in (Look.PLAIN, Look.ROUND) or len(name[1]) > 1
    return enough and word[1].casefold().startswith(name[1].casefold())


def _is_formula(block: Node) -> bool:
    """Tell whether a block says little more than a formula."""
    formulas = "".join(map(tree.text, block.iter("x-formula")))
    return bool(formulas) and len(tree.text(block)) <= len(formulas) + 12


def unmarked_notes(root: Node, known: Set[Node]) -> list[Node]:
    """Return the items of boxes of footnotes that no mark leads to.

    Args:
        root: the body.
        known: the elements of the other notes.
    """
    boxes = [one for one in tree.each(root) if is_footnote_box(one) and one not in known]
    items = dict.fromkeys(item for box in boxes for item in box.iter("li"))
    kept = [item for item in items if item not in known and not tree.holds_nothing(item)]
    return [one for one in kept if not any(other in items for other in tree.ancestors(one))]
