"""Size of a drawing: the attributes of an `svg` go in, its width and height in pixels come out."""

import re

from printkit.text.patterns import regex

_UNITS = {"em": 16, "rem": 16, "ex": 8}
_EDGES = {
    name: regex(
        rf"(?<![\w-]){name}\s*[=:]\s*[\"']?\s*(\d{{1,6}}(?:\.\d{{1,6}})?)(?!\d)\s*(px|r?em|ex|%)?",
        re.IGNORECASE,
    )
    for name in ("width", "height")
}
_VIEW_BOX = regex(
    r"(?<![\w-])viewbox\s*=\s*[\"']?[^\s,\"']{1,20}[\s,]+[^\s,\"']{1,20}[\s,]+"
    r"(\d{1,6})(?:\.\d{0,9})?[\s,]+(\d{1,6})",
    re.IGNORECASE,
)


def size_of_drawing(given: str) -> tuple[int, int]:
    """Return width and height of a drawing in pixels; 0 where the markup does not tell.

    Args:
        given: the attributes as the body has them.
    """
    sides = []
    for pattern in _EDGES.values():
        found = pattern.search(given)
        sides.append(
            round(float(found[1]) * _UNITS.get((found[2] or "").lower(), 1))
            if found and found[2] != "%"
            else 0
        )
    box = _VIEW_BOX.search(given)
    across, up = (int(box[1]), int(box[2])) if box else (0, 0)
    if not all(sides) and any(sides) and across and up:
        # One side alone keeps the shape of the drawing.
        return sides[0] or sides[1] * across // up, sides[1] or sides[0] * up // across
    if not any(sides):
        return across, up
    return sides[0] or sides[1], sides[1] or sides[0]
