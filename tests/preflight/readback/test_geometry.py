"""Boxes and matrices."""

import pytest

from printkit.preflight.readback.geometry import Box, Matrix, around


def test_boxes_overlap_in_what_both_cover() -> None:
    """Boxes apart from each other share a box without area."""
    assert Box(0, 0, 10, 10).overlap(Box(5, 6, 20, 8)) == Box(5, 6, 10, 8)
    assert Box(0, 0, 10, 10).overlap(Box(30, 0, 40, 10)).width == 0
    assert Box(0, 20, 10, 30).middle == 25


def test_a_matrix_places_a_box_upright() -> None:
    """The matrix makes a quarter turn and then a shift."""
    turned = Matrix(0, 1, -1, 0, 0, 0).then(Matrix(1, 0, 0, 1, 100, 0))
    assert turned.place(Box(0, 0, 20, 10)) == Box(90, 0, 100, 20)
    assert Matrix().place(Box(1, 2, 3, 4)) == Box(1, 2, 3, 4)


def test_spans_do_not_change_when_turned() -> None:
    """A picture of 30 by 40 points has the same size at 53 degrees."""
    assert Matrix(18, 24, -32, 24, 5, 5).spans == pytest.approx((30, 40))


def test_a_box_is_put_around_points() -> None:
    """Around no points, the box is empty."""
    assert around([(3, 1), (0, 5)]) == Box(0, 1, 3, 5)
    assert around([]) == Box(0, 0, 0, 0)
