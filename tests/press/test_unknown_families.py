"""Font families that a theme names: a family that has no font is told with its line."""

from pathlib import Path

import pytest

from printkit import digest, export
from printkit.themes import themes
from tests.support.own_themes import write_theme
from tests.support.press_runs import make_record
from tests.support.sample_records import PLAIN


def told(theme: str) -> list[tuple[str, str]]:
    """Print an article with a theme; return code and place of each remark."""
    return [(one.code, one.file) for one in export(PLAIN, theme=theme).remarks]


@pytest.mark.parametrize(
    ("css", "line"),
    [
        (':root {\n--latin-serif: "Source Serf Text" }', 3),
        (":root { --text-face: Lterata, serif }", 2),
        (":root { --folio-font: 700 8pt/1.2 Ltrata Text, serif }", 2),
        (":root { --brand: 'Ours';\n--headline-face: var(--brand), serif }", 2),
        (".headline { font: 700\n20pt Ours !important }", 2),
    ],
)
def test_a_family_without_a_font_is_told_with_its_line(tmp_path: Path, css: str, line: int) -> None:
    """Without a remark, the theme is silently printed in a face of the machine."""
    assert told(write_theme(tmp_path, css)) == [("PK507", f"ours.css:{line}")]


@pytest.mark.parametrize(
    "css",
    [
        ':root { --latin-serif: "libre franklin", Nowhere }',
        ":root { --serif: 'Frank Ruhl Libre', var(--latin-serif) }",
        ".headline { font: inherit } .kicker { font-family: sans-serif }",
        ":root { --width: bold; --title-font: italic 400 9pt var(--serif) }"
        "p { font: var(--width) 9pt Libre Franklin }",
    ],
)
def test_a_family_that_has_a_font_is_not_told(tmp_path: Path, css: str) -> None:
    """A style sheet loads the font, a script brings the font, or CSS has a word for the family."""
    assert told(write_theme(tmp_path, css)) == []


def test_the_rules_alone_lack_the_faces_of_the_tokens(tmp_path: Path) -> None:
    """A theme that imports only the rules names faces of its own."""
    theme = tmp_path / "ours.css"
    theme.write_text('@import "printkit:base/rules.css";')
    assert told(str(theme)) == [("PK507", "ours.css")] * 3
    theme.write_text('@import "printkit:base/rules.css";\n@import "printkit:base.css";')
    assert told(str(theme)) == []


def test_a_digest_tells_the_family_once(tmp_path: Path) -> None:
    """The remark is not repeated for each article."""
    theme = write_theme(tmp_path, ':root { --latin-serif: "Nowhere" }')
    records = [make_record("a"), make_record("b")]
    made = digest(records, theme=theme, title="The Week", cache=False)
    assert [one.code for one in made.remarks if one.code == "PK507"] == ["PK507"]


@pytest.mark.parametrize("theme", [theme.name for theme in themes()])
def test_printkits_own_themes_load_what_they_name(tmp_path: Path, theme: str) -> None:
    """The same holds for a theme that builds on one of these themes."""
    ours = tmp_path / "ours.css"
    ours.write_text(f'@import "printkit:themes/{theme}.css";')
    assert told(str(ours)) == []
