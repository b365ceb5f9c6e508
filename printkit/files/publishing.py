"""Publishing: bytes and a path go in, and the file is written whole or not at all."""

import os
from contextlib import suppress
from errno import ENOENT
from pathlib import Path
from secrets import token_hex

from printkit.errors import OutputError
from printkit.files.opening import kind_of_file


def publish(data: bytes, path: Path) -> Path:
    """Write a file so that a reader sees the old one or the new one, never half of it.

    A file that stood there is replaced, with the permissions of a new file; nothing else
    is, nor written through. The folder must be there: see `make_folder`.

    Raises:
        OutputError: it could not be written; what stood there before is untouched.
    """
    _refuse_what_is_no_file(path)
    draft = path.with_name(f".{token_hex(8)}.part")
    try:
        try:
            with draft.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise _not_written(path, error) from error
    _settle(path.parent)
    return path


def refuse_nowhere(path: Path) -> None:
    """Refuse to publish where there is no folder, before anything is made to be published.

    Raises:
        OutputError: there is none.
    """
    if not path.parent.is_dir():
        raise _not_written(path, FileNotFoundError(ENOENT, os.strerror(ENOENT)))


def make_folder(path: Path) -> None:
    """Make a folder for files to be published in, and those above it, where missing.

    Raises:
        OutputError: it cannot be made, or something else stands there.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"no folder can be made here: {error.strerror}", where=str(path)
        ) from error


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise _not_written(path, error) from error
    if kind := kind_of_file(mode):
        raise OutputError(
            f"here stands {kind}, which is left alone",
            where=str(path),
            remedy="Give the name of a file.",
        )


def _not_written(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    missing = isinstance(error, FileNotFoundError)
    return OutputError(
        f"could not be written: {reason}; what stood there before is untouched",
        where=str(path),
        remedy=f"Make the folder {path.parent} first." if missing else "",
    )


def _settle(folder: Path) -> None:
    """Make the new name survive a power cut, where the file system can promise that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
