"""Scan a style sheet for the files that it asks for, and the custom properties of its rules.

Takes the text of a style sheet, gives addresses and property names, each with its line.
WeasyPrint warns of an address that it could not load, but does not say in which style sheet and
line the address stands; this scan says both.
"""

import re
from typing import NamedTuple

# Comments, strings and @namespace rules may contain text that looks like an address or a property,
# so the pattern tries them first.
_PART = re.compile(
    r"""
    /\*.*?\*/
    | @namespace[^;]*;
    | @import\s+(?P<quote>["'])(?P<imported>.*?)(?P=quote)
    | url\(\s*(?P<mark>["']?)(?P<address>.*?)(?P=mark)\s*\)
    | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*'
    | var\(\s*(?P<used>--[\w-]+)
    | (?<![\w.\#-])(?P<set>--[\w-]+)(?=\s*:)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


class Mention(NamedTuple):
    """An address or a property's name, as it is written, and its line counted from 1."""

    line: int
    text: str


class ScannedSheet(NamedTuple):
    """The addresses and custom properties of a style sheet, in the order of its text.

    Attributes:
        addresses: of imports, fonts and pictures.
        set_properties: the custom properties that the style sheet sets.
        used_properties: the custom properties that the style sheet reads with `var()`.
    """

    addresses: tuple[Mention, ...]
    set_properties: tuple[Mention, ...]
    used_properties: tuple[Mention, ...]


def scan(text: str) -> ScannedSheet:
    """Scan the text of a style sheet."""
    mentions: dict[str, list[Mention]] = {"address": [], "set": [], "used": []}
    for part in _PART.finditer(text):
        kind = "address" if part.lastgroup == "imported" else part.lastgroup
        written = part["imported"] or part["address"] or part["set"] or part["used"]
        # `url(#name)` means a place in the document itself.
        if kind in mentions and written and not written.startswith("#"):
            mentions[kind].append(Mention(text.count("\n", 0, part.start()) + 1, written))
    return ScannedSheet(*(tuple(mentions[kind]) for kind in ("address", "set", "used")))
