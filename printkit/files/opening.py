"""Opening: the path of a file goes in, its bytes or an error with one reason come out.

No function of this module waits at a pipe. Somebody may put a pipe or a symbolic link in the place
of a file that was just checked, so the open file is checked, and not its path.
"""

import errno
import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
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
_HANDED_OVER = regex(r"/dev/stdin|(?:/dev/fd|/proc/self/fd)/\d{1,9}")
# Windows has neither of these flags. Without O_NONBLOCK, opening a pipe waits until somebody writes
# to the pipe; with O_NOFOLLOW, opening a symbolic link fails.
_NO_WAIT, _NO_LINK = (getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_NOFOLLOW"))


class SpecialFileError(OSError):
    """A pipe, a socket or a device stands in the place of a file; `strerror` says which."""


class LargeFileError(OSError):
    """A file has more bytes than its limit; `strerror` names the limit."""


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
    waits = handed_over and _HANDED_OVER.fullmatch(str(path)) is not None

    def open_link(name: str, flags: int) -> int:
        return os.open(name, flags if waits else flags | _NO_WAIT)

    with _opened(path, open_link if follow_link else open_no_link) as file:
        kind = kind_of_file(os.fstat(file.fileno()).st_mode)
        if kind and not waits:
            raise SpecialFileError(errno.EINVAL, f"is {kind}, not a file", str(path))
        data: bytes | None = file.read(most + 1)
    if data is None:
        # Files of the system, such as /proc/kmsg, call themselves regular and still have to wait.
        raise SpecialFileError(errno.EAGAIN, "has nothing to read, and would make printkit wait")
    return data


@contextmanager
def open_regular(path: Path) -> Iterator[BufferedReader]:
    """Open a regular file to read some of its bytes.

    Raises:
        OSError: the path leads to no regular file, or the file cannot be read.
        ValueError: no file can have this name.
    """
    with _opened(path, lambda name, flags: os.open(name, flags | _NO_WAIT)) as file:
        if kind := kind_of_file(os.fstat(file.fileno()).st_mode):
            raise SpecialFileError(errno.EINVAL, f"is {kind}, not a file", str(path))
        yield file


def _opened(path: Path, opener: Callable[[str, int], int]) -> BufferedReader:
    try:
        return open(path, "rb", opener=opener)
    except OSError as error:
        if error.errno == errno.ENXIO:  # Linux opens no socket, and no device that is not there
            told = "is a socket or a device, not a file"
            raise SpecialFileError(errno.ENXIO, told, str(path)) from error
        raise


def read_whole(path: Path, most: int, *, follow_link: bool = True) -> bytes:
    """Return all bytes of a regular file that has at most `most` bytes.

    Args:
        follow_link: False refuses a symbolic link.

    Raises:
        OSError: the file is larger, or cannot be read; `reason` puts the error into words.
        ValueError: no file can have this name.
    """
    data = read_at_most(path, most, follow_link=follow_link)
    if len(data) > most:
        raise LargeFileError(errno.EFBIG, told_limit(most), str(path))
    return data


def read_text_file(path: Path, most: int) -> str:
    """Return the text of a regular file, as UTF-8, with the line ends of Unix.

    The mark U+FEFF, with which editors of Windows begin a file, is no part of the text.

    Args:
        most: the most bytes that the file may have.

    Raises:
        OSError: the file is larger, or cannot be read; `reason` puts the error into words.
        ValueError: the file is no UTF-8, or no file can have this name.
    """
    text = read_whole(path, most).decode("utf-8-sig")
    return io.StringIO(text, newline=None).read()


def told_limit(most: int) -> str:
    """Return the words for a file above its limit, as `is over the limit of 2 MB`."""
    return f"is over the limit of {most / 10**6:g} MB"


def read_at_most_of_input(most: int) -> bytes:
    """Return the first `most` + 1 bytes of standard input, or all bytes if there are fewer.

    Raises:
        OSError: standard input is closed, or cannot be read.
    """
    if sys.stdin is None:  # Python's way to say that the program was started with `<&-`
        raise SpecialFileError(errno.EBADF, "is closed")
    return sys.stdin.buffer.read(most + 1)


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


def why_no_folder(path: Path) -> str:
    """Return why a path names no folder, in words that follow the name; empty for a folder."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # such as a name that no file can have
        return "there is no such folder"
    return "" if stat.S_ISDIR(mode) else f"is {kind_of_file(mode) or 'a file'}, not a folder"


def reason(error: OSError | ValueError) -> str:
    """Return the reason why a file could not be read, in words that follow the file's name."""
    if isinstance(error, FileNotFoundError):
        return _reason_of_address(os.fsdecode(error.filename or "")) or "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "is a folder, not a file"
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    told = isinstance(error, SpecialFileError | LargeFileError)
    return said if told else f"cannot be read: {said}"


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
