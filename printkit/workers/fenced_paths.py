"""Fenced paths: the files that a worker may read, write, make and remove.

In: the files of a task, then each path that is going to be used. Out: nothing, or a
PermissionError. Links are followed first, so that a link leads to no other file.
"""

import os
import site
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from platformdirs import user_cache_path

# Files and folders of the system that engines read: fonts, time zones, the list of media types.
# Of /proc only these files: /proc/self/root is the whole disk, and /proc/self/environ has secrets.
_OF_THE_SYSTEM = (
    "/usr/share",
    "/usr/local/share",
    "/etc/fonts",
    "/etc/mime.types",
    "/etc/localtime",
    "/etc/os-release",
    "/usr/lib/os-release",
    "/var/cache/fontconfig",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "/proc/self/stat",
    "/proc/self/statm",
    "/proc/self/status",
    "/proc/meminfo",
    "/proc/cpuinfo",
    "/sys/devices/system/cpu",
    "/dev/null",
    "/dev/urandom",
)
_FONTS = (".ttf", ".otf", ".ttc", ".otc", ".pfb")


class FencedPaths:
    """The files and folders of the work that a worker does now.

    Args:
        scratch: the folder for temporary files.
    """

    def __init__(self, scratch: str) -> None:
        self._python = _folders_of_python()
        self._always = (*self._python, *_OF_THE_SYSTEM)
        self._scratch = scratch
        self.allow((), ())

    def allow(self, readable: Iterable[str], writable: Iterable[str]) -> None:
        """Set the files and folders of the next work."""
        cache = str(user_cache_path("printkit"))
        self._writable = _both_forms((self._scratch, cache, *writable))
        self._readable = (*_both_forms(readable), *self._writable)

    def check_reading(self, path: str) -> None:
        """Refuse to read a file that neither the work nor Python needs.

        Raises:
            PermissionError: the file is refused; the same holds for the other methods.
        """
        spelt, real = _spelt(path), os.path.realpath(path)
        if _is_within(real, (*self._readable, *self._always)):
            return
        # Links of the system and of Python are of the same trust as their files.
        if _is_within(spelt, self._always) and not _is_within(spelt, self._readable):
            return
        if not real.lower().endswith(_FONTS):  # fontconfig may list fonts of any folder
            raise PermissionError(f"a worker process may not open {spelt}")

    def check_writing(self, path: str) -> None:
        """Refuse to change the content of a file outside the writable folders."""
        real = os.path.realpath(path)
        if real != os.devnull and not _is_within(real, self._writable):
            raise PermissionError(f"a worker process may not write to {_spelt(path)}")

    def check_entry(self, path: str) -> None:
        """Refuse to make, rename or remove an entry of a folder that is not writable."""
        folder = os.path.dirname(_spelt(path))  # noqa: PTH120  must be quick
        if not _is_within(os.path.realpath(folder), self._writable):
            raise PermissionError(f"a worker process may not change {_spelt(path)}")

    def check_new_folder(self, path: str) -> None:
        """Refuse to make a folder that neither is in a writable folder nor leads to one."""
        real = os.path.realpath(path)
        if not any(_is_within(one, (real,)) for one in self._writable):
            self.check_entry(path)

    def check_library(self, path: object) -> None:
        """Refuse to load a library that does not belong to Python or to a package."""
        # The system looks for a name without a folder in folders of its own.
        named = isinstance(path, str) and os.path.dirname(path)  # noqa: PTH120
        if not named or not _is_within(os.path.realpath(str(path)), self._python):
            raise PermissionError(f"a worker process may not load the library {path}")


def _folders_of_python() -> tuple[str, ...]:
    """Return the folders of Python, of its packages and of printkit."""
    named = (*sys.path, sys.prefix, sys.base_prefix, sys.exec_prefix, site.getusersitepackages())
    own = Path(__file__).parents[2]
    found = (*named, *sysconfig.get_paths().values(), str(own))
    return _both_forms(path for path in found if path)


def _both_forms(paths: Iterable[str]) -> tuple[str, ...]:
    """Return paths as they are spelt, and as they are without links."""
    forms = (form for path in paths for form in (_spelt(path), os.path.realpath(path)))
    return tuple(dict.fromkeys(forms))


def _spelt(path: str) -> str:
    return os.path.normpath(os.path.join(os.getcwd(), path))  # noqa: PTH109, PTH118  must be quick


def _is_within(path: str, folders: Iterable[str]) -> bool:
    return any(path == one or path.startswith(one.rstrip(os.sep) + os.sep) for one in folders)
