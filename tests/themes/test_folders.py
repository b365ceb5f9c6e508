"""The folders of templates and styles are there, whole."""

from printkit.themes.folders import STYLES, TEMPLATES


def test_both_folders_are_found() -> None:
    """The folders hold the base of all themes, the page of all templates and English words."""
    assert (STYLES / "base.css").is_file()
    assert (TEMPLATES / "page.html").is_file()
    assert (TEMPLATES / "words" / "en.toml").is_file()
