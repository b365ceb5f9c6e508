"""Widths of lines: the least width of a value, in millimetres."""

import math

import pytest
import tinycss2

from printkit.themes.line_widths import divides_too_much, is_line, is_too_thin, least_width


@pytest.mark.parametrize(
    ("value", "width"),
    [
        ("1mm dotted red", 1),
        ("2cm 72pt", 20),
        ("0 solid", math.inf),
        ("thin dotted", math.inf),
        ("calc(5mm - (3mm * 1))", 2),
        ("0.5em", 2),
        ("1%", 0.04),
        ("rgb(1 1 1 / 0.001) -4mm", 4),
    ],
)
def test_the_least_width_counts(value: str, width: float) -> None:
    """A number of a colour is no width, and a width of 0 is no line."""
    assert least_width(tinycss2.parse_component_value_list(value)) == pytest.approx(width)


def test_a_line_of_a_twentieth_of_a_point_is_printed() -> None:
    """The rounding of a computer does not count."""
    assert not is_too_thin(least_width(tinycss2.parse_component_value_list("0.05pt")))
    assert is_too_thin(least_width(tinycss2.parse_component_value_list("0.049pt")))


def test_only_calculations_divide() -> None:
    """The sign stands between the parts of `border-image`, too."""
    for value, divides in (("calc(1px / 2)", True), ("1 / 2", False), ("calc((1px / 2))", True)):
        nodes = tinycss2.parse_component_value_list(value)
        assert divides_too_much(nodes, 101) == divides
        assert not divides_too_much(nodes, 100)


def test_properties_of_lines_are_known() -> None:
    """A radius is no width."""
    for name in ("border", "border-top-width", "outline", "text-decoration-thickness"):
        assert is_line(name)
    for name in ("border-radius", "border-top-color", "outline-offset", "width", "--border"):
        assert not is_line(name)
