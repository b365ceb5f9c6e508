"""Themes of a user's own, written to a folder outside printkit."""

from pathlib import Path


def write_theme(folder: Path, css: str) -> str:
    """Write a theme that builds on broadsheet; return its path."""
    path = folder / "ours.css"
    path.write_text(f'@import "printkit:themes/broadsheet.css";\n{css}')
    return str(path)
