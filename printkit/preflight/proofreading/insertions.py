"""Patterns for what a page inserts into a text.

Insertions are numbers of notes, addresses of links, and words for a lost picture. A pattern also
matches such numbers, addresses and brackets of the text itself, so a comparison leaves them out
on both sides.
"""

import re

_NUMBER = r"(?<!\w)\d{1,3}(?!\w)"
_ADDRESS = r"\((?=[^()]{0,300}[./@])(?:[^\s()]|\n|\([^\s()]*\)){3,400}\)"
_BRACKETS = r"\[(?:[^\[\]]|\[[^\[\]]*\]){0,400}\]"

# Each pattern matches more than the pattern before it.
INSERTIONS = (
    re.compile(_NUMBER),
    re.compile(f"{_NUMBER}|{_ADDRESS}"),
    re.compile(f"{_NUMBER}|{_ADDRESS}|{_BRACKETS}"),
)
