"""Labels of credits: the words of a credit go in, the label and the name come out.

A label such as `Photo:` or `Photo by` stands before the name, and a sign or its own form parts
the label from the name. `Science Photo Library` and `Foto Ketterer` are names as a whole.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from printkit.copyedit import tree
from printkit.text.patterns import regex
from printkit.wording.words import in_all_languages, phrase_opening

# A kind of picture; `PHOTOGRAPH` and `BY` are parts of larger patterns, too.
_CREDIT = (
    r"(?:(?:photo|image|picture|media|art)\s+credits?|foto\s*credits?"
    r"|cr[ée]dits?\s+(?:photos?|images?))"
)
PHOTOGRAPH = (
    rf"(?:{_CREDIT}|(?:all\s+)?photo(?:graph|graphy|graphe)?s?|pictures?|images?|fotos?|bild"
    r"|fotograf[ií]a|imagen|cr[ée]dits?|cr[ée]ditos?|photographer|fotograf|fotografo)"
)
BY = r"(?:photo(?:graph|s|graphs|graphy)?|pictures?|images?)\s+(?:by|courtesy\s+of)"
_MAKER = r"(?:author|auteur|autore?|автор)"
# `By` is a label before a name only: “By & Havn” is an agency.
_BY_NAME = r"by\s+(?-i:(?=[^\W\d_a-zß-öø-ÿ]))"
_LEAD_IN = regex(
    rf"[(\[（]?\s*(?:(?:{PHOTOGRAPH}|{_MAKER})\s*(?:[:：=＝…]|\.{{2,3}})\s*"
    rf"|{BY}\s*[:：]?\s+|{_CREDIT}\s+|{_BY_NAME}){{1,3}}",
    re.IGNORECASE,
)
_ALONE = regex(rf"[(\[]?\s*(?:{PHOTOGRAPH}|{BY}|by)", re.IGNORECASE)
_BRACKETS = (("(", ")"), ("（", "）"), ("[", "]"), ("［", "］"), ("【", "】"), ("〔", "〕"))
_EDGES = " \t\r\n|·•–—/"


class CutCredit(NamedTuple):
    """A credit that was cut out of a caption.

    Attributes:
        name: who is credited; empty if there is only a label.
        label: the words before the name that are not printed; may be empty.
    """

    name: str
    label: str = ""


def part_label(parts: Iterable[str]) -> CutCredit:
    """Return the label at the beginning of a credit, and the name behind the label.

    Args:
        parts: the text of each element and between elements. A first part that is nothing but
            `Photo` is a label without a sign, too.
    """
    said = [folded for folded in map(tree.fold_space, parts) if folded]
    alone = list(takewhile(_ALONE.fullmatch, said))
    rest = " ".join(said[len(alone) :])
    found = _LEAD_IN.match(rest)
    end = found.end() if found else 0
    return CutCredit(tidy_name(rest[end:]), " ".join((*alone, rest[:end])).strip())


@lru_cache(maxsize=1)
def labels_of_all() -> str:
    """Return a pattern for the labels of all languages that end with a sign, as `Фото:` does."""
    return phrase_opening(_labels()).pattern


def begins_with_label(said: str) -> bool:
    """Tell whether words begin with a label, but for one such as `Source:`.

    The source of an article may stand behind a picture, too.
    """
    sources = {f"{word}:" for word in in_all_languages("source")}
    own = tuple(one for one in _labels() if one not in sources)
    return phrase_opening(own).match(said.lstrip("([（［【 ")) is not None


@lru_cache(maxsize=1)
def _labels() -> tuple[str, ...]:
    found = in_all_languages("credit_openings")
    return tuple(one for one in found if not one[-1].isalnum())


def tidy_name(name: str) -> str:
    """Return a name without the brackets and the separators around the name."""
    name = tree.fold_space(name).strip(_EDGES)
    for opens, closes in _BRACKETS:
        bare = name.rstrip(" .。\xa0")
        if bare.endswith(closes) and (opens not in name or name.startswith(opens)):
            name = bare
        if name.startswith(opens) and name.endswith(closes):
            name = name[1:-1].strip()
        if name.endswith(closes) and opens not in name:
            name = name[:-1].strip()
    return name
