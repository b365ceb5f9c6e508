"""The scan of a style sheet finds addresses and properties with their lines."""

import pytest

from printkit.themes.declarations import Mention
from printkit.themes.stylesheet import scan


def test_addresses_of_imports_fonts_and_pictures_are_found() -> None:
    """Addresses have quotes or not, and are listed in the order of the text."""
    sheet = """@charset "utf-8";
@import "printkit:base.css";
@import url( 'a b.css' ) print;
@font-face { src: local("Ours"), url(fonts/ours.ttf) format("truetype") }
h1 { background: url("x.png"), URL(y.svg) }"""
    assert scan(sheet).imports == (Mention(2, "printkit:base.css"), Mention(3, "a b.css"))
    assert scan(sheet).addresses == (
        Mention(4, "fonts/ours.ttf"),
        Mention(5, "x.png"),
        Mention(5, "y.svg"),
    )


def test_properties_that_are_set_and_used_are_found() -> None:
    """A class name with two hyphens is no property."""
    sheet = scan(":root {--ink: red;\n --accent : var( --ink, blue) }\n.a--b:hover { color: red }")
    assert sheet.set_properties == (Mention(1, "--ink"), Mention(2, "--accent"))
    assert sheet.used_properties == (Mention(2, "--ink"),)


def test_comments_strings_and_namespaces_mean_nothing() -> None:
    """A text that only looks like an address or a property is ignored; so is a place in a page."""
    sheet = """/* @import "no.css"; --no: 1 */ @namespace svg url(http://www.w3.org/2000/svg);
p::before { content: "url(no.png) --no: \\" 2"; mask: url(#here) }
q { content: 'var(--no)' }"""
    scanned = scan(sheet)
    assert scanned.imports == scanned.addresses == ()
    assert scanned.set_properties == scanned.used_properties == ()


@pytest.mark.parametrize(
    "rule",
    [
        '@import"a.css";',
        "@IMPORT URL( 'a.css' );",
        "@import/**/url(a.css)print;",
        "@import\n  url(a\\.css);",
        "@\\69mport'\\61 .css';",
        '<!-- @import "a.css" layer(x); -->',
        '@import "a.css" PRINT;',
        '@import "a.css" screen, print;',
        '@import "a.css" layer only all;',
    ],
)
def test_an_import_is_read_as_css_reads_it(rule: str) -> None:
    """An import may have capitals, comments, escapes, no space, and a condition that holds."""
    assert [one.text for one in scan(rule).imports] == ["a.css"]


def test_names_are_read_as_css_reads_them() -> None:
    """A name with an escape is found, also in a rule within a rule."""
    sheet = scan("@media print { p { --p\\61per: {a}; q { color: VAR(/**/--\\69 nk) } --x:1 } }")
    assert [one.text for one in sheet.set_properties] == ["--paper", "--x"]
    assert [one.text for one in sheet.used_properties] == ["--ink"]


@pytest.mark.parametrize(
    ("value", "family"),
    [
        ('"Ours", serif', "Ours"),
        ("Our  Own /**/ Face, serif", "Our Own Face"),
        ("italic 700 9pt/1.2 Our Face !important", "Our Face"),
        ("700 var(--size) / 1.2 var(--face, serif)", "--face"),
        ("700 9pt/calc(1 * var(--leading))", ""),
        ("12mm", ""),
    ],
)
def test_the_first_family_of_a_value_is_found(value: str, family: str) -> None:
    """The value may be a list of families, or a whole font."""
    (declaration,) = scan(f"p {{ font: {value} }}").declarations
    assert declaration.family == family
