"""Long words: the tree of a page goes in, and comes out with places to break in words without end.

The time for hyphenating and breaking a word grows with the square of the word's length. A word of
thousands of letters, such as a key or a row of the same letter, would keep the press busy for
minutes. So a word over WORD letters gets a zero-width space behind every PIECE letters.
"""

import re
from xml.etree.ElementTree import Element

WORD = 120
"""The letters that a word may have; the longest words of dictionaries have fewer."""
PIECE = 20
"""The letters between two places to break."""

# The scripts of East Asia and South-East Asia do not part their words, and break between letters.
_UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W\d_{_UNPARTED}]"
_MARK = "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]"
_WORD = re.compile(rf"(?:{_LETTER}{_MARK}*+){{{WORD + 1},}}+")
_PIECE = re.compile(rf"(?:{_LETTER}{_MARK}*+){{{PIECE}}}(?={_LETTER})")
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
    return _WORD.sub(lambda word: _PIECE.sub("\\g<0>\N{ZERO WIDTH SPACE}", word[0]), text)
