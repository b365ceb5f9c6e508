"""Lines of authors: fields of a record go in, and come out with names in the place of a byline.

Many records have a whole byline as their author, such as “Von Ann Lee und Bo Ray, Reuters”. The
page prints “Von” itself, and the names are those of three authors.
"""

import re
from collections.abc import Iterator, Mapping

from printkit.text.patterns import regex
from printkit.wording.words import Words

_LONGEST = 500  # characters of a byline
_BETWEEN = regex(r"\s*(?:[,;]|(?<!\w)and(?!\w)|&)\s*")
# Family names may begin with one of these: “Von Bülow”, “Di Maio”.
_PARTICLES = frozenset(("von", "de", "di", "da", "le"))


def with_names_of_authors(fields: Mapping[str, object]) -> dict[str, object]:
    """Return fields whose authors are names, without the word for “by” in the record's language.

    Args:
        fields: of an article, by our names, before they are checked.
    """
    language, given = fields.get("language"), fields.get("authors")
    if not isinstance(language, str) or not given:
        return dict(fields)
    words = Words.of(language)
    if isinstance(given, str):
        return {**fields, "authors": _names_in(given, words)}
    if isinstance(given, list) and len(given) == 1 and isinstance(given[0], str):
        return {**fields, "authors": _names_in(given[0], words)}
    if isinstance(given, list):
        return {**fields, "authors": [_without_opening(one, words) for one in given]}
    return dict(fields)


def _names_in(text: str, words: Words) -> object:
    """Return the names of a byline; a text that is no such line as it is."""
    if len(text) > _LONGEST:
        return text
    opened = _after_opening(text, words)
    parted = [name for part in _BETWEEN.split(opened) for name in _split_names(part, words) if name]
    is_line = opened != text or len(parted) > len(list(filter(None, _BETWEEN.split(opened))))
    return parted if is_line and parted else text


def _without_opening(given: object, words: Words) -> object:
    if isinstance(given, str):
        return _after_opening(given, words)
    if isinstance(given, Mapping) and isinstance(name := given.get("name"), str):
        return {**given, "name": _after_opening(name, words)}
    return given


def _after_opening(text: str, words: Words) -> str:
    """Return a line of authors without the words before the names."""
    line = text.strip()[:_LONGEST]
    opened = words.opening("byline_openings").match(line)
    rest = text.strip()[opened.end() :] if opened else ""
    if not opened or not rest.strip(" ,;&"):
        return text
    if opened[0].strip().casefold() in _PARTICLES:
        first = _BETWEEN.split(rest[:_LONGEST])[0].split()
        if len(first) < 2 or first[0][0].islower():
            return text
    return rest


def _split_names(part: str, words: Words) -> Iterator[str]:
    """Yield the names on both sides of the word for “and”, as in “Ann Lee und Bo Ray”.

    A family name may hold such a word, as “Ortega y Gasset” does: each name must have two words.
    """
    joint = words.joints(("A", "B"))[1]
    sign = joint.strip()
    if not sign.isalpha() or joint == sign or not joint.endswith(" "):
        yield part
        return
    at = 0
    for found in re.finditer(rf"(?<=\s){re.escape(sign)}(?=\s)", part, re.IGNORECASE):
        name, rest = part[at : found.start()].strip(), part[found.end() :].strip()
        if len(name.split()) > 1 and len(rest.split()) > 1:
            yield name
            at = found.end()
    yield part[at:].strip()
