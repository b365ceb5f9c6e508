"""Files of records: a path goes in, the files of a folder or the bytes of a file come out."""

import os
import stat
from pathlib import Path

from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.errors import RecordError
from printkit.files.addresses import is_remote
from printkit.files.opening import read_at_most, reason, spelt
from printkit.readers.detection.formats import SUFFIXES
from printkit.readers.line_parts import LinePart, read_part
from printkit.text.address_secrets import hide_secrets


def told_path(path: Path) -> str:
    """Return a path for a message; bytes that are no text become replacement characters.

    An address that was given as a path is shown without its secrets.
    """
    told = os.fsencode(spelt(path)).decode(errors="replace")
    return hide_secrets(told) if is_remote(told) else told


def bytes_of(path: Path, limits: Limits = DEFAULTS, part: LinePart | None = None) -> bytes:
    """Return the bytes of a record file, or of some of its lines.

    Raises:
        RecordError: the file is missing, unreadable, not a regular file, or over the limit.
    """
    where = told_path(path)
    try:
        # Pipes are refused, because the folder of a shell's pipe is `/dev/fd`: that folder would
        # count as the record's own folder.
        most = limits.record_size * MB
        data = read_part(path, part) if part else read_at_most(path, most)
    except (OSError, ValueError) as error:
        raise RecordError(reason(error), where=where) from error
    refuse_large(data, where, limits)
    return data


def refuse_large(data: bytes, where: str, limits: Limits) -> None:
    """Refuse a file of records that is over the limit.

    Raises:
        RecordError: the file is over the limit.
    """
    if len(data) > limits.record_size * MB:
        told = f"is over {limits.told('record_size')}"
        raise RecordError(told, where=where, remedy="Split the file into several files.")


def records_in(path: Path) -> tuple[Path, ...]:
    """Return the record files of a folder and its subfolders, sorted, without hidden files.

    A path that is not a folder is returned as it is.

    Raises:
        RecordError: there is no such path, or the folder is unreadable or holds no record.
    """
    where = told_path(path)
    try:
        if not stat.S_ISDIR(path.stat().st_mode):
            return (path,)
        found = sorted(_walk(path))
    except (OSError, ValueError) as error:
        raise RecordError(reason(error), where=where) from error
    if not found:
        wanted = ", ".join(SUFFIXES)
        raise RecordError("holds no record", where=where, remedy=f"Records end in {wanted}.")
    return tuple(found)


def _walk(folder: Path) -> list[Path]:
    found = []
    for parent, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(parent, name) for name in names if not name.startswith("."))
        found += [path for path in paths if path.suffix.lower() in SUFFIXES and path.is_file()]
    return found


def _raise(error: OSError) -> None:
    raise error
