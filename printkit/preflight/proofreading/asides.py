"""Asides: patterns of what the press puts in the midst of a text.

Asides are numbers of notes, addresses of links, and the words that stand for a lost picture.
Where asides are left out of a comparison, the text's own numbers and brackets are left out too.
"""

import re

_NUMBER = r"(?<!\w)\d{1,3}(?!\w)"
_ADDRESS = r"\((?=[^()]{0,300}[./@])(?:[^\s()]|\n|\([^\s()]*\)){3,400}\)"
_BRACKETS = r"\[(?:[^\[\]]|\[[^\[\]]*\]){0,400}\]"

ASIDES = (
    re.compile(_NUMBER),
    re.compile(f"{_NUMBER}|{_ADDRESS}"),
    re.compile(f"{_NUMBER}|{_ADDRESS}|{_BRACKETS}"),
)
"""Each pattern leaves out more than the one before."""
