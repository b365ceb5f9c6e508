"""An address in a style sheet leads to a file of the theme's folder, or to a problem."""

from pathlib import Path

import pytest

from printkit.errors import ThemeError
from printkit.themes import find_theme
from printkit.themes.file_addresses import LARGEST_FILE, address_problem, file_at, printkit_style
from tests.support.own_themes import write_theme


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("loop.css", "leads to no file"),
        ("a%00b.css", "leads to no file"),
        ("http://[x/a.css", "nothing is loaded from the network"),
        ("file://[x/a.css", "leads to no file"),
        ("large.ttf", "large.ttf is over the limit of 100 MB"),
        ("a" * 100_000, "cannot be read: File name too long"),
        ("device.css", "outside the theme's folder"),
        ("inner", "is a folder"),
    ],
)
def test_an_address_that_leads_to_no_file_is_told(tmp_path: Path, address: str, told: str) -> None:
    """Links in a circle, names that no file has, and large files ended in a traceback or a hang."""
    (tmp_path / "loop.css").symlink_to("pool.css")
    (tmp_path / "pool.css").symlink_to("loop.css")
    (tmp_path / "device.css").symlink_to("/dev/zero")
    (tmp_path / "inner").mkdir()
    with (tmp_path / "large.ttf").open("wb") as large:
        large.truncate(LARGEST_FILE + 1)
    sheet = tmp_path.resolve() / "ours.css"
    assert told in address_problem(address, sheet, sheet.parent)
    theme = write_theme(tmp_path, f"@font-face {{ font-family: x; src: url('{address}') }}")
    with pytest.raises(ThemeError, match="cannot use"):
        find_theme(theme)


def test_an_address_leads_to_a_file_or_to_a_style(tmp_path: Path) -> None:
    """A path to one of printkit's styles is this style."""
    sheet = tmp_path.resolve() / "ours.css"
    (tmp_path / "a b.ttf").touch()
    assert file_at("a%20b.ttf", sheet) == sheet.parent / "a b.ttf"
    assert address_problem("a%20b.ttf", sheet, sheet.parent) == ""
    assert printkit_style("PRINTKIT:base.css", sheet) == "printkit:base.css"
    assert printkit_style("a%20b.ttf", sheet) == ""
