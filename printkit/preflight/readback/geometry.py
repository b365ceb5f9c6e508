"""Boxes and matrices on a page, in points from its left bottom corner."""

from collections.abc import Sequence
from typing import NamedTuple

MM = 72 / 25.4


class Box(NamedTuple):
    """An upright box."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """The height halfway between the lower and the upper edge."""
        return (self.bottom + self.top) / 2

    def overlap(self, other: "Box") -> "Box":
        """What both cover; without width or height if they do not meet."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Box(left, bottom, max(left, right), max(bottom, top))

    def corners(self) -> list[tuple[float, float]]:
        """All four."""
        return [(x, y) for x in (self.left, self.right) for y in (self.bottom, self.top)]


class Matrix(NamedTuple):
    """A PDF transformation: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def then(self, outer: "Matrix") -> "Matrix":
        """This one first, the outer one after it."""
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
        """Where a box comes to lie: the upright box around it."""
        a, b, c, d, e, f = self
        if (a, b, c, d, e, f) == (1, 0, 0, 1, 0, 0):
            return box
        return around([(a * x + c * y + e, b * x + d * y + f) for x, y in box.corners()])

    @property
    def spans(self) -> tuple[float, float]:
        """How long the unit square's sides become, across and up."""
        return (self.a**2 + self.b**2) ** 0.5, (self.c**2 + self.d**2) ** 0.5


def around(corners: Sequence[tuple[float, float]]) -> Box:
    """The box around points; an empty one if there are none."""
    across, up = [x for x, _ in corners] or [0], [y for _, y in corners] or [0]
    return Box(min(across), min(up), max(across), max(up))
