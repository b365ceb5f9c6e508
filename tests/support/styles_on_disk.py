"""A theme's styles as files that any printer can read: WeasyPrint alone, or a browser."""

import hashlib
import re
import shutil
from pathlib import Path

from printkit.edition import Edition
from printkit.press.fonts import read_font
from printkit.themes import STYLES

_SCRIPTS = {"arabic": re.compile("[\u0600-\u06ff]"), "hebrew": re.compile("[\u0590-\u05ff]")}


def make_link(sheet: str) -> str:
    """Return the element that links a style sheet."""
    return f'<link rel="stylesheet" href="{sheet}">'


def write_styles(edition: Edition, folder: Path, markup: str) -> list[str]:
    """Write the styles of a theme, with their fonts as files that any printer can read.

    Args:
        edition: the edition that names the theme.
        folder: the folder in which a new folder `styles` gets the styles.
        markup: the page; fonts of some scripts are loaded only if the page has their characters.

    Returns:
        The paths of the style sheets, relative to the folder.
    """
    styles = folder / "styles"
    shutil.copytree(STYLES, styles)
    for sheet in styles.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        text = re.sub(r'url\("(font:[^"]+)"\)', lambda face: _face(face[1], folder), text)
        text = re.sub('"printkit:([^"]+)"', lambda style: f'"{(styles / style[1]).as_uri()}"', text)
        sheet.write_text(text, encoding="utf-8")
    wanted = [f"styles/scripts/{name}.css" for name, one in _SCRIPTS.items() if one.search(markup)]
    return [f"styles/themes/{edition.theme}.css", *wanted]


def _face(url: str, folder: Path) -> str:
    path = folder / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.ttf"
    path.write_bytes(read_font(url))
    return f'url("{path.as_uri()}")'
