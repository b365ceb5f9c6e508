"""Limits of a body: a body goes in, a RefusedError comes out if the work would take too long.

Each limit is checked before the work whose time it bounds.
"""

import re
from collections.abc import Iterable

from printkit.copyedit.vocabulary import ALIENS, VOID, names
from printkit.errors import RefusedError
from printkit.text.patterns import regex

# Of 84 hostile bodies that were tried with WeasyPrint 70.0, within the limits of characters,
# elements, depth and spans, all took 4 seconds at most, except 15 seconds for 20,000 links. So
# links have a lower limit.
CHARACTERS = 2_000_000
ELEMENTS = 20_000
DEPTH = 100
NESTING = 110
"""The most levels that markdown-it reads: more than DEPTH, so that a body of more than DEPTH levels
is noticed, and few enough for Python's stack."""
BRACKETS = 1_000
LINKS = 5_000
PICTURES = 500
FORMULAS = 5_000
SPAN = 1_000
NUMBER = 999_999

# The time of the HTML parser grows with the square of the open elements, and of the attributes
# on one tag. And the parser opens unclosed formatting elements again in every block.
_TAGS = 100_000
_OPEN = 1_000
_REOPENED = 400_000
_ATTRIBUTES = 40_000

_TAG = regex(r"<(/?)([a-zA-Z][^\s/>]*)")
_REST = regex(r"[^<>]*")
_LONG_TAG = regex(r"<[a-zA-Z][^<>]{60000,}")
# The parser closes these elements even without an end tag, so they do not nest.
_CLOSED_BY_OTHERS = names(
    "p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp a"
)
_FORMATTING = names("b big code em font i nobr s small strike strong tt u")


def check_characters(text: str, where: str) -> None:
    """Refuse a body that has too many characters.

    Raises:
        RefusedError: the body has more than CHARACTERS characters.
    """
    if len(text) > CHARACTERS:
        raise _refusal("characters", len(text), CHARACTERS, where)


def check_brackets(text: str, where: str) -> None:
    """Refuse Markdown with too many open brackets: markdown-it looks for the end of each.

    Raises:
        RefusedError: more than BRACKETS brackets are open at once.
    """
    unclosed = most = 0
    for bracket in re.findall(r"[][]", text):
        unclosed = unclosed + 1 if bracket == "[" else max(0, unclosed - 1)
        most = max(most, unclosed)
    if most > BRACKETS:
        raise _refusal("brackets open at once", most, BRACKETS, where)


def check_nesting(found: int, where: str) -> None:
    """Refuse Markdown nested so deep that markdown-it left deeper text out.

    Raises:
        RefusedError: the text is nested NESTING elements deep, or deeper.
    """
    if found >= NESTING:
        told = f"body has {found:,} or more elements inside each other"
        told += f"; printkit prints at most {DEPTH:,}"
        raise RefusedError(told, where=where, remedy=_REMEDY)


def check_source(source: str, where: str) -> None:
    """Refuse raw HTML that would keep the parser busy for seconds.

    Raises:
        RefusedError: the HTML has too many characters, tags or open elements, or too many
            attributes on one tag.
    """
    check_characters(source, where)
    for tag in _LONG_TAG.findall(source):
        if (found := len(re.findall(r"[\s/\"']", tag))) > _ATTRIBUTES:
            raise _refusal("attributes on one tag", found, _ATTRIBUTES, where)
    if (tags := len(_TAG.findall(source))) > _TAGS:
        raise _refusal("elements", tags, ELEMENTS, where)
    depth = deepest = formatting = reopened = 0
    for tag in _TAG.finditer(source):
        name, step = tag[2].lower(), -1 if tag[1] else 1
        if name in ALIENS and _REST.match(source, tag.end())[0].endswith("/"):  # type: ignore[index]
            continue  # `renaming` closes such an element: a map has thousands of `<path/>`
        if name in _FORMATTING:
            formatting = max(0, formatting + step)
        if name not in VOID and name not in _CLOSED_BY_OTHERS:
            depth = max(0, depth + step)
            deepest = max(deepest, depth)
        reopened += formatting
    if deepest > _OPEN:
        raise _refusal("elements inside each other", deepest, DEPTH, where)
    if reopened > _REOPENED:
        raise _refusal("elements", reopened, ELEMENTS, where)


def check_markup(markup: str, where: str) -> None:
    """Refuse a body that is over a limit after its repair, when every element has its end tag.

    Raises:
        RefusedError: the HTML has too many elements, links or pictures, or is nested too deep.
    """
    depth = deepest = 0
    counts: dict[str, int] = {}
    for tag in _TAG.finditer(markup):
        if tag[1]:
            depth -= 1
            continue
        counts[tag[2]] = counts.get(tag[2], 0) + 1
        if tag[2] not in VOID:
            depth += 1
            deepest = max(deepest, depth)
    _check(
        where,
        ("elements inside each other", deepest, DEPTH),
        ("elements", sum(counts.values()), ELEMENTS),
        ("links", counts.get("a", 0), LINKS),
        ("pictures", counts.get("img", 0), PICTURES),
    )


def check_formulas(found: int, where: str) -> None:
    """Refuse a body with more formulas than can be read in a few seconds.

    Raises:
        RefusedError: the body has more than FORMULAS formulas.
    """
    _check(where, ("formulas", found, FORMULAS))


def check_pictures(found: int, where: str) -> None:
    """Refuse a body whose other elements show so many pictures that these are over the limit.

    Raises:
        RefusedError: the body has more than PICTURES pictures.
    """
    _check(where, ("pictures", found, PICTURES))


def check_elements(found: int, where: str) -> None:
    """Refuse a body that has grown over the limit while its lists and tables were repaired.

    Raises:
        RefusedError: the body has more than ELEMENTS elements.
    """
    _check(where, ("elements", found, ELEMENTS))


def _check(where: str, *counts: tuple[str, int, int]) -> None:
    over = [count for count in counts if count[1] > count[2]]
    if over:
        raise RefusedError(*_sentences(over), where=where, remedy=_REMEDY)


def _refusal(what: str, found: int, limit: int, where: str) -> RefusedError:
    return RefusedError(*_sentences([(what, found, limit)]), where=where, remedy=_REMEDY)


def _sentences(counts: Iterable[tuple[str, int, int]]) -> list[str]:
    return [
        f"body has {found:,} {what}; printkit prints at most {limit:,}"
        for what, found, limit in counts
    ]


_REMEDY = "Split the article, or remove everything that is not part of the text."
