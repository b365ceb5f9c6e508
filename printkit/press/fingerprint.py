"""Compute one hash of all that printed pages depend on besides their article.

Takes a theme and the state of the user's own templates; gives a fingerprint of them, of
printkit, Python, every installed package and the system's fonts. Two prints of the same
article with the same fingerprint are equal, so the cache may keep pages under the fingerprint.
Any new package changes the fingerprint: a needless second print is better than a stale page.
"""

import os
import platform
import sys
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from printkit.themes import STYLES, TEMPLATES, Theme

# The folders of fonts and libraries on each system: a page may fall back on any font there.
_SYSTEM = (
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.config/fontconfig",
    "~/.local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)
_PACKAGE = Path(__file__).resolve().parents[1]


def fingerprint(theme: Theme, templates: str = "") -> str:
    """Return a hash of all that pages in this look depend on: 64 hexadecimal digits.

    Args:
        theme: the theme.
        templates: the state of the user's own templates.
    """
    states = _installation(), theme.state, templates
    return sha256("\n".join(states).encode()).hexdigest()


@lru_cache(maxsize=1)
def _installation() -> str:
    digest = sha256(f"{sys.version}\n{sys.platform}\n{platform.machine()}\n".encode())
    for path in sorted((*_PACKAGE.rglob("*.py"), *_files(TEMPLATES), *_files(STYLES))):
        digest.update(f"{path.name}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    for line in (*_package_folders(), *_fonts_and_libraries()):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _package_folders() -> list[str]:
    """Return the .dist-info folder of every installed package; its name has the version in it."""
    names = set()
    for folder in sys.path:
        if os.path.isdir(folder):  # noqa: PTH112 (an empty entry is no folder, but Path("") is)
            names |= {one.name for one in Path(folder).glob("*.dist-info")}
    return sorted(names)


def _fonts_and_libraries() -> Iterator[str]:
    """Yield a line with the time of the last change for each folder of fonts, at any depth."""
    for name in _SYSTEM:
        path = Path(name).expanduser()
        if path.is_file():
            yield _stamp(path)
        # The time of a folder changes when a file is added or removed, so no font file is looked
        # at. os.walk has no order of its own, but lines in another order give another hash.
        for folder, inner, _ in os.walk(path):
            inner.sort()
            yield _stamp(Path(folder))


def _stamp(path: Path) -> str:
    try:
        seen = path.stat()
    except OSError:
        return f"{path} is gone\n"
    return f"{path} {seen.st_mtime_ns} {seen.st_size}\n"
