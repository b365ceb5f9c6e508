"""Characters that cannot or must not be printed."""

import re
import unicodedata

MARKS = 8
"""How many combining marks one letter may carry; the most any script stacks is about five."""

# What is printable, the commonest first: a list of the rest would take ten times as long.
_UNPRINTABLE = re.compile(
    "[^ -~\n\t\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufff8\ufffc\ufffd\U00010000-\U0010ffff]"
)
_HIGH = re.compile("[^\0-\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\f\x85\u2028\u2029]")
_MARKS = re.compile(
    "(?:[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff"
    f"\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]){{{MARKS + 1},}}"
)


def printable(text: str) -> str:
    """Take out controls, noncharacters and lone surrogates; every line ends in a newline."""
    text = _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))
    return _HIGH.sub(lambda high: "" if ord(high[0]) & 0xFFFE == 0xFFFE else high[0], text)


def cap_marks(text: str) -> tuple[str, int]:
    """Keep MARKS combining marks on a letter; say how many were taken off."""
    if not _MARKS.search(text):
        return text, 0
    capped = _MARKS.sub(lambda run: run[0][:MARKS], unicodedata.normalize("NFC", text))
    return capped, max(1, len(text) - len(capped))
