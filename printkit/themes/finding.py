"""Find a theme by its name, or by the path of a style sheet of the user's own."""

import difflib
import re
from pathlib import Path
from typing import NamedTuple

from printkit.errors import ThemeError
from printkit.files.opening import why_no_file
from printkit.remarks import Remark
from printkit.themes.file_search import read_sheet
from printkit.themes.folders import STYLES
from printkit.themes.own_files import own_files
from printkit.themes.printkit_styles import SCHEME


class Theme(NamedTuple):
    """A theme: its style sheet, and the files that the style sheet needs.

    Attributes:
        name: such as `broadsheet`; for a theme of the user's own, the file's name without `.css`.
        purpose: the first comment of the style sheet, which says what the theme is for; may be
            empty.
        address: the press asks for the style sheet by this address.
        files: for a theme of the user's own, every file that the theme may use; else empty.
        state: for a theme of the user's own, a hash that changes with these files; else empty.
        styles: for a theme of the user's own, the addresses of printkit's styles that the theme
            imports, directly or not; else empty.
        remarks: what was noticed in the theme's style sheets, such as a misspelt token.
    """

    name: str
    purpose: str
    address: str
    files: tuple[Path, ...] = ()
    state: str = ""
    styles: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def themes() -> tuple[Theme, ...]:
    """Return the themes that come with printkit, by name."""
    return tuple(_theme(path) for path in sorted((STYLES / "themes").glob("*.css")))


def find_theme(name: str) -> Theme:
    """Find a theme by its name, or by the path of a CSS file.

    Raises:
        ThemeError: there is no such theme, and the error names the most similar theme; or a
            theme of the user's own asks for a file that the theme may not use.
    """
    if name.endswith(".css"):
        return _own_theme(name)
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
    purpose = _purpose(path.read_text(encoding="utf-8"))
    return Theme(path.stem, purpose, f"{SCHEME}themes/{path.name}")


def _own_theme(name: str) -> Theme:
    path = Path(name)
    if problem := why_no_file(path):
        raise ThemeError(problem, where=name, remedy="Give a theme's CSS file.")
    sheet = path.resolve()
    purpose = _purpose(read_sheet(sheet, name))
    return Theme(path.stem, purpose, sheet.as_uri(), *own_files(sheet, name))


def _purpose(text: str) -> str:
    """Return the first comment of a style sheet, on one line."""
    opening = re.match(r"\s*/\*\s*(.+?)\s*\*/", text, re.DOTALL)
    return " ".join(opening[1].split()) if opening else ""
