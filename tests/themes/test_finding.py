"""Themes: the list of all themes, and one clear error for a theme that is missing."""

import os
from pathlib import Path

import pytest

from printkit.errors import ThemeError
from printkit.themes import find_theme, themes


def test_each_theme_says_what_it_is_for() -> None:
    """The purpose of a theme is one line."""
    found = themes()
    assert [theme.name for theme in found] == sorted(theme.name for theme in found)
    assert len(found) >= 2
    assert all(theme.purpose and "\n" not in theme.purpose for theme in found)


def test_a_theme_is_found_by_its_name() -> None:
    """A theme found by name is a style of printkit, and has no files of the user."""
    theme = find_theme("reader")
    assert (theme.address, theme.files, theme.state) == ("printkit:themes/reader.css", (), "")


def test_a_misspelt_theme_names_the_nearest_and_all() -> None:
    """The user need not look for the names."""
    with pytest.raises(ThemeError, match=r"there is no such theme") as caught:
        find_theme("broadshet")
    assert caught.value.where == "broadshet"
    assert "Did you mean broadsheet?" in caught.value.remedy
    assert all(theme.name in caught.value.remedy for theme in themes())


def test_a_name_leads_nowhere_but_to_themes() -> None:
    """A name is not used as a path."""
    with pytest.raises(ThemeError, match="no such theme"):
        find_theme("../base/tokens")


def test_a_theme_may_be_a_file_of_the_users_own(tmp_path: Path) -> None:
    """The theme has the name of the file; its purpose is the first comment."""
    path = tmp_path / "ours.css"
    path.write_text("/* For the\n  weekend. */\np { color: red }")
    theme = find_theme(str(path))
    assert (theme.name, theme.purpose) == ("ours", "For the weekend.")
    assert (theme.address, theme.files) == (path.resolve().as_uri(), (path.resolve(),))
    assert len(theme.state) == 64


def test_a_theme_needs_no_comment(tmp_path: Path) -> None:
    """A theme has a purpose only if it has a comment."""
    (tmp_path / "ours.css").write_text("p { color: red }")
    assert find_theme(str(tmp_path / "ours.css")).purpose == ""


@pytest.mark.parametrize(("content", "told"), [(None, "no such file"), (b"\xff", "cannot be read")])
def test_a_file_that_is_no_theme_is_told(tmp_path: Path, content: bytes | None, told: str) -> None:
    """The file may be missing, or may be no text."""
    path = tmp_path / "ours.css"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ThemeError, match=told) as caught:
        find_theme(str(path))
    assert caught.value.where == str(path)


@pytest.mark.timeout(30)
def test_a_theme_that_is_a_pipe_or_a_folder_is_called_so(tmp_path: Path) -> None:
    """Printkit does not wait until a program writes to the pipe."""
    os.mkfifo(tmp_path / "pipe.css")
    (tmp_path / "folder.css").mkdir()
    for kind in ("pipe", "folder"):
        with pytest.raises(ThemeError, match=f"is a {kind}, not a file"):
            find_theme(str(tmp_path / f"{kind}.css"))
