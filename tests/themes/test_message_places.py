"""Places of rules that WeasyPrint does not read: the file and the line of the theme."""

from pathlib import Path

import pytest

import printkit
from tests.support.own_themes import write_theme
from tests.support.sample_records import PLAIN


@pytest.mark.parametrize(
    ("css", "begins"),
    [
        (
            "@supports (display: grid) { p { color: red } }",
            "printkit and WeasyPrint do not read @su",
        ),
        ("@keyframes a { from { color: red } }", "printkit and WeasyPrint do not read @keyframes"),
        ('@charset "latin-1";', "@charset has no effect, because printkit reads every"),
        (
            "@media (max-widht: 3px) { p { color: red } }",
            "WeasyPrint cannot read the condition (max-widht: 3px)",
        ),
        ("p::foo(x) { color: red }", "WeasyPrint cannot read the selector p::foo(x)"),
        ("@page :frist { margin: 0 }", "WeasyPrint does not know the pages :frist"),
        ("@page { @top-middle { content: 'x' } }", "a page has no margin box @top-middle"),
        ("p { color red; }", "this is no declaration of CSS"),
        ("}}", "this is no rule of CSS"),
        ("@font-face { font-family: Amiri }", "@font-face has no src"),
        ("@layer a, b { p { color: red } }", "a @layer rule with braces has one name"),
        ("@counter-style foo { system: cyclic }", "WeasyPrint has a problem with this page or"),
    ],
)
def test_a_rule_that_is_not_read_is_told_with_its_line(
    tmp_path: Path, css: str, begins: str
) -> None:
    """In the sheet that has the rule, though WeasyPrint names no sheet."""
    (tmp_path / "more.css").write_text(f"/* Two. */\n\n\n{css}")
    [told] = printkit.export(PLAIN, theme=write_theme(tmp_path, '@import "more.css";')).remarks
    assert (told.code, told.where) == ("PK501", "more.css:4")
    assert told.message.startswith(begins)


def test_the_right_charset_is_no_remark(tmp_path: Path) -> None:
    """Every style sheet is read as UTF-8, so the line is true."""
    theme = tmp_path / "ours.css"
    theme.write_text('@charset "UTF-8";\n@import "printkit:base.css";')
    assert printkit.export(PLAIN, theme=str(theme)).remarks == ()
