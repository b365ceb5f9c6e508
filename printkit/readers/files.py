"""Files and folders of records: which to read, and their bytes."""

import os
import stat
from pathlib import Path

from printkit.errors import RecordError

SUFFIXES = (".json", ".jsonl", ".ndjson", ".md", ".markdown", ".txt")
_LARGEST = 64 * 2**20
_KINDS = (
    (stat.S_ISFIFO, "is a pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
)


def told_path(path: Path) -> str:
    """Return the path as it may stand in a message, whatever bytes the path is made of."""
    return os.fsencode(path).decode(errors="replace")


def bytes_of(path: Path) -> bytes:
    """The bytes of a record file.

    Raises:
        RecordError: it is missing, closed to us, no regular file, or over 64 MB.
    """
    where = told_path(path)
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            state = os.fstat(file.fileno())
            if told := next((told for test, told in _KINDS if test(state.st_mode)), None):
                raise RecordError(told, where=where)
            data = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(error, where) from error
    if len(data) > _LARGEST:
        raise RecordError("is over 64 MB", where=where, remedy="Split it into several files.")
    return data


def records_in(path: Path) -> tuple[Path, ...]:
    """The record files of a folder and its subfolders, sorted, hidden ones left out.

    A path that is no folder is given back as it is.

    Raises:
        RecordError: there is nothing of that name, nothing in the folder, or it is closed.
    """
    where = told_path(path)
    try:
        if not stat.S_ISDIR(os.stat(path).st_mode):
            return (path,)
        found = sorted(_walk(path))
    except (OSError, ValueError) as error:
        raise _unreadable(error, where) from error
    if not found:
        wanted = ", ".join(SUFFIXES)
        raise RecordError("holds no record", where=where, remedy=f"Records end in {wanted}.")
    return tuple(found)


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting, as one would for ever at a pipe that nobody writes to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _walk(folder: Path) -> list[Path]:
    found = []
    for parent, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(parent, name) for name in names if not name.startswith("."))
        found += [path for path in paths if path.suffix.lower() in SUFFIXES and path.is_file()]
    return found


def _raise(error: OSError) -> None:
    raise error


def _unreadable(error: OSError | ValueError, where: str) -> RecordError:
    if isinstance(error, FileNotFoundError):
        return RecordError("there is no such file", where=where)
    if isinstance(error, IsADirectoryError):
        return RecordError("is a folder, not a file", where=where)
    reason = (error.strerror if isinstance(error, OSError) else None) or error
    return RecordError(f"cannot be read: {reason}", where=where)
