"""Names in the contents of a page's margins: takes declarations, gives strings and counters.

A margin prints `string(section)` or `counter(page)`. WeasyPrint prints nothing for the name of a
string that nothing sets, and 0 for such a counter, and logs neither.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from printkit.themes.declarations import Declaration, significant, walk
from printkit.themes.printkit_styles import printkit_styles, scanned_style
from printkit.themes.token_values import value_nodes

_SETS_COUNTERS = ("counter-reset", "counter-increment", "counter-set")
# WeasyPrint sets these counters itself.
_COUNTERS = ("page", "pages", "list-item", "footnote")
# The place of the name among the arguments of each function.
_PLACES = {
    "string": 0,
    "counter": 0,
    "counters": 0,
    "target-counter": 1,
    "target-counters": 1,
}


class ContentNames(NamedTuple):
    """The names of strings and of counters that style sheets set."""

    strings: frozenset[str]
    counters: frozenset[str]

    def known_to(self, function: str) -> frozenset[str]:
        """Return the names that a function such as `string` may have."""
        return self.strings if function == "string" else self.counters


def names_set_by(declarations: Iterable[Declaration]) -> ContentNames:
    """Return the names that declarations set, and the names that printkit's styles set."""
    strings, counters = (set(one) for one in _printkit_names())
    for one in declarations:
        if one.name.lower() == "string-set":
            strings.update(_leading_words(one.text))
        elif one.name.lower() in _SETS_COUNTERS:
            counters.update(node.value for node in value_nodes(one.text) if node.type == "ident")
    return ContentNames(frozenset(strings), frozenset(counters))


def names_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield each function of a value that takes a name, and the name."""
    for node in walk(value_nodes(text)):
        if node.type == "function" and node.lower_name in _PLACES:
            arguments = _arguments(node)
            place = _PLACES[node.lower_name]
            named = arguments[place][:1] if place < len(arguments) else []
            if named and named[0].type == "ident":
                yield node.lower_name, named[0].value


@cache
def _printkit_names() -> ContentNames:
    found = [one for sheet in printkit_styles() for one in scanned_style(sheet).declarations]
    strings = {
        name for one in found if one.name == "string-set" for name in _leading_words(one.text)
    }
    return ContentNames(frozenset(strings), frozenset(_COUNTERS))


def _leading_words(text: str) -> Iterator[str]:
    """Yield the word that begins each part between commas."""
    is_first = True
    for node in value_nodes(text):
        if is_first and node.type == "ident":
            yield node.value
        is_first = node == ","


def _arguments(function: Any) -> list[list[Any]]:
    """Return the arguments of a function, which stand between commas."""
    parts: list[list[Any]] = [[]]
    for node in significant(function.arguments):
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts
