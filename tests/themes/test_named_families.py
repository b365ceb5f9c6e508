"""The font families that a theme relies on, each with its place."""

from pathlib import Path

from printkit.themes import find_theme
from printkit.themes.named_families import named_families
from tests.support.own_themes import write_theme

SERIFS = ["Source Serif Text", "Source Serif Subhead", "Source Serif Display"]
SANS = "Libre Franklin"


def test_families_are_found_through_properties_of_the_themes_own(tmp_path: Path) -> None:
    """The line is the line where the family is written, not where the property is used."""
    css = ":root { --a: var(--b);\n--b: 'Ours', serif; --latin-sans: var(--a); --c: bold }"
    found = list(named_families(find_theme(write_theme(tmp_path, css))))
    assert found == [("Ours", "ours.css:3"), *((name, "ours.css") for name in SERIFS)]


def test_families_of_the_tokens_count_until_they_are_replaced(tmp_path: Path) -> None:
    """The theme may replace the families, and so may the theme on which it builds."""
    found = named_families(find_theme(write_theme(tmp_path, "")))
    assert {family for family, _ in found} == {*SERIFS, SANS}
    (tmp_path / "ours.css").write_text('@import "printkit:themes/reader.css";')
    found = named_families(find_theme(str(tmp_path / "ours.css")))
    assert [family for family, _ in found] == [SANS]
    assert list(named_families(find_theme("reader"))) == []
