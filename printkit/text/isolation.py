"""Isolation: takes words in the other direction, puts them between marks that isolate them.

Without the marks, a number or a sign between words of two directions moves to the wrong words: in
Hebrew, the 5 of “Haifa Port News, 5 באוקטובר” joins the English name (Unicode Standard Annex 9,
2.7). Templates make `bdi` elements of the marks; in attributes the marks stay as they are.
"""

import unicodedata
from itertools import groupby
from typing import Literal

from printkit.text.patterns import regex

TO_THE_RIGHT = "\N{LEFT-TO-RIGHT ISOLATE}"
TO_THE_LEFT = "\N{RIGHT-TO-LEFT ISOLATE}"
END = "\N{POP DIRECTIONAL ISOLATE}"

_MARKS = regex("[\u2066-\u2069\u202a-\u202e]")
_WORDS = regex(r"\S+\s*|^\s+")
_EDGES = " \t\n\xa0\u202f\"'“”„‘’«»()[].,;:!?…–—-"
_PAIRS = {")": "(", "]": "["}
_DIRECTIONS: dict[str, Literal["ltr", "rtl"]] = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def isolated(text: str, direction: Literal["ltr", "rtl"]) -> str:
    """Return a text between marks that isolate it, if it runs the other way than its surroundings.

    Args:
        text: the text; its first letter gives its direction, and without letters it has none.
        direction: the direction of the words around the text.
    """
    if text.isascii() and direction == "ltr":
        return text
    own = first_direction(text)
    if own in (None, direction) or text[0] in (TO_THE_RIGHT, TO_THE_LEFT):
        return text
    return f"{TO_THE_RIGHT if own == 'ltr' else TO_THE_LEFT}{text}{END}"


def isolated_parts(text: str, direction: Literal["ltr", "rtl"]) -> str:
    """Return a text in which each run of words of the other direction stands between marks.

    The signs of the words stay with the words: the `++` of “C++”. Signs of the sentence around a
    run, such as its comma, do not. A text with marks of its own stays as it is.

    Args:
        text: a text that begins in any direction, such as a headline.
        direction: the direction of the page around the text.
    """
    if (text.isascii() and direction == "ltr") or _MARKS.search(text):
        return text
    words = _WORDS.findall(text)
    own = [first_direction(word) for word in words]
    if direction not in own:
        return isolated(text, direction)
    parts: list[str] = []
    for key, group in groupby(zip(words, own, strict=True), lambda one: one[1] == direction):
        run = list(group)
        while run and run[0][1] is None:
            parts.append(run.pop(0)[0])
        numbers: list[str] = []
        while run and run[-1][1] is None:
            numbers.insert(0, run.pop()[0])
        said = "".join(word for word, _ in run)
        parts += [said if key else _without_edges(said, direction), *numbers]
    return "".join(parts)


def _without_edges(run: str, direction: Literal["ltr", "rtl"]) -> str:
    """Return a run between marks; spaces and signs of the sentence stay outside the marks."""
    inner = run.strip(_EDGES)
    if not inner:
        return run
    begin = run.index(inner)
    end = begin + len(inner)
    closed = run[end : end + 1]
    if closed in _PAIRS and inner.count(_PAIRS[closed]) > inner.count(closed):
        end += 1
    return run[:begin] + isolated(run[begin:end], direction) + run[end:]


def first_direction(text: str) -> Literal["ltr", "rtl"] | None:
    """Return the direction of the first letter of a text; None if it has no letter."""
    classes = (unicodedata.bidirectional(letter) for letter in text)
    return next((_DIRECTIONS[one] for one in classes if one in _DIRECTIONS), None)
