"""The fence of a worker process: limits of the system, and a hook that refuses what no work needs.

The hook refuses network, new processes, and files outside the allowed folders. Python calls the
hook for its own functions; native libraries open fonts without asking.
"""

import os
import site
import sys
import sysconfig
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from printkit.edition.limits import Limits

_MEGABYTE = 1_000_000
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "pty.")
_REFUSED_ALONE = frozenset({"os.system", "os.startfile", "webbrowser.open", "ftplib.connect"})
# Folders of the system that engines read: fonts, time zones, the list of media types.
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
    "/proc/self",
    "/proc/meminfo",
    "/proc/cpuinfo",
    "/sys/devices/system/cpu",
    "/dev/null",
    "/dev/urandom",
)
_FONTS = (".ttf", ".otf", ".ttc", ".otc", ".pfb")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class WorkerFence:
    """The folders that work may use, and the audit hook that refuses all others.

    Args:
        scratch: the folder for temporary files.
    """

    def __init__(self, scratch: str) -> None:
        self._always = (*_folders_of_python(), *_OF_THE_SYSTEM)
        self._scratch = scratch
        self._readable: tuple[str, ...] = ()
        self._writable: tuple[str, ...] = ()

    def put_up(self) -> None:
        """Refuse forbidden acts from now on; nobody can take an audit hook away."""
        self.allow((), ())
        sys.addaudithook(self._watch)

    def allow(self, readable: Iterable[str], writable: Iterable[str]) -> None:
        """Set the files and folders of the next work."""
        cache = str(user_cache_path("printkit"))
        self._writable = tuple(map(_spelt, (self._scratch, cache, *writable)))
        named = [form for path in readable for form in (_spelt(path), os.path.realpath(path))]
        self._readable = (*self._always, *self._writable, *named)

    def _watch(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            self._watch_file(path, flags)
        elif event.startswith(_REFUSED) or event in _REFUSED_ALONE:
            raise PermissionError(f"a worker process may not use {event}")

    def _watch_file(self, path: object, flags: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return  # an open file has a number
        spelt = _spelt(os.fsdecode(path))
        writes = bool(isinstance(flags, int) and flags & _WRITING)
        allowed = self._writable if writes else self._readable
        if spelt == os.devnull or _is_within(spelt, allowed):
            return
        if not writes and spelt.lower().endswith(_FONTS):
            return  # fontconfig may list fonts of any folder
        raise PermissionError(f"a worker process may not open {spelt}")


def set_limits(limits: Limits) -> None:
    """Set the limits of the system for the next work; processor time counts from now on."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.processor_time) + 1
    for kind, value in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, limits.memory * _MEGABYTE),
        (resource.RLIMIT_FSIZE, limits.file_size * _MEGABYTE),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _, most = resource.getrlimit(kind)
        lower = value if most == resource.RLIM_INFINITY else min(value, most)
        with suppress(ValueError, OSError):  # the system does not know this limit
            resource.setrlimit(kind, (lower, most))


def _folders_of_python() -> tuple[str, ...]:
    """Return the folders of Python, of its packages and of printkit."""
    named = (*sys.path, sys.prefix, sys.base_prefix, sys.exec_prefix, site.getusersitepackages())
    own = Path(__file__).parents[2]
    found = (*named, *sysconfig.get_paths().values(), str(own))
    return tuple(dict.fromkeys(_spelt(path) for path in found if path))


def _spelt(path: str) -> str:
    return os.path.normpath(os.path.join(os.getcwd(), path))  # noqa: PTH109, PTH118  must be quick


def _is_within(path: str, folders: Iterable[str]) -> bool:
    return any(path == one or path.startswith(one.rstrip(os.sep) + os.sep) for one in folders)
