"""Boxes and matrices on a page, in points from its lower left corner."""

from collections.abc import Sequence
from typing import NamedTuple

MM = 72 / 25.4


class Box(NamedTuple):
    """A rectangle whose sides are parallel to the edges of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Return the distance from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the distance from bottom to top."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Return the height halfway between the lower and the upper edge."""
        return (self.bottom + self.top) / 2

    def overlap(self, other: "Box") -> "Box":
        """Return the part that both boxes cover; its width or height is 0 if they do not meet."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Box(left, bottom, max(left, right), max(bottom, top))

    def corners(self) -> list[tuple[float, float]]:
        """Return the four corners."""
        return [(x, y) for x in (self.left, self.right) for y in (self.bottom, self.top)]


class Matrix(NamedTuple):
    """A transformation (ISO 32000-1, 8.3.3): x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def then(self, outer: "Matrix") -> "Matrix":
        """Return the matrix that applies this matrix first and the outer matrix after it."""
        a, b, c, d, e, f = self
        return Matrix(
            a * outer.a + b * outer.c,
            a * outer.b + b * outer.d,
            c * outer.a + d * outer.c,
            c * outer.b + d * outer.d,
            e * outer.a + f * outer.c + outer.e,
            e * outer.b + f * outer.d + outer.f,
        )

    def place(self, box: Box) -> Box:
        """Return the upright box around a box that the matrix has moved."""
        a, b, c, d, e, f = self
        if (a, b, c, d, e, f) == (1, 0, 0, 1, 0, 0):
            return box
        return around([(a * x + c * y + e, b * x + d * y + f) for x, y in box.corners()])

    @property
    def spans(self) -> tuple[float, float]:
        """Return the lengths of the two sides that the matrix gives to the unit square.

        A PDF paints every picture into the unit square, so these are the printed lengths.
        """
        return (self.a**2 + self.b**2) ** 0.5, (self.c**2 + self.d**2) ** 0.5


def around(corners: Sequence[tuple[float, float]]) -> Box:
    """Return the box around points; an empty box if there are none."""
    across, up = [x for x, _ in corners] or [0], [y for _, y in corners] or [0]
    return Box(min(across), min(up), max(across), max(up))
