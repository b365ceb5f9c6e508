"""Limits of values: takes the declarations of a theme, names each value that asks for too much.

`repeat(9999999, 1px)` asks WeasyPrint for gigabytes, and two tokens that each read the next token
twice, forty times over, for a value of endless length. No clock within the process would end this.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import tinycss2
from tinycss2.ast import Node

from printkit.themes.calculations import split_at_commas
from printkit.themes.declarations import Declaration, walk
from printkit.themes.line_widths import (
    MILLIMETRES,
    THINNEST_LINE,
    divides_too_much,
    is_line,
    is_too_thin,
    least_width,
)

MOST_DECLARATIONS = 10_000
# Characters, with the values that `var()` reads. The longest value of printkit's own has 126.
LONGEST_VALUE = 10_000
LONGEST_STRING = 500
LONGEST_CONTENT = 1_500
MOST_TRACKS = 5_000
MOST_COLUMNS = 12
GREATEST_COUNT = 100_000
GREATEST_LENGTH = 5_000  # millimetres; the largest sheet has 1,000
NARROWEST_COLUMN = 10.0  # millimetres
SHORTEST_REPEAT = 0.05  # millimetres

_FLEXIBLE = ("flex", "inline-flex")
_DIRECTIONS = ("to", "at", "circle", "ellipse")
_COLUMNS = ("columns", "column-count", "column-width")
_COUNTS = ("counter-increment", "counter-reset", "counter-set", "pad", "range")


class _ValueSize(NamedTuple):
    """The size of a value with all values that the value reads.

    Attributes:
        characters: the length.
        number: the greatest number without a unit; 0 for none.
        repeats: whether `repeat()` is a part of the value.
        thinness: one by the least width of a line, in millimetres; 0 for no width.
    """

    characters: int
    number: float
    repeats: bool
    thinness: float


class ValueLimits:
    """The limits of the values of a theme.

    Args:
        declarations: all declarations of the theme, in all its style sheets.
    """

    def __init__(self, declarations: Sequence[Declaration]) -> None:
        self._settings: dict[str, list[Declaration]] = defaultdict(list)
        for one in declarations:
            if one.name.startswith("--"):
                self._settings[one.name].append(one)

    def excess(self, one: Declaration) -> str:
        """Return why a value asks for too much, in words that follow its name; empty if not."""
        size = self._size(one)
        if size.characters > LONGEST_VALUE:
            read = ", with the values that var() reads" if one.used else ""
            return f"has more than {LONGEST_VALUE:,} characters{read}"
        name = one.name.lower()
        whole = tinycss2.parse_component_value_list(one.text)
        nodes = list(walk(whole))
        told = (*_long_parts(nodes), *_counts(name, size, nodes), *_thin_lines(name, size, whole))
        return next(filter(None, (*told, _flexible_elements(one))), "")

    @cached_property
    def _sizes(self) -> Mapping[str, _ValueSize]:
        """Return the size of the greatest value of each custom property."""
        sizes: dict[str, _ValueSize] = {}
        waiting = list(self._settings)
        begun: set[str] = set()
        while waiting:
            name = waiting[-1]
            read = {each.text for one in self._settings[name] for each in one.used}
            missing = [each for each in read if each in self._settings and each not in begun]
            begun.add(name)
            if missing and name not in sizes:
                waiting += missing
                continue
            waiting.pop()
            sizes[name] = _greatest([_sum(one, sizes) for one in self._settings[name]])
        return sizes

    def _size(self, one: Declaration) -> _ValueSize:
        return _sum(one, self._sizes)


def _sum(one: Declaration, sizes: Mapping[str, _ValueSize]) -> _ValueSize:
    """Return the size of a value; a property that reads itself has no size yet, and so counts 0."""
    read = [sizes[each.text] for each in one.used if each.text in sizes]
    number = max(map(_number, one.value), default=0)
    width = least_width(tinycss2.parse_component_value_list(one.text))
    own = _ValueSize(len(one.text), number, "repeat" in one.value, 1 / width)
    # Texts of 2 to the power of 40 characters are counted, and never made.
    return _ValueSize(
        own.characters + sum(each.characters for each in read),
        max(own.number, *(each.number for each in read), 0),
        own.repeats or any(each.repeats for each in read),
        max(own.thinness, *(each.thinness for each in read), 0),
    )


def _greatest(sizes: Sequence[_ValueSize]) -> _ValueSize:
    return _ValueSize(*(max(each) for each in zip(*sizes, strict=True)))


def _number(word: str) -> float:
    try:
        return abs(float(word))
    except ValueError:
        return 0


def _long_parts(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if node.type == "string" and len(node.value) > LONGEST_STRING:
            yield f"has a text of more than {LONGEST_STRING:,} characters"
        millimetres = _length(node)
        if millimetres is not None and abs(millimetres) > GREATEST_LENGTH:
            yield f"has a length of more than {GREATEST_LENGTH // 1000} metres"
        if node.type == "function" and node.lower_name.startswith("repeating-"):
            yield _short_repeat(node)


def _counts(name: str, size: _ValueSize, nodes: Sequence[Node]) -> Iterator[str]:
    if name.startswith("grid") and (
        size.number > MOST_TRACKS or (size.repeats and size.number * size.characters > 25_000)
    ):
        yield f"asks for a grid of more than {MOST_TRACKS:,} tracks"
    if name == "content" and size.characters > LONGEST_CONTENT:
        yield f"has more than {LONGEST_CONTENT:,} characters"
    if name in _COLUMNS and size.number > MOST_COLUMNS:
        yield f"asks for more than {MOST_COLUMNS} columns"
    lengths = [_length(node) for node in nodes] if name in _COLUMNS else []
    if any(one is not None and 0 <= one < NARROWEST_COLUMN for one in lengths):
        yield f"asks for columns of less than {NARROWEST_COLUMN:g} mm"
    if name in _COUNTS and size.number > GREATEST_COUNT:
        yield f"counts beyond {GREATEST_COUNT:,}"


def _thin_lines(name: str, size: _ValueSize, nodes: Sequence[Node]) -> Iterator[str]:
    if is_line(name) and (
        (size.thinness and is_too_thin(1 / size.thinness)) or divides_too_much(nodes, size.number)
    ):
        yield f"draws a line of less than {THINNEST_LINE:g} pt; write 0, or a thicker line"


def _flexible_elements(one: Declaration) -> str:
    """Return why a value costs too much for all elements: each level takes twice the last one."""
    is_flexible = one.name.lower() == "display" and set(map(str.lower, one.value)) & {*_FLEXIBLE}
    everywhere = is_flexible and any(map(_selects_all, one.selector.split(",")))
    return "makes a flexible box of every element; name the elements" if everywhere else ""


def _selects_all(selector: str) -> bool:
    """Tell whether a selector is for all elements, or for all within another: no `a > *`."""
    *before, last = ("", *selector.split())
    return last == "*" and before[-1] not in (">", "+", "~")


def _short_repeat(gradient: Node) -> str:
    """Return why a gradient repeats too often; empty if the gradient does not."""
    direction, *others = split_at_commas(gradient)
    stops = others if _is_direction(direction) else [direction, *others]
    places = [[place for node in stop if (place := _place(node)) is not None] for stop in stops]
    if not places or not places[-1]:
        return ""  # the last colour stands at the end of the box
    apart = max(places[-1]) - (places[0][0] if places[0] else 0.0)
    told = f"repeats a gradient after less than {SHORTEST_REPEAT:g} mm"
    return told if 0 < apart < SHORTEST_REPEAT else ""


def _is_direction(part: Sequence[Node]) -> bool:
    """Tell whether the first argument of a gradient says where the gradient runs."""
    first = part[0] if part else None
    return getattr(first, "type", "") == "dimension" or getattr(first, "value", "") in _DIRECTIONS


def _place(node: Node) -> float | None:
    """Return the place of a colour in millimetres, on a sheet of a metre; None for no place."""
    if node.type == "percentage":
        return float(node.value) * 10
    # The height of a letter stands for units such as `em`.
    other = float(node.value) * 4 if node.type == "dimension" else None
    return other if (millimetres := _length(node)) is None else millimetres


def _length(node: Node) -> float | None:
    """Return a length in millimetres; None for another node, and for a unit such as `em`."""
    if node.type != "dimension" or node.lower_unit not in MILLIMETRES:
        return None
    return float(node.value) * MILLIMETRES[node.lower_unit]
