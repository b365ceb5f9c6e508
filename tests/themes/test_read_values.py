"""Values that read other values with `var()`: each is made whole, as WeasyPrint does for a page."""

import pytest

from printkit.themes.read_values import ReadValues
from printkit.themes.stylesheet import scan
from tests.support.time_limits import ends_soon


def whole(css: str) -> str:
    """Return the whole value of the first declaration of a style sheet."""
    settings = scan(css).declarations
    return ReadValues(settings).whole_value(settings[0])


@pytest.mark.parametrize(
    ("css", "value"),
    [
        (":root { --accent: var(--headline-size) }", "29pt"),
        (":root { --accent: var(--a); --a: var(--b); --b: var(--qr) }", "17mm"),
        (":root { --accent: calc(var(--qr) * 2) }", "calc(17mm * 2)"),
        (":root { --accent: calc((var(--a)) + 1%); --a: 2mm + 5% }", "calc((2mm + 5%) + 1%)"),
        (":root { --accent: 1 var(--a); --a: red !important }", "1 red"),
        (":root { --accent: var(--none, 1pt, 2pt) }", "1pt,2pt"),
        (":root { --accent: var(--none) }", "var(--none)"),
        (":root { --accent: var() }", "var()"),
        # The value of the rule itself counts before the value of the root.
        (".a { --accent: var(--qr); --qr: 1mm } :root { --qr: 2mm }", "1mm"),
        (".a { --accent: var(--qr) } :root { --qr: 2mm }", "2mm"),
        # The root does not see the values of other rules.
        (".a { --b: var(--c); --d: 1 } :root { --c: var(--d); --d: 2 }", "2"),
    ],
)
def test_a_value_is_made_whole(css: str, value: str) -> None:
    """The tokens of printkit's base have values, too."""
    assert whole(css) == value


def test_values_that_read_each_other_end() -> None:
    """Each property reads the next property twice; two properties of two rules read each other."""
    chain = ";".join(f"--a{one}: var(--a{one + 1}) var(--a{one + 1})" for one in range(60))
    with ends_soon():
        whole(f":root {{ {chain} }}")
        whole(f":root {{ --a: {'var(--qr) ' * 20_000} }}")
        assert "var(" in whole(":root { --a: var(--b); --b: var(--a) }")


def test_the_declarations_that_a_value_reads_are_found() -> None:
    """A declaration is found once, also if two values read the declaration."""
    css = ":root { --a: var(--b) var(--c); --b: var(--c); --c: 1 }"
    settings = scan(css).declarations
    assert [one.name for one in ReadValues(settings).read_by(settings[0])] == ["--b", "--c"]
