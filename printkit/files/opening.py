"""Opening: the path of a file goes in, its bytes or an error with one reason come out.

No function of this module waits at a pipe. Somebody may put a pipe or a symbolic link in the place
of a file that was just checked, so the open file is checked, and not its path.
"""

import errno
import os
import re
import stat
from pathlib import Path

from printkit.text.patterns import regex

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
# `Path` keeps one of the two slashes of an address. The name of a Windows drive is one letter, and
# so no scheme.
_ADDRESS = regex(r"(?P<scheme>[a-z][a-z0-9+.-]+):/+(?P<rest>.+)|www\.[^/]+\.[^/]+", re.IGNORECASE)
# A shell names standard input and the output of `<(command)` by these paths.
_HANDED_OVER = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
# Windows has neither of these flags. Without O_NONBLOCK, opening a pipe waits until somebody writes
# to the pipe; with O_NOFOLLOW, opening a symbolic link fails.
_NO_WAIT, _NO_LINK = (getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOFOLLOW"))


class SpecialFileError(OSError):
    """A path names a pipe, a socket or a device; `strerror` says which."""


def open_no_link(path: str, flags: int) -> int:
    """Open a file for Python's `open`, but no symbolic link; a new file is its user's alone."""
    return os.open(path, flags | _NO_WAIT | _NO_LINK, 0o600)


def read_at_most(
    path: Path, most: int, *, handed_over: bool = False, follow_link: bool = True
) -> bytes:
    """Return the first `most` + 1 bytes of a regular file, or all bytes of a smaller file.

    More than `most` bytes tell the caller that the file is too large.

    Args:
        handed_over: accept standard input and the shell's `<(command)`, too, even as pipes.
        follow_link: False refuses a symbolic link.

    Raises:
        OSError: the file cannot be read; `reason` puts the error into words.
        ValueError: no file can have this name.
    """
    waits = handed_over and str(path).startswith(_HANDED_OVER)

    def open_link(name: str, flags: int) -> int:
        return os.open(name, flags if waits else flags | _NO_WAIT)

    with open(path, "rb", opener=open_link if follow_link else open_no_link) as file:
        kind = kind_of_file(os.fstat(file.fileno()).st_mode)
        if kind and not waits:
            raise SpecialFileError(errno.EINVAL, f"is {kind}, not a file", str(path))
        return file.read(most + 1)


def kind_of_file(mode: int) -> str:
    """Return the kind of file that an `st_mode` means, as `a pipe`; empty for a regular file."""
    return "" if stat.S_ISREG(mode) else _KINDS.get(stat.S_IFMT(mode), "something else")


def why_no_file(path: Path) -> str:
    """Return why a path names no regular file, in words that follow the name; empty for a file."""
    try:
        kind = kind_of_file(path.stat().st_mode)
    except (OSError, ValueError) as error:
        return reason(error)
    return f"is {kind}, not a file" if kind else ""


def reason(error: OSError | ValueError) -> str:
    """Return the reason why a file could not be read, in words that follow the file's name."""
    if isinstance(error, FileNotFoundError):
        return _reason_of_address(os.fsdecode(error.filename or "")) or "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "is a folder, not a file"
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return said if isinstance(error, SpecialFileError) else f"cannot be read: {said}"


def spelt(path: Path) -> str:
    """Return a path as the user wrote it: an address gets the slashes that `Path` took out."""
    found = _ADDRESS.match(str(path))
    if not found or not found["scheme"]:
        return str(path)
    slashes = ":///" if found["scheme"].lower() == "file" else "://"
    return f"{found['scheme']}{slashes}{found['rest']}"


def _reason_of_address(name: str) -> str:
    """Say what to do with an address that was given as a path; empty for another name."""
    found = _ADDRESS.match(name)
    if not found:
        return ""
    if (found["scheme"] or "").lower() == "file":
        place = found["rest"].removeprefix("localhost/")
        return f"is an address, and printkit reads paths; write /{place}"
    return (
        "is an address, and printkit reads files only; save what the address leads to in a file,"
        " and give the path of that file"
    )
