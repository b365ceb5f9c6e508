"""A style sheet without some of its declarations keeps its form."""

from pathlib import Path

import pytest
import tinycss2

from printkit.themes import find_theme, tokens
from printkit.themes.declarations import LEFT_OUT
from printkit.themes.printkit_styles import printkit_styles, scanned_style
from printkit.themes.silencing import counting_settings, silence, silenced_sheet
from printkit.themes.stylesheet import scan
from printkit.themes.token_faults import own_settings
from tests.support.own_themes import write_theme


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("p { color: red; top: 0 }", "p { _olor: red; _op: 0 }"),
        (":root { --a: 0; --bc:1 }", ":root { --·: 0; --·c:1 }"),
        ("@page { top: 0;\n @a { top: 0 } }", "@page { _op: 0;\n @a { _op: 0 } }"),
        ("@media print {\r\n p { top: 0 }\r\n}", "@media print {\n p { _op: 0 }\n}"),
        ("p { /* “é” */ color: red }", "p { /* “é” */ _olor: red }"),
        ("p { c\\6f lor: red }", "p { _\\6f lor: red }"),
        ("p\f{ top: 0 }", "p\n{ _op: 0 }"),
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
    assert "{ top: 0; _op: 0 }" in silenced_sheet(theme.files[0], theme, [first])
    assert "{ _op: 0; top: 0 }" in silenced_sheet(theme.files[0], theme, [second])


def test_no_property_has_the_name_of_a_silent_token() -> None:
    """Printkit's styles use no such name, so a silent token has no effect."""
    names = {each.text for one in printkit_styles() for each in scanned_style(one).used_properties}
    assert names >= {"--accent", "--qr"}
    assert not names & {f"{LEFT_OUT}{one.name[3:]}" for one in tokens()}


def test_a_token_with_a_wrong_value_does_not_count(tmp_path: Path) -> None:
    """Other declarations count, also if they are wrong: WeasyPrint tells why."""
    css = ":root { --qr: var(--accent); --accent: blue } p { color: 12pt }"
    theme = find_theme(write_theme(tmp_path, css))
    assert [one.words for one in counting_settings(theme)] == ["--accent (blue)", "color (12pt)"]


def test_a_long_sheet_is_silenced_fast() -> None:
    """Twenty thousand declarations stand on one line."""
    text = f"p {{ {'top:0;' * 20_000} }}"
    silent = silence(text, scan(text).declarations)
    assert silent.count("_op") == 20_000
    assert not any(one.type == "error" for one in tinycss2.parse_stylesheet(silent))
