"""The declarations in the braces of a style sheet: takes CSS nodes, gives each declaration.

The nodes are the nodes of tinycss2.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Node

_BETWEEN = ("whitespace", "comment")
# A token that printkit leaves out gets a name that begins so: `--·r` in the place of `--qr`.
LEFT_OUT = "--·"


class Mention(NamedTuple):
    """An address or a property's name, as CSS understands it, and its line counted from 1."""

    line: int
    text: str


class Declaration(NamedTuple):
    """A property that a rule sets.

    Attributes:
        line: the line of the name, counted from 1.
        name: the name of the property.
        value: the words and signs of the value, without spaces and comments.
        text: the value as CSS writes the value, without comments.
        selector: the selector of the rule, or the name of an at-rule; empty if unknown.
        used: the custom properties that the value reads with `var()`.
        family: the first font family of the value, as in `700 9pt "Ours", serif`; the name of a
            custom property that stands in its place; else empty.
        addresses: the addresses in the value: of a font in `src`, else of pictures.
        places: line and column of the name, of the value and of each function in the value:
            a message of WeasyPrint names one of these places.
    """

    line: int
    name: str
    value: tuple[str, ...]
    text: str
    selector: str
    used: tuple[Mention, ...]
    family: str
    addresses: tuple[Mention, ...]
    places: tuple[tuple[int, int], ...]


def declarations_in(content: Iterable[Node], selector: str = "") -> Iterator[Declaration]:
    """Yield the declarations in a pair of braces, but not the declarations in braces within.

    Args:
        content: the nodes in the braces.
        selector: the words before the braces.
    """
    part: list[Node] = []
    for node in content:
        part.append(node)
        # A rule within a rule ends with its braces.
        if node.type == "{} block" or node == ";":
            yield from _declaration(part, selector)
            part = []
    yield from _declaration(part, selector)


def _declaration(part: Sequence[Node], selector: str) -> Iterator[Declaration]:
    """Yield the declaration that the nodes up to a semicolon make, if they make one."""
    name, colon, *value = (*significant(part), None, None)
    if name is None or name.type != "ident" or colon != ":":
        return
    value = [one for one in value if one is not None and one != ";"]
    functions = [one for one in walk(value) if one.type == "function"]
    yield Declaration(
        name.source_line,
        name.value,
        words_of(value),
        _value_text(part),
        selector,
        tuple(one for function in functions for one in _used(function)),
        _first_family(value),
        tuple(find_urls(value)),
        tuple((one.source_line, one.source_column) for one in (name, *value[:1], *functions)),
    )


def _value_text(part: Sequence[Node]) -> str:
    """Return the text behind the first colon, with one space for each gap and each comment."""
    behind = [one for one in part[[*part].index(":") + 1 :] if one != ";"]
    # tinycss2 puts an empty comment between two words that would be one word without a gap.
    return " ".join(tinycss2.serialize(behind).replace("/**/", " ").split())


def _first_family(value: Iterable[Node]) -> str:
    """Return the string, the words or the custom property that stand before the first comma."""
    words: list[str] = []
    for node in reversed([*takewhile(lambda one: one not in (",", "!"), value)]):
        if node.type == "ident":
            words.insert(0, node.value)
        elif node.type == "string" and not words:
            return str(node.value)
        elif node.type == "function" and not words:
            return next((one.text for one in _used(node)), "")
        elif node.type not in _BETWEEN:
            break
    return " ".join(words)


def _used(function: Node) -> Iterator[Mention]:
    for first in list(significant(function.arguments))[:1]:
        if function.lower_name == "var" and first.type == "ident":
            yield Mention(first.source_line, first.value)


def significant(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes without spaces and comments."""
    return (node for node in nodes if node.type not in _BETWEEN)


def words_of(nodes: Iterable[Node]) -> tuple[str, ...]:
    """Return the words and signs of nodes, without spaces and comments."""
    return tuple(
        node.name if node.type == "function" else node.serialize()
        for node in significant(walk(nodes))
        if not node.type.endswith(" block")
    )


def find_urls(nodes: Iterable[Node]) -> list[Mention]:
    """Return the addresses in `url()`; but `url(#name)` means a place in the document itself."""
    found = []
    for node in walk(nodes):
        if node.type == "url":
            found.append(Mention(node.source_line, node.value))
        elif node.type == "function" and node.lower_name == "url":
            found += leading_string(node.arguments)
    return [one for one in found if one.text and not one.text.startswith("#")]


def leading_string(nodes: Iterable[Node]) -> list[Mention]:
    """Return the string that the nodes begin with, if there is such a string."""
    leading = list(significant(nodes))[:1]
    return [Mention(one.source_line, one.value) for one in leading if one.type == "string"]


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes and all nodes in their brackets, but not the nodes in braces."""
    waiting = [iter(nodes)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            continue
        yield node
        if node.type != "{} block":
            waiting.append(iter(inner_nodes(node)))


def inner_nodes(node: Node) -> list[Node]:
    """Return the nodes in the brackets of a node."""
    inner: list[Node] = getattr(node, "arguments", None) or getattr(node, "content", [])
    return inner
