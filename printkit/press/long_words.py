"""Long words: the tree of a page goes in, and comes out with places to break in words without end.

The time for hyphenating and breaking a word grows with the square of the word's length. A word of
thousands of letters, such as a key or a row of the same letter, would keep the press busy for
minutes. So a word over WORD letters gets a zero-width space behind every PIECE letters. A run of
letters and signs without a space, such as marks that never close, costs as much: a run over RUN
signs gets such spaces, too. No address is as long as that.
"""

import re
from xml.etree.ElementTree import Element

WORD = 120
"""The letters that a word may have; the longest words of dictionaries have fewer."""
PIECE = 20
"""The letters between two places to break."""
RUN = 1000
"""The letters and signs that may stand without a space."""

# The scripts of East Asia and South-East Asia do not part their words, and break between letters.
_UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W\d_{_UNPARTED}]"
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
_MARK = f"[{_MARKS}]"
_WORD = re.compile(rf"(?:{_LETTER}{_MARK}*+){{{WORD + 1},}}+")
_PIECE = re.compile(rf"(?:{_LETTER}{_MARK}*+){{{PIECE}}}(?={_LETTER})")
_SIGN = rf"[^\s\u200b{_UNPARTED}]"
_RUN = re.compile(rf"{_SIGN}{{{RUN + 1},}}+")
_BASE = rf"[^\s\u200b{_UNPARTED}{_MARKS}]"
_RUN_PIECE = re.compile(rf"(?:{_BASE}{_MARK}*+){{{PIECE}}}(?={_BASE})")
_PLACE = "\\g<0>\N{ZERO WIDTH SPACE}"
_OF_THE_FILE = ("style", "title")


def break_long_words(page: Element) -> None:
    """Put places to break into each word of a page that has too many letters."""
    for element in page.iter():
        if element.text and element.tag not in _OF_THE_FILE:
            element.text = _broken(element.text)
        if element.tail:
            element.tail = _broken(element.tail)


def _broken(text: str) -> str:
    if len(text) <= WORD:
        return text
    text = _WORD.sub(lambda word: _PIECE.sub(_PLACE, word[0]), text)
    return _RUN.sub(lambda run: _RUN_PIECE.sub(_PLACE, run[0]), text)
