"""Limits of a body: a body goes in, a RefusedError comes out if the work would take too long.

Each limit is checked before the work whose time it bounds.
"""

import re

from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import ALIENS, VOID, names
from printkit.edition.limits import Limits, counted
from printkit.errors import RefusedError
from printkit.text.patterns import regex

# By the default limits WeasyPrint 70.0 takes about 20 seconds of a processor at most, as computed
# from smaller bodies: plain text, other scripts, paragraphs, rows, links and formulas.
SPAN = 1_000  # columns, as in HTML itself
NUMBER = 999_999
_DEEPER = 10

# Repair removes tags, and closes elements that were left open. So a source may have more tags and
# more open elements than the repaired body: so many times the limit of elements, or of depth. The
# time of the HTML parser grows with the square of the open elements, and of the attributes on one
# tag. And the parser opens unclosed formatting elements again in every block.
_TAGS, _REOPENED, _OPEN = 5, 20, 10

# The press takes about twice as long for a letter of a script such as Arabic or Chinese, and for a
# letter of a word that has to be broken.
_SLOW = regex("[\u0590-\u1fff\u2c00-\U0010ffff]+|[^\\s\u0590-\U0010ffff]{1001,}")

# A letter from right to left, before a letter or a number from left to right. Each part of a line
# that has a direction of its own is laid out, drawn and read back for itself, and takes the press
# as long as some letters.
_FROM_RIGHT = "[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff]"
_TURN = regex(rf"{_FROM_RIGHT}\W*+(?!{_FROM_RIGHT})\w")
_LETTERS_PER_TURN = 2 * 8  # the direction turns back later

_TAG = regex(r"<(/?)([a-zA-Z][^\s/>]*)")
_REST = regex(r"[^<>]*")
_LONG_TAG = regex(r"<[a-zA-Z][^<>]{60000,}")
# A quotation mark begins a value only behind the sign, and is a letter of a name elsewhere.
_QUOTED = regex(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
# The parser closes these elements even without an end tag, so they do not nest.
_CLOSED_BY_OTHERS = names(
    "p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rt rp a"
)
_FORMATTING = names("b big code em font i nobr s small strike strong tt u")


def check_characters(text: str, where: str, limits: Limits) -> None:
    """Refuse a body that has too many characters.

    Raises:
        RefusedError: the body has more than `limits.characters` characters.
    """
    _check(where, limits, characters=len(text))


def check_brackets(text: str, where: str, limits: Limits) -> None:
    """Refuse Markdown with too many open brackets: markdown-it looks for the end of each.

    Raises:
        RefusedError: more than `limits.brackets` brackets are open at once.
    """
    unclosed = most = 0
    for bracket in re.findall(r"[][]", text):
        unclosed = unclosed + 1 if bracket == "[" else max(0, unclosed - 1)
        most = max(most, unclosed)
    _check(where, limits, brackets=most)


def nesting(limits: Limits) -> int:
    """Return the most levels that markdown-it reads.

    The number is above `limits.depth`, so that a body of more levels is noticed, and low enough for
    Python's stack.
    """
    return limits.depth + _DEEPER


def check_nesting(found: int, where: str, limits: Limits) -> None:
    """Refuse Markdown nested so deep that markdown-it left deeper text out.

    Raises:
        RefusedError: the text is nested as deep as markdown-it reads.
    """
    if found >= nesting(limits):
        told = f"body has {found:,} or more elements inside each other"
        told += f"; printkit prints at most {limits.told('depth')}"
        raise RefusedError(told, where=where, remedy=_REMEDY)


def check_source(source: str, where: str, limits: Limits) -> None:
    """Refuse raw HTML that would keep the parser busy for seconds.

    Raises:
        RefusedError: the HTML has too many characters, tags or open elements, or too many
            attributes on one tag.
    """
    check_characters(source, where, limits)
    for tag in _LONG_TAG.findall(source):
        _check(where, limits, attributes=_most_attributes(tag))
    _check(where, limits, _TAGS, elements=len(_TAG.findall(source)))
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
    _check(where, limits, _OPEN, depth=deepest)
    _check(where, limits, _REOPENED, elements=reopened)


def check_markup(markup: str, where: str, limits: Limits) -> None:
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
        limits,
        depth=deepest,
        elements=sum(counts.values()) + counts.get("li", 0),
        links=counts.get("a", 0),
        pictures=counts.get("img", 0),
    )


def check_formulas(found: int, where: str, limits: Limits) -> None:
    """Refuse a body with more formulas than can be read in a few seconds.

    Raises:
        RefusedError: the body has more than `limits.formulas` formulas.
    """
    _check(where, limits, formulas=found)


def check_pictures(found: int, where: str, limits: Limits) -> None:
    """Refuse a body whose other elements show so many pictures that these are over the limit.

    Raises:
        RefusedError: the body has more than `limits.pictures` pictures.
    """
    _check(where, limits, pictures=found)


def check_letters(body: Node, where: str, limits: Limits) -> None:
    """Refuse a body whose text would take the press too long.

    Raises:
        RefusedError: the body has more than `limits.letters` letters.
    """
    text = " ".join(map(str, body.itertext()))
    slow = sum(len(part) for part in _SLOW.findall(text))
    turning = _LETTERS_PER_TURN * len(_TURN.findall(text))
    _check(where, limits, letters=len(text.replace(" ", "")) + slow + turning)


def check_elements(body: Node, where: str, limits: Limits) -> None:
    """Refuse a body that has grown over the limit while its lists and tables were repaired.

    An item of a list counts twice: the press places its text and its mark.

    Raises:
        RefusedError: the body has more than `limits.elements` elements.
    """
    found = [one.tag for one in body.iterdescendants()]
    _check(where, limits, elements=len(found) + found.count("li"))


def _most_attributes(tag: str) -> int:
    """Return how many attributes a tag has at most; blanks in a quoted value part none."""
    rest, quoted = _QUOTED.subn("", tag)
    return quoted + len(re.findall(r"[\s/\"']", rest))


def _check(where: str, limits: Limits, times: int = 1, **found: int) -> None:
    """Refuse a body of which a number is over so many times its limit."""
    problems = [
        f"body has {counted(name, number)}; printkit prints at most {limits.told(name)}"
        for name, number in found.items()
        if number > times * getattr(limits, name)
    ]
    if problems:
        raise RefusedError(*problems, where=where, remedy=_REMEDY)


_REMEDY = "Split the article, or remove everything that is not part of the text."
