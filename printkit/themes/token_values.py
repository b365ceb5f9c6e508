"""Check the value of a token: takes the text of the value, says which values the token may have.

The comment behind each token in `styles/base/tokens.css` names the kinds of values. `read_values`
puts values in the place of `var()`; where `var()` is left, the value is not known, and fits.
"""

from collections.abc import Callable, Mapping, Sequence
from math import inf

import tinycss2
import tinycss2.color5
from tinycss2.ast import Node

from printkit.themes.calculations import LENGTH_UNITS, calculated_kinds
from printkit.themes.declarations import significant, walk
from printkit.themes.tokens import Token

_CONTENT_FUNCTIONS = {
    *("string", "counter", "counters", "url", "content", "element", "leader"),
    *("target-counter", "target-counters", "target-text"),
}
_CASES = ("none", "uppercase", "lowercase", "capitalize", "full-width")
_CONTENTS = ("none", "normal", "contents", "open-quote", "close-quote")
# Names of tokens end so: text of size 0 cannot be read, and lines with a leading of 0 cover each
# other.
_ABOVE_ZERO = ("-size", "leading", "-scale")
_BELOW_ZERO_TOO = ("-gap", "-tracking", "-indent")
_COLUMNS = "-columns"
_MOST_COLUMNS = 12  # on the widest sheet, A3 landscape, a column is then 30 mm wide
_Nodes = Sequence[Node]


def allowed_instead(token: Token, text: str) -> str:
    """Return the words of the values that a token may have; empty if the value fits.

    Args:
        token: the token that a theme sets.
        text: the value as CSS writes the value.
    """
    nodes = value_nodes(text)
    if any(one.type == "function" and one.lower_name == "var" for one in walk(nodes)):
        return ""
    kinds = token.unit.replace(" or ", ", ").split(", ")
    calculated = calculated_kinds(nodes[0]) if len(nodes) == 1 else frozenset()
    # A calculation may mix lengths and percentages only where both are allowed.
    if calculated and calculated <= {one.removeprefix("whole ") for one in kinds}:
        return ""
    if any(_fits(kind, nodes) and _is_large_enough(token, kind, nodes) for kind in kinds):
        return ""
    words = [_words(token, kind) for kind in kinds]
    return ", ".join(words[:-1]) + (", or " if words[1:] else "") + words[-1]


def value_nodes(text: str) -> list[Node]:
    """Return the nodes of a value without spaces and comments, and without `!important`."""
    nodes = list(significant(tinycss2.parse_component_value_list(text)))
    marks = [index for index, one in enumerate(nodes) if one == "!"]
    return nodes[: marks[0]] if marks else nodes


def _fits(kind: str, nodes: _Nodes) -> bool:
    # Another word than the names of kinds is a keyword, such as `none`.
    return _CHECKS[kind](nodes) if kind in _CHECKS else _is_word(nodes, (kind,))


def _is_large_enough(token: Token, kind: str, nodes: _Nodes) -> bool:
    """Tell whether a number is not below the least value of the token."""
    value = getattr(nodes[0], "value", None) if nodes else None
    if kind == "whole number":
        most = _MOST_COLUMNS if token.name.endswith(_COLUMNS) else inf
        return not isinstance(value, float | int) or 1 <= value <= most
    if not isinstance(value, float | int) or token.name.endswith(_BELOW_ZERO_TOO):
        return True
    return value > 0 if token.name.endswith(_ABOVE_ZERO) else value >= 0


def _words(token: Token, kind: str) -> str:
    least = "" if token.name.endswith(_BELOW_ZERO_TOO) else " from 0"
    least = " above 0" if token.name.endswith(_ABOVE_ZERO) else least
    columns = f" to {_MOST_COLUMNS}" if token.name.endswith(_COLUMNS) else ""
    return {
        "length": f"a length{least}, such as 9pt",
        "percentage": f"a percentage{least} to 100%",
        "number": f"a number{least}, such as 1.2",
        "whole number": f"a whole number from 1{columns}",
        "colour": "a colour, such as #8c1d18",
        "family": 'a font family, such as "Libre Franklin"',
        "families": 'font families, such as "Libre Franklin", sans-serif',
        "font": 'a size and a family, such as 700 9pt / 1.2 "Libre Franklin"',
        "text-transform": f"one of {', '.join(_CASES)}",
        "content": 'string(…), counter(…), texts in quotation marks such as "Page", or none',
    }.get(kind, kind)


def _is_length(nodes: _Nodes) -> bool:
    is_zero = _is_one(nodes, "number") and nodes[0].value == 0
    has_unit = _is_one(nodes, "dimension") and nodes[0].lower_unit in LENGTH_UNITS
    return is_zero or has_unit


def _is_percentage(nodes: _Nodes) -> bool:
    if _is_one(nodes, "percentage"):
        return bool(nodes[0].value <= 100)
    return _is_one(nodes, "number") and nodes[0].value == 0


def _is_whole_number(nodes: _Nodes) -> bool:
    return _is_one(nodes, "number") and nodes[0].is_integer


def _is_number(nodes: _Nodes) -> bool:
    return _is_one(nodes, "number")


def _is_colour(nodes: _Nodes) -> bool:
    return len(nodes) == 1 and tinycss2.color5.parse_color(nodes[0]) is not None


def _is_list_of_families(nodes: _Nodes) -> bool:
    """Tell whether nodes are families between commas: a string, or words, for each."""
    families: list[list[str]] = [[]]
    for node in nodes:
        if node == ",":
            families.append([])
        else:
            families[-1].append(node.type)
    return all(one == ["string"] or (one and {*one} == {"ident"}) for one in families)


def _is_font(nodes: _Nodes) -> bool:
    """Tell whether nodes have a size, and a family behind the size."""
    sizes = [
        index
        for index, one in enumerate(nodes)
        if one.type in ("dimension", "percentage") or calculated_kinds(one) - {"number"}
    ]
    return bool(sizes) and nodes[-1].type in ("ident", "string") and sizes[-1] < len(nodes) - 1


def _is_content(nodes: _Nodes) -> bool:
    # A margin is no element, and has no attributes: WeasyPrint fails on `attr()` there.
    if not nodes or any(one.type == "function" and one.lower_name == "attr" for one in walk(nodes)):
        return False
    left = [one for one in nodes if not _is_word([one], _CONTENTS)]
    return all(
        one.lower_name in _CONTENT_FUNCTIONS
        if one.type == "function"
        else one.type in ("string", "url")
        for one in left
    )


def _is_case(nodes: _Nodes) -> bool:
    return _is_word(nodes, _CASES)


def _is_one(nodes: _Nodes, kind: str) -> bool:
    return len(nodes) == 1 and nodes[0].type == kind


def _is_word(nodes: _Nodes, words: Sequence[str]) -> bool:
    return _is_one(nodes, "ident") and nodes[0].lower_value in words


_CHECKS: Mapping[str, Callable[[_Nodes], bool]] = {
    "length": _is_length,
    "percentage": _is_percentage,
    "number": _is_number,
    "whole number": _is_whole_number,
    "colour": _is_colour,
    "family": _is_list_of_families,
    "families": _is_list_of_families,
    "font": _is_font,
    "text-transform": _is_case,
    "content": _is_content,
}
