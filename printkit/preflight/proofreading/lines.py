"""Printed lines, and the texts that are made up of them: each line belongs to one text."""

from collections.abc import Sequence
from itertools import accumulate, islice

from printkit.text.direction import is_right_to_left

_TRIES = 12  # first lines that are tried for one text
AHEAD = 300  # lines; a page seldom has more


class PrintedLines:
    """The printed lines. A text takes the lines that make it up, and keeps them from other texts.

    Args:
        lines: the letters of every line, in reading order.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._to_left = 2 * sum(map(is_right_to_left, lines)) > len(lines)
        self._taken = [not line for line in lines]
        self.starts = [0, *accumulate(map(len, lines))]

    def take(self, text: str, after: int, ahead: int) -> int | None:
        """Take the next lines that make up a text; other lines may stand between them.

        Args:
            text: the letters of the text.
            after: the number of a line; the text begins behind this line.
            ahead: how many lines are tried as the first line.

        Returns:
            The number of the first line; None if no lines make up the text.
        """
        any_order = self._to_left or is_right_to_left(text)
        starts = range(after + 1, min(after + 1 + ahead, len(self._lines)))
        begun = (first for first in starts if self._continues(text, 0, first, any_order))
        made: list[list[int]] = []
        for first in islice(begun, _TRIES):
            if found := self._follow(text, first, any_order):
                made.append(found)
            # No lines that begin later end sooner than lines with no free line between them.
            if found and self._are_neighbours(found):
                break
        if not made:
            return None
        # The lines that end first and begin last have the fewest other lines between them.
        found = min(made, key=lambda one: (one[-1], -one[0]))
        for line in found:
            self._taken[line] = True
        return found[0]

    def _follow(self, text: str, first: int, any_order: bool) -> list[int]:
        """Return the lines that make up a text, from its first line on; empty if one is missing."""
        found: list[int] = []
        here = 0
        line = first
        while line < len(self._lines) and line <= (found[-1] if found else first) + AHEAD:
            if self._continues(text, here, line, any_order):
                found.append(line)
                here += len(self._lines[line])
                if here == len(text):
                    return found
            line += 1
        return []

    def _are_neighbours(self, found: Sequence[int]) -> bool:
        """Return whether each free line between the first line and the last is in a list."""
        return len(found) == self._taken[found[0] : found[-1] + 1].count(False)

    def _continues(self, text: str, here: int, line: int, any_order: bool) -> bool:
        """Return whether a line has the next letters of a text.

        PDFium may give the words of a right-to-left line in any order, and also the words of a
        Latin line where most lines run from right to left.
        """
        letters = self._lines[line]
        if self._taken[line]:
            return False
        if text.startswith(letters, here):
            return True
        return any_order and sorted(text[here : here + len(letters)]) == sorted(letters)
