"""Scan a style sheet for the files that it asks for, and for its declarations; owns tinycss2.

Takes the text of a style sheet, gives addresses and declarations, each with its line. WeasyPrint
warns of an address that it could not load, but does not say in which style sheet and line the
address stands; this scan says both. WeasyPrint reads style sheets with tinycss2 too, so the scan
understands each comment and each escape as WeasyPrint does.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import tinycss2

from printkit.themes.declarations import (
    Declaration,
    Mention,
    declarations_in,
    find_urls,
    inner_nodes,
    leading_string,
    significant,
    walk,
    words_of,
)
from printkit.themes.import_conditions import is_for_print


class ScannedSheet(NamedTuple):
    """The addresses and declarations of a style sheet.

    Attributes:
        imports: the addresses of other style sheets.
        idle_imports: the addresses of imports that are not for print, such as `"a.css" screen`.
        late_imports: the addresses of imports that CSS ignores, because another rule begins before
            them.
        unended_imports: the addresses of imports that CSS ignores, because a semicolon is missing
            behind them.
        addresses: the addresses of fonts and pictures.
        declarations: all declarations that stand in braces.
    """

    imports: tuple[Mention, ...]
    idle_imports: tuple[Mention, ...]
    late_imports: tuple[Mention, ...]
    unended_imports: tuple[Mention, ...]
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
    unended: list[Mention] = []
    addresses: list[Mention] = []
    declarations: list[Declaration] = []
    begun = False
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        keyword = getattr(rule, "lower_at_keyword", "")
        if rule.type == "error" or keyword == "namespace":
            continue
        # Without a semicolon a rule has no end, and the next import becomes a part of it.
        late += _imports_within(rule.prelude)
        if keyword == "import" and rule.content is not None:
            # Without a semicolon an import takes the next rule in.
            unended += _imported(rule.prelude)
            continue
        if keyword == "import":
            # The conditions of an import follow its address.
            conditions = list(significant(rule.prelude))[1:]
            in_time = imports if is_for_print(conditions) else idle
            (late if begun else in_time).extend(_imported(rule.prelude))
            continue
        begun = begun or rule.content is not None
        for selector, content in _contents(rule):
            late += _imports_within(content)
            addresses += find_urls(content)
            declarations += declarations_in(content, selector)
    return ScannedSheet(
        tuple(imports),
        tuple(idle),
        tuple(late),
        tuple(unended),
        tuple(addresses),
        tuple(declarations),
    )


def split_value(text: str) -> tuple[str, ...]:
    """Return the words and signs of a value, without spaces and comments."""
    return words_of(tinycss2.parse_component_value_list(text))


def find_nesting(text: str, most: int) -> int:
    """Return the line of the first bracket within more than `most` brackets; 0 if none is."""
    waiting = [(0, node) for node in tinycss2.parse_component_value_list(text)]
    while waiting:
        depth, node = waiting.pop()
        if depth > most:
            line: int = node.source_line
            return line
        waiting += ((depth + 1, one) for one in inner_nodes(node))
    return 0


def _imported(nodes: Sequence[Any]) -> list[Mention]:
    """Return the address that an import begins with, if there is an address."""
    return (leading_string(nodes) or find_urls(nodes))[:1]


def _imports_within(nodes: Sequence[Any]) -> Iterator[Mention]:
    """Yield the addresses of imports that stand within another rule."""
    for index, node in enumerate(nodes):
        if node.type == "at-keyword" and node.lower_value == "import":
            yield from _imported(nodes[index + 1 :])


def _contents(rule: Any) -> Iterator[tuple[str, list[Any]]]:
    """Yield the content of a rule, and of each pair of braces in the rule, with its selector."""
    if rule.content is None:
        return
    name = f"@{rule.at_keyword} " if rule.type == "at-rule" else ""
    waiting = [((name + _one_line(rule.prelude)).strip(), list(rule.content))]
    while waiting:
        selector, nodes = waiting.pop(0)
        yield selector, nodes
        before: list[Any] = []
        for node in nodes:
            if node.type == "{} block":
                waiting.append((_one_line(before), node.content))
            else:
                # Braces in brackets belong to a value; no rule of CSS has such braces.
                waiting += [("", one.content) for one in walk([node]) if one.type == "{} block"]
                before.append(node)
            if node.type == "{} block" or node == ";":
                before.clear()


def _one_line(nodes: Iterable[Any]) -> str:
    """Return the text of nodes without comments, and with one space for each gap."""
    written = "".join(" " if one.type == "comment" else one.serialize() for one in nodes)
    return " ".join(written.split())
