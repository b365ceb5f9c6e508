"""Isolation: takes words in the other direction, puts them between marks that isolate them.

Without the marks, a number or a sign between words of two directions moves to the wrong words: in
Hebrew, the 5 of “Haifa Port News, 5 באוקטובר” joins the English name (Unicode Standard Annex 9,
2.7). Templates make `bdi` elements of the marks; in attributes the marks stay as they are.
"""

import unicodedata
from typing import Literal

TO_THE_RIGHT = "\N{LEFT-TO-RIGHT ISOLATE}"
TO_THE_LEFT = "\N{RIGHT-TO-LEFT ISOLATE}"
END = "\N{POP DIRECTIONAL ISOLATE}"

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


def first_direction(text: str) -> Literal["ltr", "rtl"] | None:
    """Return the direction of the first letter of a text; None if it has no letter."""
    classes = (unicodedata.bidirectional(letter) for letter in text)
    return next((_DIRECTIONS[one] for one in classes if one in _DIRECTIONS), None)
