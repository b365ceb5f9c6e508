"""Join all letters of a text in one string, and find another text in the string, in three ways."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from printkit.text.comparing import compared_words, letters

SHORT = 12  # letters; a shorter text is found only as whole words
FAR = 6000  # letters that notes, pictures and tables may put between two parts of a text
_NEAR = 300  # letters that may stand before the last few letters of a text


class Span(NamedTuple):
    """The positions of a text that was found, counted in letters."""

    start: int
    end: int


class LetterString:
    """The letters of a text in one string, with the places where its words begin and end.

    Args:
        text: the whole text, with a line end after each line.
        ignored: characters that comparisons leave out.
        insertions: the pattern for text that the string leaves out. Positions still count the
            letters of the insertions, so a position means the same in every string of one text.
    """

    def __init__(
        self, text: str, ignored: str = "", insertions: re.Pattern[str] | None = None
    ) -> None:
        self._ignored = ignored
        self._insertions = insertions
        found: list[str] = []
        self._skips = [(0, 0)]
        length = skipped = last = 0
        for insertion in insertions.finditer(text) if insertions else ():
            kept = compared_words(text[last : insertion.start()], ignored)
            found += kept
            length += sum(map(len, kept))
            skipped += len(letters(insertion[0], ignored))
            self._skips.append((length, skipped))
            last = insertion.end()
        found += compared_words(text[last:], ignored)
        self.letters = "".join(found)
        self._edges = {0, *accumulate(map(len, found))}

    def reduce(self, text: str) -> str:
        """Return the letters of another text that a search in this string compares."""
        bare = self._insertions.sub(" ", text) if self._insertions else text
        return letters(bare, self._ignored)

    def find_all(self, text: str, after: int = 0) -> Iterator[Span]:
        """Find every place of a whole text; a short text must stand as whole words."""
        return self._find_letters(self.reduce(text), self._inner(after))

    def _find_letters(self, needle: str, here: int) -> Iterator[Span]:
        start = self.letters.find(needle, here) if needle else -1
        while start >= 0:
            end = start + len(needle)
            if len(needle) >= SHORT or (self._is_edge(start) and self._is_edge(end)):
                yield self._span(start, end)
            start = self.letters.find(needle, start + 1)

    def find_parts(self, text: str, after: int) -> Span | None:
        """Find a text in parts, if other text stands between them, such as a table or notes."""
        needle = self.reduce(text)
        if len(needle) < 2 * SHORT:
            return None
        first, here, limit = -1, self._inner(after), len(self.letters)
        while needle:
            if first >= 0 and len(needle) < SHORT:
                return self._with_tail(first, here, needle)
            length = self._longest_start(needle, here, limit)
            if length < SHORT:
                return None
            found = self.letters.find(needle[:length], here, limit)
            first = found if first < 0 else first
            here = found + length
            limit = here + FAR
            needle = needle[length:]
        return self._span(first, here)

    def _with_tail(self, first: int, here: int, tail: str) -> Span | None:
        """Return the place of a text whose last few letters stand near the rest of the text."""
        end = next(self._find_letters(tail, here), None)
        near = end is not None and end.start <= self._outer(here) + _NEAR
        return Span(self._outer(first), end.end) if end and near else None

    def _longest_start(self, needle: str, start: int, end: int) -> int:
        """Return how many of a text's first letters stand together between two positions."""
        known, most = 0, len(needle)
        while known < most:
            tried = (known + most + 1) // 2
            if self.letters.find(needle[:tried], start, end) >= 0:
                known = tried
            else:
                most = tried - 1
        return known

    def find_similar(self, text: str, after: int, share: float) -> Span | None:
        """Find the first stretch that has a given share of the letter triples of a text.

        A triple is three neighbouring letters. The letters of each triple are sorted, so that a
        triple is the same from left to right and from right to left, and a ligature whose letters
        come in the wrong order changes few triples.
        """
        needle = self.reduce(text)
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
                return self._span(max(begin, here - size + 1), here + 1)
        return None

    @cached_property
    def _triples(self) -> list[str]:
        return _triples(self.letters)

    def _is_edge(self, here: int) -> bool:
        """Return whether a word begins or ends at a position, or may do so.

        Many scripts of Asia write words without spaces between them.
        """
        return here in self._edges or max(self.letters[here - 1 : here + 1]) >= "\u0e00"

    def _span(self, start: int, end: int) -> Span:
        return Span(self._outer(start), self._outer(end - 1) + 1)

    def _outer(self, here: int) -> int:
        """Turn a position in this string into one in the text, which also counts insertions."""
        return here + self._skips[bisect_right(self._skips, here, key=lambda one: one[0]) - 1][1]

    def _inner(self, there: int) -> int:
        """Turn a position in the text, which also counts insertions, into one in this string."""
        return there - self._skips[bisect_right(self._skips, there, key=sum) - 1][1]


def _triples(letters: str) -> list[str]:
    last = max(len(letters) - 2, 1)
    return ["".join(sorted(letters[here : here + 3])) for here in range(last)]
