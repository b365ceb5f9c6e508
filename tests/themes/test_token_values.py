"""Values of tokens: each is compared with the kinds that tokens.css declares for the token."""

import pytest

from printkit.themes import tokens
from printkit.themes.token_values import allowed_instead

TOKENS = {one.name: one for one in tokens()}


def test_printkits_own_values_fit() -> None:
    """The value of each token for each kind of sheet; each kind of value has a check."""
    for one in TOKENS.values():
        if not one.is_set_by_the_edition:
            for value in (one.value, one.small, one.large, one.wide, one.wide_large):
                assert allowed_instead(one, value) == "", one.name
            assert allowed_instead(one, "15 potatoes") != "", one.name
            assert allowed_instead(one, "") != "", one.name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("--qr", "17MM"),
        ("--qr", "0"),
        ("--qr", "max(17mm, 2em)"),
        ("--indent", "-1em"),
        ("--indent", "calc(2% + 1em)"),
        ("--margin-side", "12%"),
        ("--headline-measure", "None"),
        ("--top-left-tracking", "normal"),
        ("--script-scale", "1.24"),
        ("--note-columns", "3"),
        ("--top-left-width", "0"),
        ("--top-left-width", "100%"),
        ("--accent", "rebeccapurple"),
        ("--accent", "rgb(1 2 3 / 50%)"),
        ("--accent", "oklch(0.5 0.1 30)"),
        ("--accent", "red !important"),
        ("--mono", "Courier New, monospace"),
        ("--folio-font", "italic 700 9pt/1.2 Georgia"),
        ("--top-left-case", "UPPERCASE"),
        ("--folio", '"Page " counter(page, lower-roman)'),
        ("--top-left", "url(a.png) string(section, first-except)"),
        ("--text-size", "var(--brand, 12pt)"),
    ],
)
def test_a_right_value_fits(name: str, value: str) -> None:
    """A value with `var()` is not known before the page is styled, so it fits."""
    assert allowed_instead(TOKENS[name], value) == ""


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("--qr", "big", "a length from 0, such as 9pt"),
        ("--qr", "17", "a length from 0, such as 9pt"),
        ("--qr", "17 mm", "a length from 0, such as 9pt"),
        ("--qr", "-17mm", "a length from 0, such as 9pt"),
        ("--qr", "calc()", "a length from 0, such as 9pt"),
        ("--text-size", "0", "a length above 0, such as 9pt"),
        ("--leading", "-1pt", "a length above 0, such as 9pt"),
        ("--margin-side", "25", "a length from 0, such as 9pt, or a percentage from 0 to 100%"),
        (
            "--margin-side",
            "calc(2)",
            "a length from 0, such as 9pt, or a percentage from 0 to 100%",
        ),
        ("--text-size", "calc(100% + 2pt)", "a length above 0, such as 9pt"),
        ("--script-scale", "calc(1em)", "a number above 0, such as 1.2"),
        ("--contents-columns", "99", "a whole number from 1 to 12"),
        ("--note-columns", "two", "a whole number from 1 to 12"),
        ("--note-columns", "1.5", "a whole number from 1 to 12"),
        ("--cover-caption-lines", "0", "a whole number from 1"),
        ("--script-scale", "0", "a number above 0, such as 1.2"),
        ("--top-right-width", "900%", "a percentage from 0 to 100%"),
        ("--accent", "#12", "a colour, such as #8c1d18"),
        ("--accent", "rgb(1, 2)", "a colour, such as #8c1d18"),
        ("--accent", "initial", "a colour, such as #8c1d18"),
        ("--latin-serif", "12pt Georgia", 'a font family, such as "Libre Franklin"'),
        ("--mono", "Courier,, mono", 'font families, such as "Libre Franklin", sans-serif'),
        (
            "--folio-font",
            "9 Georgia",
            'a size and a family, such as 700 9pt / 1.2 "Libre Franklin"',
        ),
        ("--top-left-case", "upper", "one of none, uppercase, lowercase, capitalize, full-width"),
        (
            "--folio",
            "page",
            'string(…), counter(…), texts in quotation marks such as "Page", or none',
        ),
        (
            "--top-left",
            "target-counter(attr(href), page)",
            'string(…), counter(…), texts in quotation marks such as "Page", or none',
        ),
        (
            "--folio",
            "strng(a)",
            'string(…), counter(…), texts in quotation marks such as "Page", or none',
        ),
    ],
)
def test_a_wrong_value_is_told_with_the_allowed_values(name: str, value: str, allowed: str) -> None:
    """WeasyPrint prints some of these without a word, and takes words off the page."""
    assert allowed_instead(TOKENS[name], value) == allowed
