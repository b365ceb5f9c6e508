"""Combining marks: markup goes in, and comes out with at most MARKS marks on each letter."""

import unicodedata

from printkit.text.patterns import regex

MARKS = 8
"""The most combining marks that a letter may have; no script stacks more than about five."""

_PILED_MARKS = regex(
    "(?:[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff"
    f"\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]){{{MARKS + 1},}}"
)


def cap_marks(text: str) -> tuple[str, int]:
    """Keep MARKS combining marks on a letter; return the text and how many were taken off."""
    if not _PILED_MARKS.search(text):
        return text, 0
    capped = _PILED_MARKS.sub(lambda run: run[0][:MARKS], unicodedata.normalize("NFC", text))
    return capped, max(1, len(text) - len(capped))
