"""Calculations of CSS: each gives a value of certain kinds, or none."""

import pytest
import tinycss2

from printkit.themes.calculations import calculated_kinds


def kinds(text: str) -> str:
    """Return the kinds of a calculation, sorted, as one text."""
    return " ".join(sorted(calculated_kinds(tinycss2.parse_one_component_value(text))))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("calc(12pt)", "length"),
        ("calc(2mm + 5%)", "length percentage"),
        ("calc(1 + 2 * 3)", "number"),
        ("CALC(2 * (1mm - 0.5pt) / 4)", "length"),
        ("calc(pi * 4mm)", "length"),
        ("min(10pt, 3vw)", "length"),
        ("clamp(10pt, 3vw, 12pt)", "length"),
        ("round(up, 9.3pt, 1pt)", "length"),
        ("round(1.1)", "number"),
        ("calc(1mm * sqrt(4))", "length"),
        ("abs(-2%)", "percentage"),
        ("calc(1mm - -1mm)", "length"),
        ("max(1mm, calc(2mm + 1px))", "length"),
    ],
)
def test_a_calculation_has_the_kinds_of_its_parts(text: str, found: str) -> None:
    """A length and a percentage may be added."""
    assert kinds(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("calc()", "calc(12 pt)", "calc(2mm * foo)", "calc(12pt + 3)", "calc(1mm * 1mm)"),
        *("calc(1mm +)", "calc(+ 1mm)", "calc(1mm -1mm)", "calc(1mm, 2mm)", "calc(3 / 1mm)"),
        *("rem(3)", "mod(1mm, 2)", "min()", "min(17mm, 5)", "clamp(1mm, 2mm)", "hypot(1, )"),
        *("sqrt(1mm)", "pow(2)", "calc(2 ** 3)", "calc(red)", "calc(3 potatoes)"),
        *("calc(20mm / 0)", "calc(1turn)", "foo(1mm)", "12pt", "(1mm)"),
        # CSS allows numbers in `clamp()`, but WeasyPrint fails on numbers there.
        "clamp(1, 1.1, 1.2)",
    ],
)
def test_a_calculation_without_a_value_has_no_kind(text: str) -> None:
    """WeasyPrint fails on some of these, and prints none of these."""
    assert kinds(text) == ""


def test_a_long_calculation_is_read() -> None:
    """Ten thousand parts are added."""
    assert kinds(f"calc({'1mm + ' * 10_000}1mm)") == "length"
