"""A style sheet without some of its declarations keeps its form."""

from pathlib import Path

import pytest
import tinycss2

from printkit.themes import find_theme
from printkit.themes.silencing import silence, silenced_sheet
from printkit.themes.stylesheet import scan
from printkit.themes.token_faults import own_settings
from tests.support.own_themes import write_theme


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("p { color: red; top: 0 }", "p { no-color: red; no-top: 0 }"),
        (":root { --a: 0; --b:1 }", ":root { no---a: 0; no---b:1 }"),
        ("@page { top: 0;\n @a { top: 0 } }", "@page { no-top: 0;\n @a { no-top: 0 } }"),
        ("@media print {\r\n p { top: 0 }\r\n}", "@media print {\n p { no-top: 0 }\n}"),
        ("p { /* “é” */ color: red }", "p { /* “é” */ no-color: red }"),
        ("p { c\\6f lor: red }", "p { no-c\\6f lor: red }"),
        ("p\f{ top: 0 }", "p\n{ no-top: 0 }"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_silent_declaration_sets_an_unknown_property(text: str, shown: str) -> None:
    """Rules, comments and line numbers stay."""
    assert silence(text, scan(text).declarations) == shown


def test_only_the_declarations_that_are_kept_count(tmp_path: Path) -> None:
    """The same declaration may stand in a theme twice; each declaration counts alone."""
    theme = find_theme(write_theme(tmp_path, "p { top: 0; top: 0 }"))
    first, second = own_settings(theme)
    assert "{ top: 0; no-top: 0 }" in silenced_sheet(theme.files[0], theme, [first])
    assert "{ no-top: 0; top: 0 }" in silenced_sheet(theme.files[0], theme, [second])


def test_a_long_sheet_is_silenced_fast() -> None:
    """Twenty thousand declarations stand on one line."""
    text = f"p {{ {'top:0;' * 20_000} }}"
    silent = silence(text, scan(text).declarations)
    assert silent.count("no-top") == 20_000
    assert not any(one.type == "error" for one in tinycss2.parse_stylesheet(silent))
