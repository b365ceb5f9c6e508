"""Draw lines and polygons of a foreign PDF that have no appearance stream.

In: an annotation. Out: the same annotation, with an appearance stream as ISO 32000-1, 12.5.6.7
and 12.5.6.9, describe it. PDFium draws all other kinds of marks, but no lines and polygons.
"""

import math
from collections.abc import Sequence

from pikepdf import Dictionary, Integer, Name, Object, Pdf, Real

from printkit.inserts.drawn_text import can_draw, draw_look, text_operators, width_of
from printkit.inserts.untrusted_values import array_items, is_true
from printkit.text.characters import one_line

_POINTS = {"/Line": "/L", "/PolyLine": "/Vertices", "/Polygon": "/Vertices"}
_COLOURS = {1: "g", 3: "rg", 4: "k"}
_ARROWS = {"/OpenArrow": "S", "/ClosedArrow": "s"}
_ARROW_LENGTH, _ARROW_ANGLE = 9, math.radians(30)  # in widths of the line, but at least 6 points
_MOST_POINTS = 20_000

_CAPTION, _LONGEST_CAPTION = 9.0, 200

_Point = tuple[float, float]
_Sides = tuple[float, float, float, float]


def draw(pdf: Pdf, one: Dictionary) -> bool:
    """Give a line or a polygon an appearance; return False for any other annotation."""
    kind = str(one.get("/Subtype"))
    points = _points(one.get(_POINTS[kind])) if kind in _POINTS else []
    if len(points) < 2:
        return False
    width, path = _width(one), _path(points)
    inside = colour_operator(one.get("/IC")) if kind == "/Polygon" else ""
    if kind == "/Polygon":
        drawn = [f"{path} b" if inside else f"{path} s"]
    else:
        drawn = [f"{path} S", *_arrows(points, array_items(one.get("/LE")), width)]
    stroke = (colour_operator(one.get("/C")) or "0 g").upper()
    caption = _caption(one, points) if kind == "/Line" else ""
    operators = [f"{width:.2f} w 1 j", _dashes(one), stroke, inside, *drawn, caption]
    margin = max(6.0, _ARROW_LENGTH * width, 2 * _CAPTION if caption else 0)
    sides = _sides(points, margin, len(caption) and _caption_half(one))
    draw_look(pdf, one, " ".join(filter(None, operators)), sides)
    return True


def _caption(one: Dictionary, points: Sequence[_Point]) -> str:
    """Return operators that write the caption of a line along its middle; empty for no caption.

    The caption stands just above the line: ISO 32000-1, table 175.
    """
    words = one_line(str(one.get("/Contents") or ""))[:_LONGEST_CAPTION]
    if not is_true(one.get("/Cap")) or not words or not can_draw(words):
        return ""
    (x, y), (other_x, other_y) = sorted((points[0], points[-1]))
    angle, half = math.atan2(other_y - y, other_x - x), width_of(words, _CAPTION) / 2
    start = (
        (x + other_x) / 2 - half * math.cos(angle) - 3 * math.sin(angle),
        (y + other_y) / 2 - half * math.sin(angle) + 3 * math.cos(angle),
    )
    return f"0 g {text_operators(words, _CAPTION, start, angle)}"


def _caption_half(one: Dictionary) -> float:
    return width_of(str(one.get("/Contents"))[:_LONGEST_CAPTION], _CAPTION) / 2


def _points(value: Object | None) -> list[_Point]:
    numbers = [finite_number(one) for one in array_items(value)[: 2 * _MOST_POINTS]]
    pairs = zip(numbers[::2], numbers[1::2], strict=False)
    return [(x, y) for x, y in pairs if x is not None and y is not None]


def _path(points: Sequence[_Point]) -> str:
    first, *others = (f"{x:.2f} {y:.2f}" for x, y in points)
    return " ".join([f"{first} m", *(f"{one} l" for one in others)])


def _arrows(points: Sequence[_Point], ends: Sequence[Object], width: float) -> list[str]:
    """Return operators that draw the heads of arrows at the two ends of a line."""
    drawn = []
    for end, tip, before in zip(
        ends, (points[0], points[-1]), (points[1], points[-2]), strict=False
    ):
        if operator := _ARROWS.get(str(end)):
            turned = math.atan2(before[1] - tip[1], before[0] - tip[0])
            length = max(6.0, _ARROW_LENGTH * width)
            one, other = (
                (tip[0] + length * math.cos(angle), tip[1] + length * math.sin(angle))
                for angle in (turned - _ARROW_ANGLE, turned + _ARROW_ANGLE)
            )
            drawn.append(f"[] 0 d {_path((one, tip, other))} {operator}")
    return drawn


def _sides(points: Sequence[_Point], margin: float, half: float) -> _Sides:
    """Return the sides of a box around points, and around a caption at their middle.

    Args:
        points: the points of the line or the polygon.
        margin: the space around the points, for the heads of arrows.
        half: half of the length of the caption.
    """
    across, along = [x for x, _ in points], [y for _, y in points]
    sides = []
    for numbers in (across, along):
        middle = (min(numbers) + max(numbers)) / 2
        sides.append((min(*numbers, middle - half) - margin, max(*numbers, middle + half) + margin))
    (left, right), (bottom, top) = sides
    return left, bottom, right, top


def _width(one: Dictionary) -> float:
    """Return the width of the line from /BS or /Border; 1 point if neither key has a width."""
    style, border = one.get("/BS"), array_items(one.get("/Border"))
    given = style.get("/W") if isinstance(style, Dictionary) else None
    if given is None and len(border) > 2:
        given = border[2]
    found = finite_number(given)
    return 1.0 if found is None or found < 0 else min(found, 100.0)


def _dashes(one: Dictionary) -> str:
    style = one.get("/BS")
    if not isinstance(style, Dictionary) or style.get("/S") != Name.D:
        return ""
    lengths = [finite_number(length) for length in array_items(style.get("/D"))[:8]]
    words = [f"{length:.2f}" for length in lengths if length is not None and length > 0]
    return f"[{' '.join(words) or '3'}] 0 d"


def colour_operator(value: Object | None) -> str:
    """Return the operator that sets a colour for areas; empty for no colour."""
    parts = [finite_number(one) for one in array_items(value)]
    known = [f"{part:.3f}" for part in parts if part is not None]
    return f"{' '.join(known)} {_COLOURS[len(known)]}" if len(known) in _COLOURS else ""


def finite_number(value: object) -> float | None:
    """Return a value of a PDF as a number; None if the value is no finite number."""
    found = float(value) if isinstance(value, int | Integer | Real) else math.nan
    return found if math.isfinite(found) else None
