"""Publishing: the bytes of a finished file and its place go in, the whole file or none comes out.

A place is a path of this machine, or an address such as `s3://bucket/a.pdf`.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from errno import ENOENT
from pathlib import Path

from printkit.errors import NoSpaceError, OutputError
from printkit.files.addresses import Address, Destination, find_destination
from printkit.files.drafts import clear_dead_drafts, open_draft
from printkit.files.lack_of_space import is_lack_of_space
from printkit.files.opening import kind_of_file

_FORMATS = {".pdf": "a PDF", ".json": "a report in JSON"}


def publish(
    data: bytes | Iterable[bytes], place: Destination, *, into_new: bool = False
) -> Destination:
    """Write a file whole: a reader sees the old file or the new file, and never half a file.

    An existing file is replaced, and gets the permissions of a new file. Anything else that has
    this path is refused: a folder, a symbolic link, a pipe, a device.

    Args:
        data: the bytes of the file, at once or one part after another.
        place: where the file goes.
        into_new: make the folder of the file; else the folder must exist. A store makes folders.

    Returns:
        The place.

    Raises:
        OutputError: the file could not be written. An older file of this place is unchanged.
    """
    if isinstance(place, Address):
        from printkit.files.remote import RemoteFolder  # fsspec takes long to import

        whole = data if isinstance(data, bytes) else b"".join(data)
        RemoteFolder(place.parent).publish(whole, place.name)
    else:
        _publish_here(data, place, into_new=into_new)
    return place


def publish_alone(
    data: bytes | Iterable[bytes], place: Destination, *, into_new: bool = False
) -> Destination:
    """Write the one file of a run whole, and first remove drafts of dead processes beside it.

    A run of many files removes such drafts once, and then calls `publish` for each file.

    Args:
        data, place, into_new: as in publish.

    Returns:
        The place.

    Raises:
        OutputError: as in publish.
    """
    clear_dead_drafts(place.parent)  # a full disk gets room for the file
    return publish(data, place, into_new=into_new)


def _publish_here(data: bytes | Iterable[bytes], path: Path, *, into_new: bool) -> None:
    if into_new:
        make_folder(path.parent)
    _refuse_other_kinds(path)
    try:
        # The draft stands in the same folder: replace() is atomic only within one file system.
        with open_draft(path.parent) as draft:
            for part in [data] if isinstance(data, bytes) else data:
                draft.write(part)
            draft.flush()
            os.fsync(draft.fileno())
            draft.close()
            Path(draft.name).replace(path)
    except OSError as error:
        raise _not_written(path, error) from error
    _sync_folder(path.parent)


def refuse_other_format(path: Destination, suffix: str = ".pdf") -> None:
    """Refuse a file name with the ending of another format, before the work is done.

    A name without an ending, such as `/dev/stdout`, is allowed.

    Raises:
        OutputError: the name has another ending.
    """
    if path.suffix.lower() not in ("", suffix):
        raise OutputError(
            f"the name ends in {path.suffix}, and the file is {_FORMATS[suffix]}",
            where=str(path),
            remedy=f"Write {path.with_suffix(suffix).name}.",
        )


def find_pdf_destination(output: Destination | str | None) -> Destination | None:
    """Return the place that a user named for a PDF; None if the user wants no file.

    Raises:
        OutputError: no file can be written to the place, or its name has another ending.
    """
    if output is None:
        return None
    place = find_destination(output)
    refuse_other_format(place)
    return place


def refuse_nowhere(path: Destination) -> None:
    """Refuse a place whose folder or bucket does not exist, before the work for the file is done.

    Raises:
        OutputError: there is no such folder, or a store cannot be used.
    """
    if isinstance(path, Address):
        from printkit.files.remote import RemoteFolder

        RemoteFolder(path.parent).refuse_missing_bucket()
    elif not path.parent.is_dir():
        raise _not_written(path, FileNotFoundError(ENOENT, os.strerror(ENOENT)))


def make_folder(path: Destination) -> None:
    """Make a folder for files to be written in, and the folders above it, if they are missing.

    A store makes its folders by itself, so its address is only checked.

    Raises:
        OutputError: a folder cannot be made, a file has its path, or a store cannot be used.
        NoSpaceError: the disk is full or read-only.
    """
    if isinstance(path, Address):
        refuse_nowhere(path / "file")
        return
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        kind = NoSpaceError if is_lack_of_space(error) else OutputError
        raise kind(
            f"the folder could not be made: {error.strerror}",
            where=str(path),
            remedy="Give a folder that you can write to.",
        ) from error


def _refuse_other_kinds(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise _not_written(path, error) from error
    if kind := kind_of_file(mode):
        raise OutputError(
            f"this is {kind}, which is not overwritten",
            where=str(path),
            remedy="Remove what has this name, or give another name.",
        )


def _not_written(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    kind, remedy = OutputError, "Give a place that you can write to."
    if is_lack_of_space(error):
        kind, remedy = NoSpaceError, "Free space there, or give a place on another disk."
    elif isinstance(error, FileNotFoundError):
        remedy = f"Make the folder {path.parent} first."
    return kind(
        f"could not be written: {reason}; an older file of this name is unchanged",
        where=str(path),
        remedy=remedy,
    )


def _sync_folder(folder: Path) -> None:
    """Make the file's new name survive a power cut, if the file system supports that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
