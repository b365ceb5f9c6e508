"""A text → its tokens: the words and the numbers, as the paper and the record are compared."""

import re
from functools import cache

from printkit.text.comparing import compared_words
from printkit.text.patterns import regex

TOUCH = "\x1f"
"""Stands between neighbours that a page may print without a gap; no printable text has this sign,
and a regular expression counts the sign as white space."""

# The scripts of East Asia and South-East Asia do not part their words, so each letter is a token.
_UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ufaff\U00020000-\U0003ffff"
_ASCII_TOKEN = regex("[a-z]+|[0-9]+")
_TOUCHING = regex(f"(?<=[0-9]){TOUCH}[{TOUCH}]*(?=[0-9])")


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
