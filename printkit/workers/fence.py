"""The fence of a worker process: limits of the system, and a hook that refuses what no work needs.

The hook refuses network, new processes, and files outside the allowed folders. Python calls the
hook for its own functions; native libraries open fonts without asking.
"""

# Loading ctypes opens the program itself as a library, which the hook refuses later.
import ctypes  # noqa: F401
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from printkit.edition.limits import Limits
from printkit.workers.fenced_paths import FencedPaths

_MEGABYTE = 1_000_000
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "pty.",
)
_REFUSED_ALONE = frozenset(
    {"os.system", "os.startfile", "os.killpg", "webbrowser.open", "ftplib.connect"}
)
# These modules start processes by a function that calls no hook.
_REFUSED_MODULES = ("multiprocessing.popen_",)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# For each event: how a path is checked, and the arguments with the path and with its open folder.
_CHANGES: dict[str, tuple[tuple[Callable[[FencedPaths, str], None], int, int | None], ...]] = {
    "os.chmod": ((FencedPaths.check_writing, 0, 2),),
    "os.chown": ((FencedPaths.check_writing, 0, 3),),
    "os.chflags": ((FencedPaths.check_writing, 0, None),),
    "os.truncate": ((FencedPaths.check_writing, 0, None),),
    "os.utime": ((FencedPaths.check_writing, 0, 3),),
    "os.setxattr": ((FencedPaths.check_writing, 0, None),),
    "os.removexattr": ((FencedPaths.check_writing, 0, None),),
    "sqlite3.connect": ((FencedPaths.check_writing, 0, None),),
    "os.mkdir": ((FencedPaths.check_new_folder, 0, 2),),
    "os.remove": ((FencedPaths.check_entry, 0, 1),),
    "os.rmdir": ((FencedPaths.check_entry, 0, 1),),
    "os.rename": ((FencedPaths.check_entry, 0, 2), (FencedPaths.check_entry, 1, 3)),
    "os.link": ((FencedPaths.check_entry, 0, 2), (FencedPaths.check_entry, 1, 3)),
    "os.symlink": ((FencedPaths.check_entry, 1, 2),),
}


class WorkerFence:
    """The audit hook of a worker, and the files that the hook allows.

    Args:
        scratch: the folder for temporary files.
    """

    def __init__(self, scratch: str) -> None:
        self._paths = FencedPaths(scratch)

    def put_up(self) -> None:
        """Refuse forbidden acts from now on; nobody can take an audit hook away."""
        sys.addaudithook(self._watch)

    def allow(self, readable: Iterable[str], writable: Iterable[str]) -> None:
        """Set the files and folders of the next work."""
        self._paths.allow(readable, writable)

    def _watch(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            self._watch_opening(*arguments)
        elif event in _CHANGES:
            self._watch_change(event, arguments)
        elif event == "ctypes.dlopen":
            self._paths.check_library(arguments[0])
        elif _is_refused(event, arguments):
            raise PermissionError(f"a worker process may not use {event}")

    def _watch_opening(self, path: object, _: object, flags: object) -> None:
        if (named := _path(path, None)) is None:
            return
        if isinstance(flags, int) and flags & _WRITING:
            self._paths.check_writing(named)
        else:
            self._paths.check_reading(named)

    def _watch_change(self, event: str, arguments: tuple[object, ...]) -> None:
        for check, path, folder in _CHANGES[event]:
            named = _path(arguments[path], None if folder is None else arguments[folder])
            if named is not None:
                check(self._paths, named)


def _is_refused(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "import":
        return str(arguments[0]).startswith(_REFUSED_MODULES)
    if event == "os.kill":
        return arguments[0] != os.getpid()
    return event.startswith(_REFUSED) or event in _REFUSED_ALONE


def _path(path: object, folder: object) -> str | None:
    """Return a path; None for an open file, which has a number and was watched before."""
    if not isinstance(path, str | bytes | os.PathLike) or path == ":memory:":
        return None
    named = os.fsdecode(path)
    if isinstance(folder, int) and folder >= 0:
        with suppress(OSError):  # only Linux tells the path of an open folder
            return str(Path(f"/proc/self/fd/{folder}").readlink() / named)
    return named


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
