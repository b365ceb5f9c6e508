"""All letters of a proof in a row, and the ways to find a text in it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from printkit.text.comparing import letters, words

SHORT = 12  # letters; below that a text must stand as whole words
FAR = 6000  # letters that notes, pictures and tables may put between parts of a text
_NEAR = 300  # the same, before the few words a text ends with


class Span(NamedTuple):
    """Where a text was found, in letters from the proof's beginning."""

    start: int
    end: int


class Row:
    """Letters in a row, and where words begin.

    Args:
        text: everything, pages and pieces parted by line ends.
        ignored: characters that are left out of every comparison.
        asides: what is left out; places count its letters all the same.
    """

    def __init__(self, text: str, ignored: str = "", asides: re.Pattern[str] | None = None) -> None:
        self._ignored = ignored
        self._asides = asides
        found: list[str] = []
        self._skips = [(0, 0)]
        length = skipped = last = 0
        for aside in asides.finditer(text) if asides else ():
            kept = words(text[last : aside.start()], ignored)
            found += kept
            length += sum(map(len, kept))
            skipped += len(letters(aside[0], ignored))
            self._skips.append((length, skipped))
            last = aside.end()
        found += words(text[last:], ignored)
        self.text = "".join(found)
        self._edges = {0, *accumulate(map(len, found))}

    def letters(self, text: str) -> str:
        """What of a text is looked for here."""
        bare = self._asides.sub(" ", text) if self._asides else text
        return letters(bare, self._ignored)

    def all(self, text: str, after: int = 0) -> Iterator[Span]:
        """Every place of a text that is whole; a short one must stand as whole words."""
        return self._all(self.letters(text), self._inner(after))

    def _all(self, needle: str, here: int) -> Iterator[Span]:
        start = self.text.find(needle, here) if needle else -1
        while start >= 0:
            end = start + len(needle)
            if len(needle) >= SHORT or (self._is_edge(start) and self._is_edge(end)):
                yield self._place(start, end)
            start = self.text.find(needle, start + 1)

    def find_parts(self, text: str, after: int) -> Span | None:
        """A text in whose midst something else stands, such as the notes at a page's foot."""
        needle = self.letters(text)
        if len(needle) < 2 * SHORT:
            return None
        first, here, limit = -1, self._inner(after), len(self.text)
        while needle:
            if first >= 0 and len(needle) < SHORT:
                return self._with_tail(first, here, needle)
            length = self._longest_start(needle, here, limit)
            if length < SHORT:
                return None
            found = self.text.find(needle[:length], here, limit)
            first = found if first < 0 else first
            here = found + length
            limit = here + FAR
            needle = needle[length:]
        return self._place(first, here)

    def _with_tail(self, first: int, here: int, tail: str) -> Span | None:
        """The place of a text whose few last letters follow close on the rest."""
        end = next(self._all(tail, here), None)
        near = end is not None and end.start <= self._outer(here) + _NEAR
        return Span(self._outer(first), end.end) if end and near else None

    def _longest_start(self, needle: str, start: int, end: int) -> int:
        """How many of its first letters stand together somewhere between two places."""
        known, most = 0, len(needle)
        while known < most:
            tried = (known + most + 1) // 2
            if self.text.find(needle[:tried], start, end) >= 0:
                known = tried
            else:
                most = tried - 1
        return known

    def find_alike(self, text: str, after: int, share: float) -> Span | None:
        """The first stretch that has so great a share of a text's letter triples.

        The letters of a triple are sorted: it is the same read from either side, and a
        ligature taken apart the wrong way round costs little.
        """
        needle = self.letters(text)
        lacking = Counter(_triples(needle))
        enough = share * lacking.total()
        size = len(needle) + len(needle) // 5 + 2
        have, begin = 0, self._inner(after)
        for here in range(begin, len(self._triples)):
            entering = self._triples[here]
            if entering in lacking:
                have += lacking[entering] > 0
                lacking[entering] -= 1
            if here - size >= begin and (leaving := self._triples[here - size]) in lacking:
                lacking[leaving] += 1
                have -= lacking[leaving] > 0
            if have >= enough:
                return self._place(max(begin, here - size + 1), here + 1)
        return None

    @cached_property
    def _triples(self) -> list[str]:
        return _triples(self.text)

    def _is_edge(self, here: int) -> bool:
        """A word begins or ends here, or could: scripts of the East do not part their words."""
        return here in self._edges or max(self.text[here - 1 : here + 1]) >= "\u0e00"

    def _place(self, start: int, end: int) -> Span:
        return Span(self._outer(start), self._outer(end - 1) + 1)

    def _outer(self, here: int) -> int:
        """A place counted with the asides."""
        return here + self._skips[bisect_right(self._skips, here, key=lambda one: one[0]) - 1][1]

    def _inner(self, there: int) -> int:
        """A place counted without the asides."""
        return there - self._skips[bisect_right(self._skips, there, key=sum) - 1][1]


def _triples(letters: str) -> list[str]:
    last = max(len(letters) - 2, 1)
    return ["".join(sorted(letters[here : here + 3])) for here in range(last)]
