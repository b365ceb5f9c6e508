"""Lock a folder for one run: a second run is told who holds the folder, or waits. Owns filelock.

The lock is one of the operating system: it ends with its process, however the process ends. The
lock file says who holds the folder, for the second run to read.
"""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from printkit.errors import NoSpaceError, OutputError
from printkit.files.lack_of_space import is_lack_of_space
from printkit.files.opening import read_at_most
from printkit.text.characters import one_line

LOCK = ".printkit-run.lock"
_LARGEST = 4_000  # bytes of a lock file


@contextmanager
def hold_folder(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold a folder for the run of this process.

    Args:
        folder: the folder of the PDFs, which exists.
        wait: wait until another run lets the folder go; else another run is an error.

    Raises:
        OutputError: another run holds the folder, or the folder cannot be locked.
        NoSpaceError: the disk is full or read-only.
    """
    from filelock import FileLock, Timeout  # takes long to import, and a single export needs none

    path = folder / LOCK
    lock = FileLock(path, thread_local=False, on_acquired=_write_holder)
    try:
        # Without `wait`, half a second is for a run that is just removing its lock file.
        lock.acquire(timeout=-1 if wait else 0.5)
    except Timeout as error:
        raise OutputError(
            f"another run of printkit writes to this folder{_told_holder(path)}",
            where=str(folder),
            remedy="Wait for its end with --wait, or give another folder with -d.",
        ) from error
    except OSError as error:
        raise _not_locked(folder, error) from error
    try:
        yield
    finally:
        # The file is removed before the lock ends: a run that waits sees that, and makes a new one.
        with suppress(OSError):
            path.unlink()
        lock.release()


def _write_holder(descriptor: int) -> None:
    """Write to the lock file who holds the lock."""
    holder = {
        "process": os.getpid(),
        "host": platform.node(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    # On a full disk the lock holds all the same, and only does not say whose it is.
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(holder).encode())


def _told_holder(path: Path) -> str:
    """Return who holds a lock, in words that follow a sentence; empty if the file does not say."""
    try:
        found = json.loads(read_at_most(path, _LARGEST, follow_link=False))
        told = f"process {found['process']:d} on {found['host']}, since {found['since']}"
    except (OSError, ValueError, TypeError, KeyError):
        return ""
    return f": {one_line(told)}"


def _not_locked(folder: Path, error: OSError) -> OutputError:
    kind = NoSpaceError if is_lack_of_space(error) else OutputError
    return kind(
        f"no lock could be made in this folder: {error.strerror or error}",
        where=str(folder),
        remedy="Give a folder that you can write to, with -d.",
    )
