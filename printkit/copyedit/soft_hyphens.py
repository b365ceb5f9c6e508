"""Soft hyphens: takes a clean block, puts its words with soft hyphens into elements of their own.

WeasyPrint hyphenates by its dictionary only where a run of text has no soft hyphen. So a word
with soft hyphens gets an element of its own, and further soft hyphens at the places of the
dictionary. Headings lose their soft hyphens, because their words also stand in the outline. Owns
pyphen.
"""

from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from pyphen import Pyphen

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_MARKED_WORD = regex(rf"([^\s{_SOFT_HYPHEN}]*{_SOFT_HYPHEN}\S*)")
# As in styles/base/text.css: a word has six letters or more, with three on each side of a hyphen.
_LONG_WORD = regex(r"\w{6,}")
_LEAST_PART = 3
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def set_apart(block: Node, language: str | None) -> None:
    """Put each word with soft hyphens into an element of its own, if other words can be broken.

    Args:
        block: a block of the body; a heading loses its soft hyphens.
        language: the language of the article, a BCP 47 tag.
    """
    if _SOFT_HYPHEN not in tree.text(block):
        return
    for holder in [*block.iter()]:
        above = [holder, *tree.ancestors(holder)]
        if any(one.tag in _HEADINGS for one in above):
            _drop(holder)
        elif _needs_parting(holder):
            spoken = next((one.get("lang") for one in above if one.get("lang")), language)
            _set_words_apart(holder, spoken or "")


def _drop(heading: Node) -> None:
    heading.text = (heading.text or "").replace(_SOFT_HYPHEN, "") or None
    for child in heading:
        child.tail = (child.tail or "").replace(_SOFT_HYPHEN, "") or None


def _needs_parting(holder: Node) -> bool:
    said = " ".join(chain([holder.text or ""], (child.tail or "" for child in holder)))
    others = _MARKED_WORD.sub(" ", said)
    return _SOFT_HYPHEN in said and bool(_LONG_WORD.search(others))


def _set_words_apart(holder: Node, language: str) -> None:
    """Split the texts that stand in an element itself, and leave the elements in it as they are."""
    for part in tree.take_apart(holder):
        if not isinstance(part, str):
            tree.put(holder, part)
            continue
        for at, piece in enumerate(_MARKED_WORD.split(part)):
            tree.put(holder, tree.make("span", _hyphenated(piece, language)) if at % 2 else piece)


def _hyphenated(word: str, language: str) -> str:
    """Return a word with its soft hyphens, and with more at the places of the dictionary."""
    parts = word.split(_SOFT_HYPHEN)
    bare = "".join(parts)
    places = {*accumulate(map(len, parts))}
    if dictionary := _dictionary(language):
        for found in _LONG_WORD.finditer(bare):
            places |= {found.start() + place for place in dictionary.positions(found[0])}
    edges = [0, *sorted(places - {0, len(bare)}), len(bare)]
    return _SOFT_HYPHEN.join(bare[begin:end] for begin, end in pairwise(edges))


@lru_cache(maxsize=8)
def _dictionary(language: str) -> "Pyphen | None":
    import pyphen

    known = pyphen.language_fallback(language) if language else None
    return pyphen.Pyphen(lang=known, left=_LEAST_PART, right=_LEAST_PART) if known else None
