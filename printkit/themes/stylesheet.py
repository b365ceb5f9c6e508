"""Scan a style sheet for the files that it asks for, and for its declarations; owns tinycss2.

Takes the text of a style sheet, gives addresses and declarations, each with its line. WeasyPrint
warns of an address that it could not load, but does not say in which style sheet and line the
address stands; this scan says both. WeasyPrint reads style sheets with tinycss2 too, so the scan
understands each comment and each escape as WeasyPrint does.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any, NamedTuple

import tinycss2

from printkit.themes.import_conditions import is_for_print

_BETWEEN = ("whitespace", "comment")


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
    used: tuple[Mention, ...]
    family: str
    addresses: tuple[Mention, ...]
    places: tuple[tuple[int, int], ...]


class ScannedSheet(NamedTuple):
    """The addresses and declarations of a style sheet.

    Attributes:
        imports: the addresses of other style sheets.
        idle_imports: the addresses of imports that are not for print, such as `"a.css" screen`.
        late_imports: the addresses of imports that CSS ignores, because another rule begins before
            them.
        addresses: the addresses of fonts and pictures.
        declarations: all declarations that stand in braces.
    """

    imports: tuple[Mention, ...]
    idle_imports: tuple[Mention, ...]
    late_imports: tuple[Mention, ...]
    addresses: tuple[Mention, ...]
    declarations: tuple[Declaration, ...]

    @property
    def set_properties(self) -> tuple[Mention, ...]:
        """Return the custom properties that the style sheet sets."""
        mentions = (Mention(one.line, one.name) for one in self.declarations)
        return tuple(one for one in mentions if one.text.startswith("--"))

    @property
    def used_properties(self) -> tuple[Mention, ...]:
        """Return the custom properties that the style sheet reads."""
        return tuple(one for declaration in self.declarations for one in declaration.used)


def scan(text: str) -> ScannedSheet:
    """Scan the text of a style sheet."""
    imports: list[Mention] = []
    idle: list[Mention] = []
    late: list[Mention] = []
    addresses: list[Mention] = []
    declarations: list[Declaration] = []
    begun = False
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        keyword = getattr(rule, "lower_at_keyword", "")
        if rule.type == "error" or keyword == "namespace":
            continue
        # Without a semicolon a rule has no end, and the next import becomes a part of it.
        late += _imports_within(rule.prelude)
        if keyword == "import":
            # The conditions of an import follow its address.
            conditions = list(_significant(rule.prelude))[1:]
            in_time = imports if is_for_print(conditions) else idle
            (late if begun else in_time).extend(_imported(rule.prelude))
            continue
        begun = begun or rule.content is not None
        for content in _contents(rule.content or ()):
            late += _imports_within(content)
            addresses += _find_urls(content)
            declarations += _declarations(content)
    return ScannedSheet(
        tuple(imports), tuple(idle), tuple(late), tuple(addresses), tuple(declarations)
    )


def split_value(text: str) -> tuple[str, ...]:
    """Return the words and signs of a value, without spaces and comments."""
    return _words(tinycss2.parse_component_value_list(text))


def find_nesting(text: str, most: int) -> int:
    """Return the line of the first bracket within more than `most` brackets; 0 if none is."""
    waiting = [(0, node) for node in tinycss2.parse_component_value_list(text)]
    while waiting:
        depth, node = waiting.pop()
        if depth > most:
            line: int = node.source_line
            return line
        waiting += ((depth + 1, one) for one in _inner(node))
    return 0


def _imported(nodes: Sequence[Any]) -> list[Mention]:
    """Return the address that an import begins with, if there is an address."""
    return (_leading_string(nodes) or _find_urls(nodes))[:1]


def _imports_within(nodes: Sequence[Any]) -> Iterator[Mention]:
    """Yield the addresses of imports that stand within another rule."""
    for index, node in enumerate(nodes):
        if node.type == "at-keyword" and node.lower_value == "import":
            yield from _imported(nodes[index + 1 :])


def _contents(content: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield the content of a rule, and the content of each pair of braces in this content."""
    waiting = [list(content)]
    while waiting:
        nodes = waiting.pop(0)
        yield nodes
        waiting += [one.content for one in _walk(nodes) if one.type == "{} block"]


def _walk(nodes: Iterable[Any]) -> Iterator[Any]:
    """Yield nodes and all nodes in their brackets, but not the nodes in braces."""
    waiting = [iter(nodes)]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            continue
        yield node
        if node.type != "{} block":
            waiting.append(iter(_inner(node)))


def _inner(node: Any) -> list[Any]:
    """Return the nodes in the brackets of a node."""
    inner: list[Any] = getattr(node, "arguments", None) or getattr(node, "content", [])
    return inner


def _find_urls(nodes: Iterable[Any]) -> list[Mention]:
    """Return the addresses in `url()`; but `url(#name)` means a place in the document itself."""
    found = []
    for node in _walk(nodes):
        if node.type == "url":
            found.append(Mention(node.source_line, node.value))
        elif node.type == "function" and node.lower_name == "url":
            found += _leading_string(node.arguments)
    return [one for one in found if one.text and not one.text.startswith("#")]


def _leading_string(nodes: Iterable[Any]) -> list[Mention]:
    """Return the string that the nodes begin with, if there is such a string."""
    leading = list(_significant(nodes))[:1]
    return [Mention(one.source_line, one.value) for one in leading if one.type == "string"]


def _declarations(content: Iterable[Any]) -> Iterator[Declaration]:
    part: list[Any] = []
    for node in content:
        part.append(node)
        # A rule within a rule ends with its braces.
        if node.type == "{} block" or node == ";":
            yield from _declaration(part)
            part = []
    yield from _declaration(part)


def _declaration(part: Iterable[Any]) -> Iterator[Declaration]:
    """Yield the declaration that the nodes up to a semicolon make, if they make one."""
    name, colon, *value = (*_significant(part), None, None)
    if name is None or name.type != "ident" or colon != ":":
        return
    value = [one for one in value if one is not None and one != ";"]
    functions = [one for one in _walk(value) if one.type == "function"]
    yield Declaration(
        name.source_line,
        name.value,
        _words(value),
        tuple(one for function in functions for one in _used(function)),
        _first_family(value),
        tuple(_find_urls(value)),
        tuple((one.source_line, one.source_column) for one in (name, *value[:1], *functions)),
    )


def _first_family(value: Iterable[Any]) -> str:
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


def _used(function: Any) -> Iterator[Mention]:
    for first in list(_significant(function.arguments))[:1]:
        if function.lower_name == "var" and first.type == "ident":
            yield Mention(first.source_line, first.value)


def _significant(nodes: Iterable[Any]) -> Iterator[Any]:
    return (node for node in nodes if node.type not in _BETWEEN)


def _words(nodes: Iterable[Any]) -> tuple[str, ...]:
    return tuple(
        node.name if node.type == "function" else node.serialize()
        for node in _significant(_walk(nodes))
        if not node.type.endswith(" block")
    )
