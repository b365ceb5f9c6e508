"""Widths of lines: takes a value of CSS, gives the least width that the value can have.

WeasyPrint draws each dot, dash and wave of a line for itself, and a line of a millionth of a
millimetre has as many of them as no machine can draw.
"""

from collections.abc import Iterable, Iterator, Sequence

from tinycss2.ast import Node

THINNEST_LINE = 0.05  # points; a press prints nothing below a tenth of a point
MILLIMETRES = {
    **{"px": 25.4 / 96, "pt": 25.4 / 72, "pc": 25.4 / 6},
    **{"in": 25.4, "cm": 10.0, "mm": 1.0, "q": 0.25},
}
_LINES = ("border", "outline", "column-rule", "text-decoration", "text-underline")
_NO_WIDTHS = ("radius", "spacing", "collapse", "color", "style", "offset")
_CALCULATING = frozenset(
    ("calc", "min", "max", "clamp", "abs", "round", "mod", "rem", "hypot", "var")
)
_EM = 4.0  # millimetres, for units that depend on the font or on the page
_FACTOR = 2.0  # millimetres that stand for 1, where a number multiplies a width
_GREATEST_DIVISOR = 100


def is_line(name: str) -> bool:
    """Tell whether a property, in small letters, can set the width of a line."""
    return name.startswith(_LINES) and not name.endswith(_NO_WIDTHS)


def least_width(nodes: Iterable[Node]) -> float:
    """Return the least width in millimetres that a value names; infinite if there is none.

    A width of 0 draws nothing, so 0 does not count. Parts of a calculation count each for itself.
    """
    return min(_widths(nodes), default=float("inf"))


def is_too_thin(width: float) -> bool:
    """Tell whether no line may have this width, in millimetres."""
    return width < THINNEST_LINE * MILLIMETRES["pt"] * 0.999


def divides_too_much(nodes: Sequence[Node], divisor: float) -> bool:
    """Tell whether a value divides by a number that makes a line too thin.

    Args:
        nodes: the value.
        divisor: the greatest number in the value and in the values that the value reads.
    """
    return divisor > _GREATEST_DIVISOR and any(map(_divides, nodes))


def _divides(node: Node) -> bool:
    return any(one == "/" or _divides(one) for one in _parts(node))


def _widths(nodes: Iterable[Node]) -> Iterator[float]:
    for node in nodes:
        if node.type == "dimension":
            unit = MILLIMETRES.get(node.lower_unit, _EM)
            yield from _counted(node.value * unit)
        elif node.type == "percentage":
            yield from _counted(node.value * _EM / 100)
        elif node.type == "number":
            yield from _counted(node.value * _FACTOR)
        else:
            yield from _widths(_parts(node))


def _counted(width: float) -> Iterator[float]:
    if width:
        yield abs(width)


def _parts(node: Node) -> Sequence[Node]:
    """Return the nodes of a calculation; none for another node."""
    if node.type == "function" and node.lower_name in _CALCULATING:
        return list(node.arguments)
    return list(node.content) if node.type == "() block" else []
