"""Labels of dates: a line of a record goes in; whether the line has a label of its own comes out.

A date that cannot be read is printed as written, and many such lines begin with “Published:” or
with “Mis à jour le” already.
"""

from functools import cache

from printkit.wording.words import WORDS, read_words

_KEYS = ("published", "updated", "posted")
_BARE = (":", "date:", "last updated", "last modified", "modified", "first published")


def has_date_label(line: str) -> bool:
    """Tell whether a line begins with the label of a date in any language that printkit knows."""
    folded = " ".join(line.casefold().split())
    return any(_begins(folded, label) for label in (*_labels(), *_BARE))


def _begins(line: str, label: str) -> bool:
    rest = line[len(label) :]
    whole = not label[-1:].isalpha() or not label.isascii() or not rest[:1].isalpha()
    return line.startswith(label) and whole


@cache
def _labels() -> frozenset[str]:
    texts = (read_words(path.stem).texts for path in WORDS.glob("*.toml"))
    labels = (words[key].removesuffix("{date}").casefold() for words in texts for key in _KEYS)
    bare = {" ".join(one.split()).rstrip(" :：") for one in labels}
    return frozenset({*bare, *(one.removesuffix(" on") for one in bare)} - {""})
