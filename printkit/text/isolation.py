"""Isolation: words in the other direction go in; they come out between marks that isolate them.

Without the marks, words of two directions trade the numbers and signs that stand between them:
in Hebrew, the 5 of “Haifa Port News, 5 באוקטובר” joins the English name (Unicode Standard
Annex 9, 2.7). The markup makes elements of the marks; in attributes they stay as they are.
"""

import unicodedata
from typing import Literal

TO_THE_RIGHT = "\N{LEFT-TO-RIGHT ISOLATE}"
TO_THE_LEFT = "\N{RIGHT-TO-LEFT ISOLATE}"
END = "\N{POP DIRECTIONAL ISOLATE}"

_DIRECTIONS: dict[str, Literal["ltr", "rtl"]] = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def isolated(text: str, direction: Literal["ltr", "rtl"]) -> str:
    """Return a text that stands among words of a direction, isolated if its own is another.

    Args:
        text: its first letter tells its direction; a text without letters has none.
        direction: of the words around the text.
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
