"""Printed texts → their letters, each of which covers one letter of the record."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from printkit.preflight.inventory.tokens import TouchingNumber, tokens_of
from printkit.text.direction import is_right_to_left

_TRIES = 60  # places that are looked at before a text counts as covered already
_PARTS_MOST = 40  # of a word
_NEAR = 400  # letters around the place where words are expected


class PrintedLetters:
    """The letters of printed texts. A letter that covers one text is taken, and covers no other.

    Args:
        lines: the texts; a word may go on in the next line.
        ignored: characters that no comparison counts.
    """

    def __init__(self, lines: Iterable[str], ignored: str = "") -> None:
        self._ignored = ignored
        found = [token for line in lines for token in tokens_of(line, ignored)]
        self._letters = "".join(found)
        self._taken = bytearray(len(self._letters))
        self._edges = bytearray(len(self._letters) + 1)
        self._places: dict[str, list[int]] = defaultdict(list)
        at = 0
        for token in found:
            self._edges[at] = 1
            self._places[token].append(at)
            at += len(token)
        self._edges[at] = 1

    def tokens(self, text: str) -> list[str]:
        """Return the words and the numbers of another text, as this paper compares them."""
        return tokens_of(text, self._ignored)

    def find(self, tokens: Sequence[str], near: int, *, whole: bool = False) -> int:
        """Return the first free place of some words from a position on, else before the position.

        Numbers must stand unbroken. The result is -1 if there is no such place.

        Args:
            tokens: the words.
            near: the position.
            whole: the first and the last word must be whole words on paper, too.
        """
        said = "".join(tokens)
        for begin in (near, 0) if near else (0,):
            at = self._letters.find(said, begin)
            for _ in range(_TRIES):
                if at < 0:
                    break
                ends = not whole or (self._edges[at] and self._edges[at + len(said)])
                if ends and self._is_free(at, len(said)) and self._keeps_numbers(at, tokens):
                    return at
                at = self._letters.find(said, self._next_free(at, len(said)))
        return -1

    def take(self, at: int, size: int) -> int:
        """Take letters; return the position behind these letters."""
        self._taken[at : at + size] = b"\x01" * size
        return at + size

    def take_word(self, token: str, near: int, *, unbroken: bool) -> bool:
        """Take a single word or number, if a place of the word is free: the nearest place.

        A hyphen may part the word at the end of a line.

        Args:
            token: the word.
            near: the position.
            unbroken: a number may not go on in another line.
        """
        at = self._nearest(token, near)
        if at >= 0:
            self.take(at, len(token))
            return True
        digits = (token,) if unbroken else tuple(map(TouchingNumber, token))
        return self.take_joined(digits if token.isdigit() else (token,), near)

    def take_joined(self, tokens: Sequence[str], near: int) -> bool:
        """Take neighbours that make up a whole word, or several whole words, on paper."""
        at = self.find(tokens, near, whole=True)
        if at >= 0:
            self.take(at, sum(map(len, tokens)))
        return at >= 0

    def take_parts(self, tokens: Sequence[str], near: int) -> int:
        """Take the parts of one word: markup may set each letter of a word into an element.

        Returns:
            How many of the first tokens the word has; 0 if no word begins with two of them.
        """
        for begin in (near, 0):
            at = self._letters.find(tokens[0], begin)
            for _ in range(_TRIES):
                if at < 0:
                    break
                count = self._parts_at(at, tokens) if self._edges[at] else 0
                if count:
                    self.take(at, sum(map(len, tokens[:count])))
                    return count
                at = self._letters.find(tokens[0], self._next_free(at, len(tokens[0])))
        return 0

    def _parts_at(self, at: int, tokens: Sequence[str]) -> int:
        """Return how many tokens make up the word at a position, if the word is free."""
        end = at
        for count, token in enumerate(tokens[:_PARTS_MOST], 1):
            if token.isdigit() or not self._letters.startswith(token, end):
                return 0
            end += len(token)
            if self._edges[end]:
                return count if count > 1 and self._is_free(at, end - at) else 0
        return 0

    def take_glued(self, token: str, near: int) -> bool:
        """Count a word near a position as found, though no space parts the word from others.

        Beside the word there must be a space, or letters that count as found for other words. A
        number must stand apart: 78 is not the 7 and the 8 of two texts.
        """
        apart = token.isdigit() and not isinstance(token, TouchingNumber)
        until = near + _NEAR + len(token)
        at = self._letters.find(token, max(0, near - _NEAR), until)
        while at >= 0:
            end = at + len(token)
            begins = self._edges[at] or (self._taken[at - 1] and not apart)
            ends = self._edges[end] or (self._taken[end] and not apart)
            whole = begins and ends and self._keeps_numbers(at, (token,))
            if whole and self._is_free(at, len(token)):
                self.take(at, len(token))
                return True
            at = self._letters.find(token, at + 1, until)
        return False

    def take_disordered(self, token: str, near: int, text: str = "") -> bool:
        """Take a word whose letters stand near a position in any order.

        PDFium gives words from right to left in a wrong order, if they have vowel signs and stand
        in a line from left to right. In a line from right to left, PDFium turns the parts of other
        words: `R&D` becomes `D&R`, and `TM` stands before the word of `Android™`. A number keeps
        its digits in their order.

        Args:
            token: the word.
            near: the position.
            text: the text that has the word.
        """
        if token.isdigit() or not is_right_to_left(f"{token} {text}"):
            return False
        begin, end = max(0, near - _NEAR), near + _NEAR + len(token)
        free: dict[str, list[int]] = defaultdict(list)
        for at, letter in enumerate(self._letters[begin:end], begin):
            if not self._taken[at]:
                free[letter].append(at)
        count = Counter(token)
        if any(len(free[letter]) < number for letter, number in count.items()):
            return False
        for letter, number in count.items():
            for at in free[letter][:number]:
                self.take(at, 1)
        return True

    def _nearest(self, token: str, near: int) -> int:
        """Return the first free place of a word behind a position, else the last before it, or -1.

        Places that are taken stay so: when many were met, the word forgets them all.
        """
        places = self._places.get(token, [])
        first = bisect_left(places, near)
        found, met = -1, 0
        for number in chain(range(first, len(places)), range(first - 1, -1, -1)):
            if self._is_free(places[number], len(token)):
                found = places[number]
                break
            met += 1
        if met > _TRIES:
            self._places[token] = [at for at in places if self._is_free(at, len(token))]
        return found

    def _is_free(self, at: int, size: int) -> bool:
        return self._taken.find(1, at, at + size) < 0

    def _next_free(self, at: int, size: int) -> int:
        """Return the next position where some free letters may begin, after a try at a position."""
        taken = self._taken.rfind(1, at, at + size)
        if taken < 0:
            return at + 1
        free = self._taken.find(0, taken)
        return free if free >= 0 else len(self._taken)

    def _keeps_numbers(self, at: int, tokens: Sequence[str]) -> bool:
        """Tell whether every number is unbroken, and apart from the number before it.

        17 is not the 1 and the 7 of two cells, and not the 1 and the 7 beside a picture.
        """
        behind_number = False
        for token in tokens:
            end = at + len(token)
            is_number = token[0].isdigit()
            if is_number and self._edges.find(1, at + 1, end) >= 0:
                return False
            apart = self._edges[at] or isinstance(token, TouchingNumber)
            if is_number and behind_number and not apart:
                return False
            at, behind_number = end, is_number
        return True
