"""Find a theme by its name or path.

A theme is one CSS file in `styles/themes/`: a first comment that says what it is for,
an import of the base, tokens, and little else. A user's own theme is a path to such a file.
"""

import difflib
import re
from pathlib import Path
from typing import NamedTuple

from printkit.errors import ThemeError
from printkit.themes.folders import STYLES


class Theme(NamedTuple):
    """A look: its name, its style sheet, and what it is for."""

    name: str
    path: Path
    purpose: str


def themes() -> tuple[Theme, ...]:
    """The themes that come with printkit, by name."""
    return tuple(_theme(path) for path in sorted((STYLES / "themes").glob("*.css")))


def find_theme(name: str) -> Theme:
    """Find a theme by its name, or by the path of a CSS file.

    Raises:
        ThemeError: there is none; names the nearest.
    """
    if name.endswith(".css"):
        path = Path(name)
        if not path.is_file():
            raise ThemeError("there is no such file", where=name, remedy="Give a theme's CSS file.")
        return _theme(path)
    known = {theme.name: theme for theme in themes()}
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}? " if near else ""
        raise ThemeError(
            "there is no such theme",
            where=name,
            remedy=f"{hint}Themes: {', '.join(known)}; or give the path of a CSS file.",
        )
    return known[name]


def _theme(path: Path) -> Theme:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ThemeError(
            f"cannot be read: {error}", where=str(path), remedy="Save it as text, in UTF-8."
        ) from error
    opening = re.match(r"\s*/\*\s*(.+?)\s*\*/", text, re.DOTALL)
    purpose = " ".join(opening[1].split()) if opening else ""
    return Theme(path.stem, path.resolve(), purpose)
