"""Themes of a user's own, written to a folder outside printkit."""

from pathlib import Path

from printkit.themes import STYLES


def own_theme(folder: Path, css: str) -> str:
    """A theme of the user's own: broadsheet, and more."""
    path = folder / "ours.css"
    path.write_text(f'@import url("{(STYLES / "themes" / "broadsheet.css").as_uri()}");\n{css}')
    return str(path)
