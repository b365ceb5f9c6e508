"""Limits of selectors: what WeasyPrint writes for rules within rules is counted."""

import pytest

from printkit.themes.folders import STYLES
from printkit.themes.printkit_styles import SCHEME, printkit_styles
from printkit.themes.selector_limits import selector_excesses
from tests.support.time_limits import ends_soon


def nested(selector: str, depth: int) -> str:
    """Return a rule within rules of the same selector."""
    return f"{selector} {{\n" * depth + "color: red" + "}" * depth


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ("p " * 50 + "{}", "\n" + "p " * 51 + "{}", 2),
        (", ".join(["p"] * 3_000) + "{}", ", ".join(["p"] * 4_000) + "{}", 1),
        (nested("p", 25), nested("p, q", 25), 11),
        (nested("p " * 10, 5), nested("p " * 10, 9), 6),
        (":is(p, " * 9 + ")" * 9 + "{}", ":not(" * 26 + "p p" + ")" * 26 + "{}", 1),
        (nested("& p", 25), nested("& p, & q", 25), 6),
        (nested("& & p", 8), nested("& & p", 25), 11),
        (
            f"@media print {{{nested('a, b', 5)}}}",
            f"@media print {{{nested('a, b', 20)}}}",
            11,
        ),
    ],
)
def test_the_rule_with_too_long_selectors_is_named(right: str, wrong: str, line: int) -> None:
    """Rules within this rule are not looked at: their selectors are longer still."""
    assert list(selector_excesses(right)) == []
    with ends_soon():
        (found,) = selector_excesses(wrong)
    assert found.line == line
    assert "more than 10,000 characters" in found.text or "more than 50 parts" in found.text


def test_very_many_rules_are_told_once() -> None:
    """Rules of media count as rules."""
    assert list(selector_excesses("p {}\n" * 5_000)) == []
    (found,) = selector_excesses("@media print {" + "p {}\n" * 5_100 + "}")
    assert "more than 5,000 rules" in found.text


def test_printkits_own_selectors_are_far_from_the_limit() -> None:
    """No sheet of printkit has too many selectors."""
    sheets = [STYLES / one.removeprefix(SCHEME) for one in printkit_styles()]
    assert len(sheets) > 10
    assert [one for path in sheets for one in selector_excesses(path.read_text())] == []
