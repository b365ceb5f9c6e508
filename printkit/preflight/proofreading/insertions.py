"""Patterns for the insertions of a page: words that the page has and the record has not.

Insertions are numbers of notes, addresses of links, and words for a lost picture. The patterns also
match numbers, addresses and brackets of the text itself. So a comparison removes all matches from
the record's text and from the page's text.
"""

from printkit.text.patterns import regex

_NUMBER = r"(?<!\w)\d{1,3}(?!\w)"
_ADDRESS = r"\((?=[^()]{0,300}[./@])(?:[^\s()]|\n|\([^\s()]*\)){3,400}\)"
_BRACKETS = r"\[(?:[^\[\]]|\[[^\[\]]*\]){0,400}\]"

# Each pattern matches more than the pattern before it.
INSERTIONS = (
    regex(_NUMBER),
    regex(f"{_NUMBER}|{_ADDRESS}"),
    regex(f"{_NUMBER}|{_ADDRESS}|{_BRACKETS}"),
)
