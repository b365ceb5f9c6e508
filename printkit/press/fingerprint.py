"""What printed pages depend on besides their article: printkit, its engines, the fonts.

Two prints with the same fingerprint, of the same article, come out equal; so what was printed
may be kept under it. It errs to the safe side: any new package changes it.
"""

import os
import platform
import sys
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from printkit.themes import STYLES, TEMPLATES, Theme

# Where systems keep fonts and libraries: a page may fall back on any font there is.
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
_USED = {".css", ".gif", ".jpeg", ".jpg", ".otf", ".png", ".svg", ".ttf", ".webp"}
_MOST_FILES = 500
_PACKAGE = Path(__file__).resolve().parents[1]


def fingerprint(theme: Theme) -> str:
    """The fingerprint of all that pages in this theme depend on: 64 hexadecimal digits."""
    digest = sha256(_shop().encode())
    if not theme.path.is_relative_to(STYLES):
        digest.update(theme.path.read_bytes())
        for line in _own_files(theme.path.parent):
            digest.update(line.encode())
    return digest.hexdigest()


def _own_files(folder: Path) -> Iterator[str]:
    """What a theme may use of its own folder: styles, fonts, pictures; of a huge one not all."""
    taken = 0
    for inner, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if Path(name).suffix.lower() in _USED and taken < _MOST_FILES:
                taken += 1
                yield _stamp(Path(inner, name))


@lru_cache(maxsize=1)
def _shop() -> str:
    digest = sha256(f"{sys.version}\n{sys.platform}\n{platform.machine()}\n".encode())
    for path in sorted((*_PACKAGE.rglob("*.py"), *_files(TEMPLATES), *_files(STYLES))):
        digest.update(f"{path.name}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    for line in (*_packages(), *_system()):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _packages() -> list[str]:
    """Every installed package with its version, as its folder is called."""
    names = set()
    for folder in sys.path:
        if os.path.isdir(folder):
            names |= {name for name in os.listdir(folder) if name.endswith(".dist-info")}
    return sorted(names)


def _system() -> Iterator[str]:
    """When each folder of fonts or libraries, and each in it, last changed."""
    for name in _SYSTEM:
        path = Path(name).expanduser()
        if path.is_file():
            yield _stamp(path)
        for folder, inner, _ in os.walk(path):
            inner.sort()
            yield _stamp(Path(folder))


def _stamp(path: Path) -> str:
    try:
        seen = path.stat()
    except OSError:
        return f"{path} is gone\n"
    return f"{path} {seen.st_mtime_ns} {seen.st_size}\n"
