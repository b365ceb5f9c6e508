"""Names in the contents of a page's margins: takes declarations, gives the names that exist.

A margin prints `string(section)` or `counter(page)`. WeasyPrint prints nothing for the name of a
string that nothing sets, 0 for such a counter, and decimal numbers for an unknown style of numbers.
WeasyPrint logs none of the three.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from printkit.themes.declarations import Declaration, walk
from printkit.themes.printkit_styles import printkit_styles, scanned_style
from printkit.themes.token_values import value_nodes

_SETS_COUNTERS = ("counter-reset", "counter-increment", "counter-set")
# WeasyPrint sets these counters itself.
_COUNTERS = ("page", "pages", "list-item", "footnote")
# The styles of numbers in WeasyPrint's own style sheet, html5_ua.css, and the style without sign.
NUMBER_STYLES = {
    *("none", "disc", "circle", "square", "disclosure-open", "disclosure-closed", "decimal"),
    *("decimal-leading-zero", "arabic-indic", "armenian", "upper-armenian", "lower-armenian"),
    *("bengali", "cambodian", "khmer", "cjk-decimal", "devanagari", "georgian", "gujarati"),
    *("gurmukhi", "hebrew", "kannada", "lao", "malayalam", "mongolian", "myanmar", "oriya"),
    *("persian", "lower-roman", "upper-roman", "tamil", "telugu", "thai", "tibetan"),
    *("lower-alpha", "lower-latin", "upper-alpha", "upper-latin", "cjk-earthly-branch"),
    *("cjk-heavenly-stem", "lower-greek", "hiragana", "hiragana-iroha", "katakana"),
    *("katakana-iroha", "japanese-informal", "japanese-formal", "korean-hangul-formal"),
    *("korean-hanja-informal", "korean-hanja-formal"),
}
_NEW_STYLE = "@counter-style "


class ContentNames(NamedTuple):
    """The names that style sheets set, and that contents may use.

    Attributes:
        strings: set by `string-set`.
        counters: set by any rule.
        page_counters: set by `@page`. A margin prints 0 for the others, which count elements.
        elements: taken out of the text by `position: running()`.
        styles: the styles of numbers.
    """

    strings: frozenset[str]
    counters: frozenset[str]
    page_counters: frozenset[str]
    elements: frozenset[str]
    styles: frozenset[str]

    def in_margins(self) -> "ContentNames":
        """Return the names that the margins of pages can print."""
        return self._replace(counters=self.page_counters)


def names_set_by(declarations: Iterable[Declaration]) -> ContentNames:
    """Return the names that declarations set, and the names that printkit's styles set."""
    counters, of_pages = {*_COUNTERS}, {*_COUNTERS}
    strings, elements, styles = {*_printkit_strings()}, set[str](), {*NUMBER_STYLES}
    for one in declarations:
        name = one.name.lower()
        if one.selector.lower().startswith(_NEW_STYLE):
            styles.add(one.selector[len(_NEW_STYLE) :].strip())
        elif name == "string-set":
            strings.update(_leading_words(one.text))
        elif name == "position":
            elements.update(_running(one))
        elif name in _SETS_COUNTERS:
            found = {node.value for node in value_nodes(one.text) if node.type == "ident"}
            counters |= found
            of_pages |= found if one.selector.lower().startswith("@page") else set()
    return ContentNames._make(map(frozenset, (strings, counters, of_pages, elements, styles)))


@cache
def _printkit_strings() -> frozenset[str]:
    found = [one for sheet in printkit_styles() for one in scanned_style(sheet).declarations]
    return frozenset(
        name for one in found if one.name == "string-set" for name in _leading_words(one.text)
    )


def _leading_words(text: str) -> Iterator[str]:
    """Yield the word that begins each part between commas."""
    is_first = True
    for node in value_nodes(text):
        if is_first and node.type == "ident":
            yield node.value
        is_first = node == ","


def _running(one: Declaration) -> Iterator[str]:
    """Yield the name in `position: running(name)`."""
    for node in value_nodes(one.text):
        if node.type == "function" and node.lower_name == "running":
            yield from (inner.value for inner in walk(node.arguments) if inner.type == "ident")
