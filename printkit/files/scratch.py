"""Scratch folders: a folder for temporary files comes out, and is gone when the work is done.

A scratch folder has a file that says whose it is. While the process lives, it holds this file.
Before a process makes its first scratch folder, it removes the folders of processes that were
killed: so each command and each program that uses printkit tidies up.
"""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from printkit.files.held_files import is_left_behind, is_own_and_old, mark_in_use, remove_quietly
from printkit.files.lack_of_space import SCRATCH, refuse_passed_over_folder, scratch_error
from printkit.text.patterns import regex

# As tempfile names folders: nobody else has such a name.
_NAME = regex(f"{SCRATCH}[a-z0-9_]{{8}}")
_MARK = ".printkit-scratch"


@contextmanager
def open_scratch_folder() -> Iterator[Path]:
    """Make a folder for temporary files, and remove it with all its files afterwards.

    Child processes may use the folder, too: they must have ended before.

    Raises:
        NoSpaceError: no folder can be made where temporary files go.
    """
    refuse_passed_over_folder()
    try:
        _clear_once(tempfile.gettempdir())
        folder = Path(tempfile.mkdtemp(prefix=SCRATCH))
        mark = _mark(folder)
    except OSError as error:
        raise scratch_error(error) from error
    try:
        yield folder
    finally:
        _remove_folder(folder)
        os.close(mark)


def clear_dead_scratch() -> int:
    """Remove the scratch folders of dead processes of this user; return how many were removed.

    A folder stays if it is younger than an hour, if its process lives, or if printkit did not make
    it. A folder that cannot be removed stays without an error.
    """
    removed = 0
    with suppress(OSError):
        for folder in list(Path(tempfile.gettempdir()).iterdir()):
            if _NAME.fullmatch(folder.name) and _is_dead(folder):
                _remove_folder(folder)
                removed += not folder.exists()
    return removed


@cache
def _clear_once(_: str) -> None:
    """Remove the folders of dead processes, once for each folder where temporary files go."""
    clear_dead_scratch()


def _mark(folder: Path) -> int:
    """Write the file that says whose the folder is; return its open descriptor."""
    mark = os.open(folder / _MARK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    mark_in_use(mark)
    with suppress(OSError):  # the words are for people; a full disk has no room for these
        os.write(mark, f"made by process {os.getpid()}\n".encode())
    return mark


def _is_dead(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode) or not is_own_and_old(found):
        return False
    # A process that was killed before it wrote its mark leaves an empty folder.
    return is_left_behind(folder / _MARK) or _is_empty(folder)


def _is_empty(folder: Path) -> bool:
    try:
        return not os.listdir(folder)  # noqa: PTH208  a name needs no path here
    except OSError:
        return False


def _remove_folder(folder: Path) -> None:
    """Remove a scratch folder, its mark last: so a folder that is half removed is known as ours."""
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            path = Path(entry.path)
            if entry.name == _MARK:
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(path, ignore_errors=True)
            else:
                remove_quietly(path)
    remove_quietly(folder / _MARK)
    with suppress(OSError):
        folder.rmdir()
