"""Opening: the path of a user's file goes in, its bytes or an error with one reason come out."""

import errno
import os
import stat
from pathlib import Path

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
# A shell names standard input and the output of `<(command)` by these paths.
_HANDED_OVER = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")


class SpecialFileError(OSError):
    """A path names a pipe, a socket or a device; `strerror` says which."""


def read_at_most(path: Path, most: int, *, handed_over: bool = False) -> bytes:
    """Return the first `most` + 1 bytes of a regular file, or all bytes of a smaller file.

    More than `most` bytes tell the caller that the file is too large.

    Args:
        handed_over: accept standard input and the shell's `<(command)`, too, even as pipes.

    Raises:
        OSError: the file cannot be read; `reason` puts the error into words.
        ValueError: no file can have this name.
    """
    waits = handed_over and str(path).startswith(_HANDED_OVER)

    def open_at_once(name: str, flags: int) -> int:
        # Without O_NONBLOCK, opening a pipe waits until somebody writes to the pipe.
        return os.open(name, flags if waits else flags | getattr(os, "O_NONBLOCK", 0))

    with open(path, "rb", opener=open_at_once) as file:
        kind = kind_of_file(os.fstat(file.fileno()).st_mode)
        if kind and not waits:
            raise SpecialFileError(errno.EINVAL, f"is {kind}, not a file", str(path))
        return file.read(most + 1)


def kind_of_file(mode: int) -> str:
    """Return the kind of file that an `st_mode` means, as `a pipe`; empty for a regular file."""
    return "" if stat.S_ISREG(mode) else _KINDS.get(stat.S_IFMT(mode), "something else")


def reason(error: OSError | ValueError) -> str:
    """Return the reason why a file could not be read, in words that follow the file's name."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "is a folder, not a file"
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return said if isinstance(error, SpecialFileError) else f"cannot be read: {said}"
