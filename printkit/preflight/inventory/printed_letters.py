"""Printed texts → their letters, each of which covers one letter of the record."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from printkit.text.comparing import compared_words
from printkit.text.direction import is_right_to_left
from printkit.text.patterns import regex

TOUCH = "\x1f"
"""Stands between neighbours that a page may print without a gap; no printable text has this sign,
and a regular expression counts the sign as white space."""

# The scripts of East Asia and South-East Asia do not part their words, so each letter is a token.
_UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ufaff\U00020000-\U0003ffff"
_ASCII_TOKEN = regex("[a-z]+|[0-9]+")
_TOUCHING = regex(f"(?<=[0-9]){TOUCH}[{TOUCH}]*(?=[0-9])")
_TRIES = 60  # places that are looked at before a text counts as covered already
_PARTS_MOST = 40  # of a word
_NEAR = 400  # letters around the place where words are expected


class TouchingNumber(str):
    """A number that may stand on paper without a gap behind the number before it, such as 10³."""

    __slots__ = ()


def tokens_of(text: str, ignored: str = "") -> list[str]:
    """Return the words and the numbers of a text, as they are compared.

    Args:
        text: any text.
        ignored: characters that no comparison counts.
    """
    if TOUCH in text and len(parts := _TOUCHING.split(text)) > 1:
        apart = [tokens_of(part, ignored) for part in parts]
        return [*apart[0], *(one for some in apart[1:] for one in _touching(some))]
    if text.isascii() and not ignored:
        return _ASCII_TOKEN.findall(text.lower())
    return [token for word in compared_words(text, ignored) for token in _parts(word)]


def _touching(tokens: list[str]) -> list[str]:
    """Return tokens of which the first may touch the number before it."""
    return [TouchingNumber(tokens[0]), *tokens[1:]] if tokens else []


def _parts(word: str) -> list[str]:
    """Part a word into letters and digits."""
    if word.isalpha() and max(word) < "\u0e00":
        return [word]
    return _token().findall(word)


@cache
def _token() -> re.Pattern[str]:
    """Make the pattern of a part of a word; this takes some milliseconds."""
    return re.compile(rf"\d+|[{_UNPARTED}]|[^\W\d_{_UNPARTED}]+")


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
                at = self._letters.find(said, at + 1)
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
        for at in self._nearest(token, near):
            if self._is_free(at, len(token)):
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
                at = self._letters.find(tokens[0], at + 1)
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

    def _nearest(self, token: str, near: int) -> Iterable[int]:
        """Return the places of a word: those behind a position first, then the others."""
        places = self._places.get(token, [])
        first = bisect_left(places, near)
        return (*places[first:], *reversed(places[:first]))

    def _is_free(self, at: int, size: int) -> bool:
        return self._taken.find(1, at, at + size) < 0

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
