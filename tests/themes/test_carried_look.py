"""A carried look: another machine has the theme and the templates of a user."""

from pathlib import Path

import pytest

from printkit.errors import ThemeError
from printkit.themes import find_templates, find_theme
from printkit.themes.carried_look import CarriedLook, carry_look
from tests.support.own_templates import write_templates
from tests.support.own_themes import write_theme


def test_a_theme_of_printkit_has_no_files() -> None:
    """The other machine has the theme, too."""
    assert carry_look("broadsheet", None) == CarriedLook("broadsheet", None)


def test_all_files_are_unpacked(tmp_path: Path) -> None:
    """Style sheets, fonts and templates are the same; no path is in the carried look's files."""
    home = tmp_path / "home"
    (home / "fonts").mkdir(parents=True)
    (home / "fonts" / "a.ttf").write_bytes(b"font")
    css = '@font-face { font-family: "Own"; src: url("fonts/a.ttf") }'
    theme = write_theme(home, css)
    templates = write_templates(home / "templates", article='{% extends "base/article.html" %}')
    look = carry_look(theme, templates)
    assert all(not name.startswith("/") for name, _ in look.files)
    there = tmp_path / "there"
    there.mkdir()
    unpacked = look.unpack(there)
    assert [one.name for one in find_theme(unpacked.theme).files] == ["ours.css", "a.ttf"]
    assert unpacked.templates
    (ours,) = find_templates(templates).templates
    (other,) = find_templates(unpacked.templates).templates
    assert (ours.name, ours.text) == (other.name, other.text)
    assert dict(unpacked.places) == {unpacked.theme: theme, unpacked.templates: templates}


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A font that is a folder is no font."""
    (tmp_path / "a.ttf").mkdir()
    theme = write_theme(tmp_path, '@font-face { font-family: "Own"; src: url("a.ttf") }')
    with pytest.raises(ThemeError):
        carry_look(theme, None)
