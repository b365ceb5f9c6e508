"""Remarks on the style sheets of a user's theme: tokens, and the imported base."""

from pathlib import Path

import pytest

from printkit.remarks import Remark
from printkit.themes import STYLES
from printkit.themes.own_files import own_files

BASE = '@import "printkit:base.css";'


def remarks_on(folder: Path, css: str, more: str = "") -> tuple[Remark, ...]:
    """Write a theme and a sheet that the theme may import; return the remarks on both."""
    (folder / "more.css").write_text(more)
    (folder / "ours.css").write_text(css)
    return own_files((folder / "ours.css").resolve(), "ours.css").remarks


def test_a_misspelt_token_is_remarked_on_with_its_place(tmp_path: Path) -> None:
    """Any sheet of the theme may set or use the token; the remark names the nearest token."""
    found = remarks_on(
        tmp_path,
        f'{BASE}@import "more.css";\n:root {{\n  --headline-sise: 30pt;\n  --accent: red;\n}}',
        "p { color: var(--acent) }\nq { color: var(--blotting-paper) }",
    )
    assert found == (
        Remark(
            "PK505",
            "--headline-sise is no token of printkit's; did you mean --headline-size?",
            file="ours.css:3",
        ),
        Remark(
            "PK505", "--acent is no token of printkit's; did you mean --accent?", file="more.css:1"
        ),
        Remark("PK505", "--blotting-paper is no token of printkit's", file="more.css:2"),
    )


def test_an_escape_hides_no_misspelt_token(tmp_path: Path) -> None:
    """Names are compared as CSS understands them."""
    found = remarks_on(tmp_path, rf"{BASE}:root {{ --p\61per-wide: 1mm; --\61 ccent: red }}")
    assert [one.message.partition(" is ")[0] for one in found] == ["--paper-wide"]


def test_a_property_that_the_theme_both_sets_and_uses_is_its_own(tmp_path: Path) -> None:
    """Such a property has no remark; a theme must not set a private property of the base."""
    css = f"{BASE}:root {{ --brand: #036; --accent: var(--brand) }}"
    assert remarks_on(tmp_path, css) == ()
    css = f"{BASE}p {{ --_first-line: 0; text-indent: var(--_first-line) }}"
    told = remarks_on(tmp_path, css)
    assert [one.where for one in told] == ["ours.css:1"] * 2
    private = "is private: names that begin with --_ belong to printkit's base"
    assert {one.message for one in told} == {f"--_first-line {private}"}


def test_the_names_of_tokens_have_a_case(tmp_path: Path) -> None:
    """A token in capitals is another property; the token is named."""
    (told,) = remarks_on(tmp_path, f"{BASE}:root {{ --HEADLINE-SIZE: 20pt }}")
    assert told.message.endswith("; did you mean --headline-size?")


def test_printkits_own_themes_have_nothing_wrong() -> None:
    """Printkit's own themes keep the rules that hold for themes of users."""
    for path in (STYLES / "themes").glob("*.css"):
        assert own_files(path, path.name).remarks == ()


def test_a_token_that_only_the_edition_sets_is_remarked_on(tmp_path: Path) -> None:
    """A theme may read the token; a value that the theme sets has no effect."""
    css = f"{BASE}:root {{ --paper: A5;\n--paper-width: 148mm; --paper-height: 210mm }}"
    found = remarks_on(tmp_path, css)
    assert [(one.code, one.file) for one in found] == [
        ("PK505", "ours.css:1"),
        ("PK505", "ours.css:2"),
        ("PK505", "ours.css:2"),
    ]
    css = f"{BASE}:root {{ --margin-side: calc(var(--paper-width) * 0.1) }}"
    assert remarks_on(tmp_path, css) == ()


@pytest.mark.parametrize(
    ("css", "more"),
    [
        ("", ""),
        ("p { margin: 0 }", ""),
        ('@import "printkit:base/fonts-literata.css"; p { margin: 0 }', ""),
        ('@import "more.css";', '@import "printkit:base/tokens.css";'),
    ],
)
def test_a_theme_without_the_base_is_remarked_on(tmp_path: Path, css: str, more: str) -> None:
    """The pages of such a theme have no sheet, no margins and no faces of printkit."""
    (remark,) = remarks_on(tmp_path, css, more)
    assert (remark.code, remark.file) == ("PK506", "ours.css")
    assert '@import "printkit:base.css";' in remark.message


@pytest.mark.parametrize(
    ("css", "more", "place"),
    [
        ('/**/\n@import "printkit:base.css" screen;', "", "ours.css:2"),
        ("@import url(printkit:themes/reader.css) (min-width: 1px);", "", "ours.css:1"),
        ('@import "more.css";', '@import "printkit:base.css" tv, screen;', "more.css:1"),
    ],
)
def test_a_base_that_is_not_for_print_is_no_base(
    tmp_path: Path, css: str, more: str, place: str
) -> None:
    """The remark names the line, so that the designer takes the condition out."""
    (remark,) = remarks_on(tmp_path, css, more)
    assert (remark.code, remark.file) == ("PK506", place)
    assert "not for print" in remark.message


def test_a_style_sheet_for_the_screen_is_left_alone(tmp_path: Path) -> None:
    """The file of such a sheet may be missing, or may lie in the network."""
    idle = '@import "no.css" screen; @import url(http://127.0.0.1:9/x.css) screen;'
    assert remarks_on(tmp_path, f"{BASE}{idle}") == ()


@pytest.mark.parametrize(
    "address",
    [
        "printkit:base.css",
        "printkit:base/rules.css",
        "printkit:themes/reader.css",
        (STYLES / "base.css").as_uri(),
    ],
)
def test_the_base_may_be_imported_by_any_of_its_addresses(tmp_path: Path, address: str) -> None:
    """The theme, another theme or a style sheet of the theme's own may import the base."""
    assert remarks_on(tmp_path, f'@import "{address}";') == ()
    assert remarks_on(tmp_path, '@import "more.css";', f'@import "{address}";') == ()
