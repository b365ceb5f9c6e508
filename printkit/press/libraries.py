"""List the system libraries that WeasyPrint loads, and how each system installs them.

Takes nothing, gives libraries that cannot be loaded and lines to type. Imports no engine.
"""

import ctypes
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from ctypes.util import find_library
from typing import NamedTuple


class Library(NamedTuple):
    """A library that WeasyPrint loads when it is imported.

    Attributes:
        name: the name for messages.
        stem: the name for linkers, without `lib`.
        files: the names of the file on Linux, macOS and Windows.
        needed: False if WeasyPrint also works without the library, more slowly.
    """

    name: str
    stem: str
    files: tuple[str, ...]
    needed: bool = True

    def loads(self) -> bool:
        """Return whether the library can be loaded from where WeasyPrint looks for it."""
        _add_windows_folders()
        return any(_loads(name) for name in self.files) or _loads(find_library(self.stem))


LIBRARIES = (
    Library(
        "GObject",
        "gobject-2.0",
        ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    ),
    Library(
        "Pango",
        "pango-1.0",
        ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    ),
    Library(
        "HarfBuzz",
        "harfbuzz",
        ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    ),
    Library(
        "HarfBuzz Subset",
        "harfbuzz-subset",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
        needed=False,
    ),
    Library(
        "Fontconfig",
        "fontconfig",
        ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
    ),
    Library(
        "PangoFT2",
        "pangoft2-1.0",
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    ),
)

# Systems by the ID in /etc/os-release, or else by Python's sys.platform.
SYSTEMS = {
    "debian": "Debian or Ubuntu",
    "fedora": "Fedora",
    "alpine": "Alpine",
    "arch": "Arch",
    "darwin": "macOS",
    "win32": "Windows",
}
INSTALL_LIBRARIES = {
    "debian": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango harfbuzz",
    "alpine": "sudo apk add pango harfbuzz-subset fontconfig",
    "arch": "sudo pacman -S pango harfbuzz",
    "darwin": "brew install pango; for a Python that is not Homebrew's also: "
    "export DYLD_FALLBACK_LIBRARY_PATH=$(brew --prefix)/lib",
    "win32": "in the UCRT64 shell of MSYS2: pacman -S mingw-w64-ucrt-x86_64-pango; where MSYS2 "
    r"is not in C:\msys64 also: setx WEASYPRINT_DLL_DIRECTORIES FOLDER\ucrt64\bin",
}
INSTALL_EAST_ASIAN_FONTS = {
    "debian": "sudo apt-get install fonts-noto-cjk",
    "fedora": "sudo dnf install google-noto-sans-cjk-fonts",
    "alpine": "sudo apk add font-noto-cjk",
    "arch": "sudo pacman -S noto-fonts-cjk",
    "darwin": "brew install --cask font-noto-sans-cjk",
    "win32": "Settings, System, Optional features: add the language's supplemental fonts",
}


def missing(libraries: Sequence[Library] = LIBRARIES) -> tuple[Library, ...]:
    """Return the needed libraries that cannot be loaded."""
    return tuple(library for library in libraries if library.needed and not library.loads())


def this_system() -> str | None:
    """Return the system that printkit runs on, a key of SYSTEMS; None for another system."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        release = {}
    return find_system(sys.platform, release.get("ID", ""), release.get("ID_LIKE", ""))


def find_system(*names: str) -> str | None:
    """Return the first of the names that is a key of SYSTEMS.

    A name may hold several names with spaces between them, as ID_LIKE does.
    """
    kin = (name for listed in names for name in listed.split())
    return next((name for name in kin if name in SYSTEMS), None)


def line_for(system: str | None, lines: Mapping[str, str]) -> str:
    """Return the line for a system, or the lines for all systems if the system is unknown."""
    if system:
        return lines[system]
    return "\n".join(f"{name}: {lines[key]}" for key, name in SYSTEMS.items())


def _loads(name: str | None) -> bool:
    if not name:
        return False
    with suppress(OSError):
        ctypes.CDLL(name)
        return True
    return False


def _add_windows_folders() -> None:
    """Look for DLLs in the folders where WeasyPrint looks."""
    if sys.platform == "win32":
        # weasyprint/text/ffi.py reads the same variable, and has these folders in its default.
        usual = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin"
        for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", usual).split(";"):
            with suppress(OSError):
                os.add_dll_directory(folder)
