"""Reading time: takes a text, gives the minutes that it takes to read."""

from printkit.text.patterns import regex

# Letters and ideographs read in a minute, as the International Reading Speed Texts found them.
_LETTERS, _IDEOGRAPHS = 1000, 300
_IDEOGRAPH = regex("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def minutes_to_read(text: str) -> int:
    """Return the minutes that a text takes to read; at least 1."""
    ideographs = len(_IDEOGRAPH.findall(text))
    others = sum(map(str.isalnum, text)) - ideographs
    return max(1, round(ideographs / _IDEOGRAPHS + others / _LETTERS))
