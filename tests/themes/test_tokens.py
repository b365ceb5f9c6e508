"""Tokens: the style sheet declares and the base uses every token, and no other name is set."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

import printkit
from printkit.themes import STYLES, TEMPLATES, tokens
from printkit.themes.stylesheet import ScannedSheet, scan
from printkit.themes.tokens import nearest_token
from tests.support.own_themes import write_theme
from tests.support.press_runs import ALL_OWN_PAGES, make_record

NAMES = {token.name for token in tokens()}
TOKENS = STYLES / "base" / "tokens.css"


def sheets(folder: Path = STYLES) -> Iterator[tuple[str, ScannedSheet]]:
    """Yield each style sheet of printkit by its address in the folder, with its properties."""
    for path in sorted(folder.rglob("*.css")):
        yield path.relative_to(folder).as_posix(), scan(path.read_text(encoding="utf-8"))


def undeclared(sheet: ScannedSheet) -> set[str]:
    """Return properties of a sheet that are neither tokens nor private."""
    names = {one.text for one in (*sheet.set_properties, *sheet.used_properties)}
    return {name for name in names - NAMES if not name.startswith("--_")}


def templates() -> str:
    """Return the `style` attributes that printkit's templates write."""
    texts = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    styles = re.findall(r'style="([^"]*)"', texts)
    assert len(styles) > 1
    return f"p {{ {';'.join(styles)} }}"


def test_every_line_of_the_vocabulary_is_read() -> None:
    """Each declaration of the first rule is a token with a unit, an effect and a group."""
    rule = TOKENS.read_text(encoding="utf-8").partition(":root {")[2].partition("\n}")[0]
    declared = [one.text for one in scan(f"p {{{rule}}}").set_properties]
    assert [token.name for token in tokens()] == declared
    assert len(declared) == len(set(declared)) > 90
    assert all(all((token.value, token.unit, token.effect, token.group)) for token in tokens())


def test_every_property_of_styles_and_templates_is_a_token() -> None:
    """`tokens.css` declares every property that printkit's styles and templates set or use."""
    assert {name: undeclared(sheet) for name, sheet in sheets() if undeclared(sheet)} == {}
    assert undeclared(scan(templates())) == set()


def test_every_token_is_used() -> None:
    """A style of the base takes up each token."""
    used = {one.text for _, sheet in sheets(STYLES / "base") for one in sheet.used_properties}
    assert NAMES - used == set()


def test_the_templates_set_the_tokens_of_the_edition() -> None:
    """The templates set no other properties but private properties."""
    was_set = {one.text for one in scan(templates()).set_properties}
    of_the_edition = {token.name for token in tokens() if token.is_set_by_the_edition}
    assert {name for name in was_set if not name.startswith("--_")} == of_the_edition != set()


def test_private_properties_stay_in_one_sheet() -> None:
    """A sheet or a template sets the sheet's private properties; a theme of printkit has none."""
    in_markup = {one.text for one in scan(templates()).set_properties if one.text.startswith("--_")}
    for name, sheet in sheets():
        was_set = {one.text for one in sheet.set_properties if one.text.startswith("--_")}
        used = {one.text for one in sheet.used_properties if one.text.startswith("--_")}
        assert was_set <= used <= was_set | in_markup, name
        assert not (used and name.startswith("themes/"))


def test_a_token_is_declared_once_for_all_sheets() -> None:
    """No other style sheet of the base sets a token for every page: only tokens.css does."""
    for name, sheet in sheets(STYLES / "base"):
        if name != "tokens.css" and sheet.set_properties:
            text = (STYLES / "base" / name).read_text(encoding="utf-8")
            for rule in re.findall(r"(?m)^:root \{[^}]*\}", text):
                assert {one.text for one in scan(rule).set_properties} & NAMES == set(), name


def test_no_style_of_the_base_fixes_a_size_that_a_token_sets() -> None:
    """A style may give one token the value of another token; a theme can set both tokens."""
    sizes = {token.name for token in tokens() if token.unit == "length"}
    for name, sheet in sheets(STYLES / "base"):
        set_here = [one for one in sheet.declarations if one.name in sizes]
        assert name == "tokens.css" or all(one.used for one in set_here), name


def test_articles_that_flow_on_have_tokens_of_their_own(tmp_path: Path) -> None:
    """An earlier base fixed the size of these headlines."""
    theme = write_theme(tmp_path, ":root { --flow-headline-size: 40pt }")
    records = [make_record("a"), make_record("b")]
    made = printkit.digest(
        records, theme=theme, start="flow", without=ALL_OWN_PAGES, cache=False, title="The Week"
    )
    assert made.remarks == ()
    text = pypdfium2.PdfDocument(made.pdf)[0].get_textpage()
    pixels = pypdfium2.raw.FPDFText_GetFontSize(text, text.get_text_range().index("Ship a"))
    assert round(pixels * 0.75, 1) == 40


def test_articles_that_flow_on_keep_the_proportions_of_large_print() -> None:
    """Headlines are larger than standfirsts and crossheads; the QR code keeps its size."""
    text = (STYLES / "themes" / "large-print.css").read_text(encoding="utf-8")
    values = {one.name: one.value for one in reversed(scan(text).declarations)}
    points = {
        name: float(value.removesuffix("pt"))
        for name, (value, *_) in values.items()
        if value.endswith("pt")
    }
    assert points["--flow-headline-size"] > points["--crosshead-size"]
    assert points["--flow-headline-size"] > points["--subheadline-size"]
    assert values["--flow-qr"] == values["--qr"]


def test_values_for_smaller_and_larger_sheets_are_read() -> None:
    """A token that a class of sheets leaves alone has the same value there."""
    by_name = {token.name: token for token in tokens()}
    text = by_name["--text-size"]
    assert (text.value, text.small, text.large) == ("10.4pt", "9.2pt", "12.4pt")
    ink = by_name["--ink"]
    assert ink.value == ink.small == ink.large
    assert (ink.unit, ink.group) == ("colour", "Ink")


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("--headline-sise", "--headline-size"),
        ("--acent", "--accent"),
        ("--text-colour", ""),
        ("--zzz", ""),
    ],
)
def test_the_nearest_token_is_named(written: str, near: str) -> None:
    """If no token is similar, no token is named."""
    assert nearest_token(written) == near
