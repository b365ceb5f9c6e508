"""Tag texts: a line that a publishing system has written as HTML goes in, its words come out.

A line of a field has no markup. The words within known elements stay, powers and indices are
written with raised and lowered signs, and the reading of a Chinese character stands in brackets.
`a < b`, `<Name>`, a script, and a tag without its other half, as in `How to use <b>`, are no
elements, and stay as written. A tag that a line names stays, too, as in `The <br> and <hr> tags`:
`named_tags` has the rule.
"""

import re
from collections.abc import Iterator, Mapping

from printkit.readers.field_values import without_entities
from printkit.readers.named_tags import TAG, VOID, has_no_effect, is_named, names_tags
from printkit.text.patterns import regex

_INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp"
    " ruby rb small span strike strong sub sup time tt u var wbr"
)
_BLOCKS = (
    "address article aside blockquote br center dd div dl dt figcaption figure footer h1 h2 h3 h4"
    " h5 h6 header hr img li main nav ol p pre section table tbody td th thead tr ul"
)
_INLINE_NAMES, _BLOCK_NAMES = frozenset(_INLINE.split()), frozenset(_BLOCKS.split())
_COMMENT = regex(r"<!--.{0,2000}?-->", re.DOTALL)
_SCRIPT = regex(r"<(su[bp])(?:\s[^<>]{0,200})?>([^<>]{1,24})</\1>", re.IGNORECASE)
_BRACKET_OF_READING = regex(r"</?rp>[^<>]{0,4}(?:</rp>)?", re.IGNORECASE)
_READING = "rt"
_HREF = regex(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_SRC = regex(r"\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_ALT = regex(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_EMOJI = regex(r"\bclass\s*=\s*[\"'][^\"']{0,80}?(?:emoji|smiley)", re.IGNORECASE)
_DATETIME = regex(r"<time\s[^<>]{0,200}?\bdatetime\s*=\s*[\"']([^\"'<>]{4,40})", re.IGNORECASE)
_RAISED = str.maketrans("0123456789+-\u2212=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_HOLDING = ("rendered", "@value", "value", "raw")
_MOST_LINKS = 20
_LONGEST = 20_000  # characters of a line that may be HTML


def without_tags(text: str) -> str:
    """Return a line without its elements, and with their words; any other line as it is."""
    if "<" not in text or len(text) > _LONGEST:
        return text
    line = _SCRIPT.sub(_shifted, _COMMENT.sub("", text))
    line = _BRACKET_OF_READING.sub("", line) if "</ruby>" in line.lower() else line
    naming, halves = names_tags(line), frozenset(_half(tag) for tag in TAG.finditer(line))
    bare = TAG.sub(
        lambda tag: (
            tag[0] if has_no_effect(tag) or (naming and is_named(tag)) else _said(tag, halves)
        ),
        line,
    )
    return text if bare == text else " ".join(bare.split())


def moment_text(text: str) -> str:
    """Return the moment that a `time` element states for programs, or the words of a line."""
    found = _DATETIME.search(text) if "<" in text and len(text) <= _LONGEST else None
    return found[1].strip() if found else without_tags(text)


def linked_addresses(text: str) -> Iterator[str]:
    """Yield the address of each link and each picture in a line of HTML.

    A picture of an emoji is a word of the line, and has no address of its own.
    """
    for tag in TAG.finditer(text) if "<" in text and len(text) <= _LONGEST else ():
        name = tag[2].lower()
        sought = _HREF if name == "a" else _SRC if name == "img" else None
        found = sought.search(tag[3]) if sought else None
        if found and not (name == "img" and _EMOJI.search(tag[3])):
            yield without_entities("".join(filter(None, found.groups())))


def without_tags_within(value: object) -> tuple[object, list[str]]:
    """Return a value whose texts, also in lists, have no tags, and the addresses of its links.

    Args:
        value: of a field. An object that has fields of its own is read field by field later, so
            only an object that holds one text, such as `rendered`, is opened.
    """
    if isinstance(value, str):
        links = list(linked_addresses(value))[:_MOST_LINKS] if "<" in value else []
        return without_tags(value), links
    if isinstance(value, list | tuple):
        parts = [without_tags_within(one) for one in value]
        return [one for one, _ in parts], [link for _, links in parts for link in links]
    if isinstance(value, Mapping):
        held = {key: without_tags_within(value[key]) for key in _HOLDING if key in value}
        bare = {key: one for key, (one, _) in held.items()}
        return {**value, **bare}, [link for _, links in held.values() for link in links]
    return value, []


def _half(tag: re.Match[str]) -> str:
    return tag[1] + tag[2].lower()


def _said(tag: re.Match[str], halves: frozenset[str]) -> str:
    """Return the words that an element shows in a line; a tag that is no element is itself.

    Args:
        tag: the tag.
        halves: the names of all tags in the line, those of closing tags with a slash before.
    """
    name = tag[2].lower()
    if name == "img":
        alt = _ALT.search(tag[3]) if _EMOJI.search(tag[3]) else None
        return without_entities("".join(filter(None, alt.groups()))) if alt else " "
    if name == _READING:
        return ")" if tag[1] else "("
    if name not in VOID and ("" if tag[1] else "/") + name not in halves:
        return tag[0]
    return " " if name in _BLOCK_NAMES else "" if name in _INLINE_NAMES else tag[0]


def _shifted(script: re.Match[str]) -> str:
    """Return a power or an index; 10<sup>3</sup> without a sign would be the number 103."""
    raised, words = script[1].lower() == "sup", script[2].strip()
    table = _RAISED if raised else _LOWERED
    shifted = words.translate(table)
    if all(ord(one) in table for one in words):
        return shifted
    before = script.string[script.start() - 1 : script.start()]
    numeric = before.isdecimal() and any(one.isdecimal() for one in words)
    return f"{'^' if raised else '_'}{words}" if numeric else words
