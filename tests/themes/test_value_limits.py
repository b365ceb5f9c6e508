"""Limits of values: each kind of value that asks for too much, and the longest that does not."""

import pytest

from printkit.themes.stylesheet import scan
from printkit.themes.value_limits import ValueLimits
from tests.support.time_limits import ends_soon


def excesses(css: str) -> list[str]:
    """Return the excess of each declaration that has one."""
    declarations = scan(css).declarations
    limits = ValueLimits(declarations)
    return [f"{one.name} {told}" for one in declarations if (told := limits.excess(one))]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("p { grid-row: 5000 }", "p { grid-row: 5001 }", "more than 5,000 tracks"),
        ("p { GRID-column: span 9 }", "p { GRID-column: span 99999 }", "5,000 tracks"),
        (
            "p { grid-template: repeat(1000, 1px) / 1px }",
            "p { grid-template: repeat(4000, 1px) / 1px }",
            "5,000 tracks",
        ),
        ("p { columns: 12 }", "p { columns: 13 }", "more than 12 columns"),
        ("p { columns: 10mm }", "p { columns: 28pt }", "columns of less than 10 mm"),
        ("p { column-width: 4em }", "p { column-width: 0 0.9mm }", "columns of less than 10 mm"),
        ("p { counter-reset: a 2026 }", "p { counter-reset: a -200000 }", "beyond 100,000"),
        (
            'p { content: "a" }',
            'p { content: "' + "a" * 501 + '" }',
            "more than 500 characters",
        ),
        ("p { top: -9999px }", "p { top: -99999px }", "more than 5 metres"),
        (
            "p { content: 'a' }",
            "p { content: " + "'abc' " * 300 + "}",
            "more than 1,500 characters",
        ),
        ("p { color: " + "a " * 4_999 + "}", "p { color: " + "a " * 5_001 + "}", "10,000"),
        (
            "p { background: repeating-linear-gradient(to right, red, blue 1px) }",
            "p { background: repeating-linear-gradient(to right, red, blue 0.1px) }",
            "less than 0.05 mm",
        ),
        (
            "p { background: repeating-radial-gradient(circle at 1px 0.01px, red, blue) }",
            "p { background: repeating-radial-gradient(red 9px, blue 5px, red 9.01px) }",
            "less than 0.05 mm",
        ),
        (
            "p { background: repeating-linear-gradient(90deg, red 1%, blue 2%) }",
            "p { background: repeating-linear-gradient(90deg, red 1%, blue 1.001%) }",
            "less than 0.05 mm",
        ),
        (
            "p { background: linear-gradient(red, blue 0.001px) }",
            "p { background: repeating-linear-gradient(red, blue 0.001em) }",
            "less than 0.05 mm",
        ),
        ("p { border: 0.05pt dashed }", "p { border: 0.0005px dashed }", "less than 0.05 pt"),
        ("p { outline: 0 dotted }", "p { outline: -0.00001px dotted red }", "0.05 pt"),
        ("p { border-radius: 0.0001px }", "p { border-LEFT-width: 1e-5em }", "0.05 pt"),
        (
            "p { text-decoration: underline rgb(0 0 0 / 0.0001) 1px }",
            "p { text-decoration: underline wavy red 0.0001% }",
            "0.05 pt",
        ),
        ("p { column-rule-color: red }", "p { column-rule: 0.00001cm dotted }", "0.05 pt"),
        (
            "p { border-image: linear-gradient(red, blue 0.0001px) 900 / 1px / 0 round }",
            "p { border-image: linear-gradient(red, blue) 1 / 0.0005px / 0 round }",
            "0.05 pt",
        ),
        (
            "p { outline-width: calc(1px + 2pt / 4) }",
            "p { outline-width: calc(1px / 1000000) }",
            "0.05 pt",
        ),
        (
            "p { outline: calc((1px / 2) * 0.2) dotted }",
            "p { outline: max(0.00001px, 0px) dotted }",
            "0.05 pt",
        ),
        ("p { outline: calc(1px * 2) }", "p { outline: calc((1px * 0.0001)) dotted }", "0.05 pt"),
        ("p { width: var(--a, 0.00001px) }", "p { outline: var(--a, 0.00001px)}", "0.05 pt"),
        ("p > * { display: flex }", "a, * { Display: Inline-Flex }", "every element"),
        ("p * .a { display: flex }", "a > p * { display: flex }", "every element"),
    ],
)
def test_a_value_has_its_limit(right: str, wrong: str, told: str) -> None:
    """The first value is used on real pages; the second value would not end."""
    assert excesses(right) == []
    (found,) = excesses(wrong)
    assert told in found


def test_a_line_is_as_thin_as_the_thinnest_value_that_it_reads() -> None:
    """Each rule may set the token, and the number that divides may stand in a token, too."""
    css = (
        "body { --a: 1px } ul { --a: var(--b) } ol { --b: 0.00001px } li { outline: var(--a) }"
        "p { --n: 99999 } q { border-width: calc(1px / var(--n)); width: calc(1px / var(--n)) }"
    )
    assert [one.partition(" draws")[0] for one in excesses(css)] == ["outline", "border-width"]


def test_a_value_counts_with_the_values_that_it_reads() -> None:
    """Where a token is set several times, the greatest value counts; a circle counts once."""
    css = (
        ":root { --n: 9999 } .a { --n: 2 } p { grid-row: var(--n) } q { width: var(--n) }"
        ":root { --r: repeat(4000, 1px) } p { grid-template-rows: var(--r) }"
        ":root { --a: var(--b); --b: var(--a) } p { top: var(--a) }"
    )
    assert [one.partition(" asks")[0] for one in excesses(css)] == [
        "grid-row",
        "grid-template-rows",
    ]


def test_a_value_of_endless_length_is_counted_and_never_made() -> None:
    """Each of sixty tokens reads the next token twice."""
    tokens = "; ".join(f"--t{n}: var(--t{n + 1}) var(--t{n + 1})" for n in range(60))
    with ends_soon():
        found = excesses(f":root {{ --t60: a; {tokens} }} p {{ color: var(--t0) }}")
    assert "color has more than 10,000 characters, with the values that var() reads" in found
    assert 40 < len(found) < 60


def test_all_values_of_printkits_own_styles_are_far_from_the_limits() -> None:
    """A theme may set each token as printkit sets it."""
    from printkit.themes.printkit_styles import printkit_styles, scanned_style

    sheets = [scanned_style(one) for one in printkit_styles()]
    declarations = [one for sheet in sheets for one in sheet.declarations]
    limits = ValueLimits(declarations)
    assert len(declarations) > 500
    assert [one for one in declarations if limits.excess(one)] == []
