"""Remarks on values of tokens: each has file and line, also if no page uses the token."""

from pathlib import Path

import pytest

import printkit
from printkit.themes import find_theme
from tests.support.own_themes import write_theme
from tests.support.sample_records import PLAIN
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("css", "message"),
    [
        (
            "--top-left: string(sction)",
            "--top-left has string(sction), but no string has this name, so nothing is printed; "
            "did you mean section?",
        ),
        (
            "--folio: counter(pge)",
            "--folio has counter(pge), but no counter has this name, so 0 is printed; "
            "did you mean page?",
        ),
        ("--qr: big", "--qr cannot be big; write a length from 0, such as 9pt"),
        ("--note-columns: two", "--note-columns cannot be two; write a whole number from 1"),
        (
            "--top-right-width: 900%",
            "--top-right-width cannot be 900%; write a percentage from 0 to 100%",
        ),
        ("--accent: ", "--accent cannot be empty; write a colour, such as #8c1d18"),
        (
            "--serif: var(--text-face)",
            "--serif reads its own value through --text-face, so --serif has no value; "
            "write a value in the place of var()",
        ),
    ],
)
def test_a_wrong_value_is_one_remark(tmp_path: Path, css: str, message: str) -> None:
    """WeasyPrint says nothing of most, because it prints nothing, or because no page uses them."""
    made = printkit.export(PLAIN, theme=write_theme(tmp_path, f":root {{\n  {css} }}"))
    assert [(one.code, one.where, one.message) for one in made.remarks] == [
        ("PK501", "ours.css:3", message)
    ]


@pytest.mark.parametrize(
    ("css", "begins"),
    [
        ("@page { @top-center { content: string(sction) } }", ["content has string(sction)"]),
        (".x::after { content: counter(fgure) }", ["content has counter(fgure)"]),
        ("h2 { string-set: mine content() } @page { @top-center { content: string(mine) } }", []),
        ("p { counter-reset: fig } p::after { content: counter(fig) counter(page) }", []),
        (":root { --a: var(--b); --b: var(--a) }", ["--a reads its own", "--b reads its own"]),
        (".flow { --qr: calc(var(--qr) * 2) }", ["--qr reads its own value, so --qr has no value"]),
        # In another rule `var()` reads the value of an element further out.
        (":root { --a: var(--b); --b: 1pt } .x { --b: var(--a) }", []),
        (":root { --brand: red; --accent: var(--brand); --ink: var(--accent) }", []),
        (":root { --brand: 12pt; --accent: var(--brand) }", ["--brand, which is the value of"]),
    ],
)
def test_names_and_loops_are_checked_in_all_rules(
    tmp_path: Path, css: str, begins: list[str]
) -> None:
    """A name that the theme itself sets is right."""
    told = find_theme(write_theme(tmp_path, css)).remarks
    assert len(told) == len(begins)
    assert all(one.message.startswith(start) for one, start in zip(told, begins, strict=True))


@pytest.mark.parametrize(
    "value", ["(" * 20 + ")" * 20, "a " * 50_000, "var(--x) " * 10_000, "1" * 3999]
)
def test_a_long_value_ends_soon(tmp_path: Path, value: str) -> None:
    """100,000 characters take no second; a chain of properties neither."""
    chain = ";".join(f"--a{number}: var(--a{number + 1})" for number in range(300))
    theme = write_theme(tmp_path, f":root {{ --accent: {value}; {chain} }}")
    with ends_soon():
        find_theme(theme)
