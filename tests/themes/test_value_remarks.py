"""Remarks on values of tokens: each has file and line, also if no page uses the token."""

from pathlib import Path

import pytest

import printkit
from printkit.themes import find_theme
from tests.support.own_themes import write_theme
from tests.support.pdf_objects import read_page_content
from tests.support.quick_cases import mark_slow
from tests.support.sample_digests import make_linked_issue
from tests.support.sample_records import PLAIN
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("css", "message"),
    [
        (
            "--top-left: string(sction)",
            "--top-left has string(sction), but no string has this name; did you mean section?",
        ),
        (
            "--folio: counter(pge)",
            "--folio has counter(pge), but no counter has this name; did you mean page?",
        ),
        ("--qr: big", "--qr cannot be big; write a length from 0, such as 9pt"),
        ("--note-columns: two", "--note-columns cannot be two; write a whole number from 1 to 12"),
        (
            "--top-right-width: 900%",
            "--top-right-width cannot be 900%; write a percentage from 0 to 100%",
        ),
        ("--note-columns: 900", "--note-columns cannot be 900; write a whole number from 1 to 12"),
        (
            "--accent: var(--headline-size)",
            "--accent cannot be 29pt, which comes from --headline-size; "
            "write a colour, such as #8c1d18",
        ),
        (
            "--cover-line-size: calc(12 pt)",
            "--cover-line-size cannot be calc(12 pt); write a length above 0, such as 9pt",
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
        (
            ":root { --brand: 12pt; --accent: var(--brand); --qr: var(--brand) }",
            ["--accent cannot be 12pt, which comes from --brand; write a colour"],
        ),
        (
            ":root { --accent: var(--a) } :root { --a: var(--b); --b: var(--headline-size) }",
            ["--a, which is the value of --accent, cannot be 29pt, which comes from --b and --hea"],
        ),
        (
            ":root { --section-font: 700 var(--accent) serif }",
            ["--section-font cannot be 700 #8c1d18 serif, which comes from --accent; write"],
        ),
        # A token that is left out has the value of the base, so its readers are right.
        (":root { --ink: var(--accent); --accent: var(--qr) }", ["--accent cannot be 17mm, which"]),
        (".small-sheet { --text-size: var(--accent) }", ["--text-size cannot be #8c1d18, which"]),
        ("body { counter-reset: mine } :root { --folio: counter(mine) }", ["--folio has counter("]),
        ("@page { counter-increment: mine } :root { --folio: counter(mine) }", []),
        (":root { --subheadline-size: calc(var(--headline-size) / 2) }", []),
        (":root { --headline-size: var(--text-size); --text-size: 12pt }", []),
        (".x { --accent: var(--b) } :root { --b: var(--accent) }", []),
    ],
)
def test_names_loops_and_read_values_are_checked_in_all_rules(
    tmp_path: Path, css: str, begins: list[str]
) -> None:
    """A name that the theme itself sets is right."""
    told = find_theme(write_theme(tmp_path, css)).remarks
    assert len(told) == len(begins)
    assert all(one.message.startswith(start) for one, start in zip(told, begins, strict=True))


@pytest.mark.parametrize(
    "value", ["(" * 20 + ")" * 20, "a " * 4_900, "var(--x) " * 1_000, "1" * 3999]
)
def test_a_long_value_ends_soon(tmp_path: Path, value: str) -> None:
    """10,000 characters take no second; a chain of properties neither."""
    chain = ";".join(f"--a{number}: var(--a{number + 1})" for number in range(300))
    theme = write_theme(tmp_path, f":root {{ --accent: {value}; {chain} }}")
    with ends_soon():
        find_theme(theme)


@pytest.mark.parametrize(
    "css",
    mark_slow(
        [
            "--accent: var(--headline-size)",
            "--headline-size: var(--folio)",
            "--margin-top: calc(2mm * foo)",
            "--headline-size: calc(12 pt)",
            "--top-left: attr(x)",
            "--leading: -1",
        ],
        but={"--leading: -1"},
    ),
)
def test_a_digest_tells_a_wrong_token_once(tmp_path: Path, css: str) -> None:
    """The token is left out, so each article is printed with the value of the base."""
    records, choices = make_linked_issue(3)
    theme = write_theme(tmp_path, f":root {{ {css} }}")
    made = printkit.digest(records, **choices, theme=theme, cache=False)
    told = [one for one in made.remarks if one.code == "PK501"]
    assert [(one.where, one.message.partition(" ")[0]) for one in told] == [
        ("ours.css:2", css.partition(":")[0])
    ]
    assert {one.status for one in made.accounts} == {"ok"}
    assert not [one for account in made.accounts for one in account.remarks if one.code == "PK501"]


def test_a_wrong_token_leaves_the_page_as_it_was(tmp_path: Path) -> None:
    """The page is the same as with a theme that does not set the token."""
    wrong = (
        ":root { --accent: var(--qr); --headline-size: calc(12 pt); --top-left: string(sction) }"
    )
    pages = [printkit.export(PLAIN, theme=write_theme(tmp_path, css)).pdf for css in (wrong, "")]
    first, second = (read_page_content(one) for one in pages)
    assert first == second
