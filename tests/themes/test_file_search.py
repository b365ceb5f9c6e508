"""The search for the files of a theme: what is found, and what is too much."""

from pathlib import Path

import pytest

from printkit.errors import ThemeError
from printkit.themes import find_theme
from printkit.themes.file_search import FileSearch, read_sheet
from printkit.themes.imported_sheets import MOST_BYTES
from tests.support.time_limits import ends_soon


def search(folder: Path, css: str) -> FileSearch:
    """Write a theme, and read its first sheet."""
    (folder / "ours.css").write_text(css)
    found = FileSearch((folder / "ours.css").resolve(), "ours.css")
    found.take(found.waiting.pop())
    return found


def test_sheets_wait_and_other_files_are_counted(tmp_path: Path) -> None:
    """An address counts each time that a sheet has the address."""
    for name in ("a.css", "x.png"):
        (tmp_path / name).write_text("1")
    css = (
        '@import "printkit:base.css"; @import "a.css";'
        "p { background: url(x.png) } q { background: url(x.png) }"
    )
    found = search(tmp_path, css)
    assert [path.name for path in found.waiting] == ["a.css"]
    assert {path.name: number for path, number in found.others.items()} == {"x.png": 2}
    assert (found.styles, found.problems, found.excesses()) == (["printkit:base.css"], [], [])


def test_what_is_too_much_is_named_with_its_place(tmp_path: Path) -> None:
    """Ten values are enough for one error."""
    rows = "".join(f"p {{ grid-row: 5{n:03} }}\n" for n in range(1, 30))
    found = search(tmp_path, rows).excesses()
    assert len(found) == 10
    assert found[1] == "line 2: grid-row asks for a grid of more than 5,000 tracks"
    (told,) = search(tmp_path, "\n" + "p," * 6_000 + "p {}").excesses()
    assert told.startswith("line 2: the selectors of this rule have more than 10,000 characters")


def test_very_many_declarations_are_told_once(tmp_path: Path) -> None:
    """All sheets count together."""
    assert search(tmp_path, "p {" + "top: 0;" * 10_000 + "}").excesses() == []
    found = search(tmp_path, "p {" + "top: 0;" * 10_001 + "}").excesses()
    assert found == ["the theme has more than 10,000 declarations"]


def test_addresses_and_bytes_of_files_have_a_limit(tmp_path: Path) -> None:
    """A file counts for each address: WeasyPrint may read the file again."""
    (tmp_path / "a.ttf").write_bytes(bytes(400_000))
    face = "@font-face { font-family: f; src: url(a.ttf) }\n"
    assert search(tmp_path, face * 1_000).excesses() == []
    assert search(tmp_path, face * 1_001).excesses() == [
        "the theme has more than 1,000 addresses of fonts and pictures"
    ]
    with (tmp_path / "a.ttf").open("ab") as file:
        file.truncate(90_000_000)
    assert search(tmp_path, face * 5).excesses() == []
    (told,) = search(tmp_path, face * 6).excesses()
    assert "over 500 MB together" in told


@pytest.mark.parametrize("number", [51, 3_000])
def test_the_search_ends_with_the_fiftieth_sheet(tmp_path: Path, number: int) -> None:
    """Not all of three thousand sheets are read."""
    for one in range(number):
        (tmp_path / f"s{one}.css").write_text("/* " + "x" * 3_000 + " */")
    css = "".join(f'@import "s{one}.css";' for one in range(number))
    (tmp_path / "ours.css").write_text(css)
    with pytest.raises(ThemeError, match="more than 50 style sheets"), ends_soon():
        find_theme(str(tmp_path / "ours.css"))


def test_a_sheet_that_is_too_long_is_not_parsed(tmp_path: Path) -> None:
    """The error says how long a sheet may be."""
    (tmp_path / "ours.css").write_text("/*" + "x" * MOST_BYTES + "*/")
    with pytest.raises(ThemeError, match=r"ours\.css is over the limit of 0\.5 MB") as caught:
        read_sheet(tmp_path / "ours.css", "ours.css")
    assert caught.value.remedy == "Write less."
