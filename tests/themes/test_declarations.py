"""Declarations: each with its selector, and with its value as one line of text."""

import pytest

from printkit.themes.stylesheet import scan


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (":root { --a: 1pt; }", [(":root", "--a", "1pt")]),
        (".a,\n  .b/* x */ { color : red!important }", [(".a, .b", "color", "red!important")]),
        (
            "p { --a: 3/**/pt;--b: calc( 1pt + 2pt ) }",
            [("p", "--a", "3 pt"), ("p", "--b", "calc( 1pt + 2pt )")],
        ),
        (
            "@page { margin: 0; @top-left { content: 'x' } }",
            [("@page", "margin", "0"), ("@top-left", "content", '"x"')],
        ),
        ("@media print { .c { --a: } }", [(".c", "--a", "")]),
        ("p { --a: {x: y}; --b: ({c: d}) }", [("p", "--a", "{x: y}"), ("p", "--b", "({c: d})")]),
    ],
)
def test_a_declaration_has_its_selector_and_its_text(
    css: str, found: list[tuple[str, str, str]]
) -> None:
    """Comments are left out; two words with a comment between them stay two words."""
    told = [(one.selector, one.name, one.text) for one in scan(css).declarations]
    assert told[: len(found)] == found
