"""Records in stores: an address goes in, its files or their bytes come out, or a RecordError.

Only the process that reads the command line asks a store. Workers get the bytes.
"""

from pathlib import Path

from printkit.edition.limits import MB, Limits
from printkit.errors import OutputError, RecordError
from printkit.files.addresses import Address, is_remote, why_no_store
from printkit.files.opening import spelt
from printkit.files.remote_reading import (
    StoredFiles,
    list_stored_files,
    read_stored_file,
    scan_stored_file,
    size_of_stored_file,
)
from printkit.readers.detection.formats import SUFFIXES
from printkit.readers.files import refuse_large
from printkit.readers.line_parts import SUFFIXES as LINES
from printkit.readers.line_parts import LinePart, is_large, parts_of_lines


def address_of_record(record: object) -> Address | None:
    """Return the address of a store that a path or a text names; None for everything else."""
    text = record if isinstance(record, str) else spelt(record) if isinstance(record, Path) else ""
    return Address(text) if is_remote(text) and not why_no_store(text) else None


def files_of_address(address: Address, *, fetch: bool) -> StoredFiles:
    """Return the record files that an address stands for.

    Args:
        address: a file, files with `*` in their name, or a folder.
        fetch: whether the network is on.

    Raises:
        RecordError: the network is off, the store cannot be read, or no record is there.
    """
    if not fetch:
        raise RecordError(
            "is an address, and the network is off",
            where=str(address),
            remedy="Read records from a store with --fetch; in the library with fetch=True.",
        )
    try:
        found = list_stored_files(address, SUFFIXES)
    except OutputError as error:
        raise _unread(error) from error
    if not found.files:
        told = ", ".join(SUFFIXES)
        raise RecordError(
            "there is no record", where=str(address), remedy=f"Records in a folder end in {told}."
        )
    return found


def parts_at_address(address: Address) -> tuple[LinePart, ...]:
    """Return the parts of a file of JSON Lines; empty for a small file and for other formats.

    Raises:
        RecordError: the store cannot be read.
    """
    if address.suffix.lower() not in LINES:
        return ()
    try:
        if not is_large(size_of_stored_file(address)):
            return ()
        return scan_stored_file(address, parts_of_lines)
    except OutputError as error:
        raise _unread(error) from error


def bytes_at_address(address: Address, limits: Limits, part: LinePart | None = None) -> bytes:
    """Return the bytes of a record file, or of some of its lines.

    Raises:
        RecordError: the file cannot be read, or is over the limit.
    """
    most = limits.record_size * MB
    try:
        if part:
            return read_stored_file(address, part.length - 1, part.offset)
        data = read_stored_file(address, most)
    except OutputError as error:
        raise _unread(error) from error
    refuse_large(data, str(address), limits)
    return data


def _unread(error: OutputError) -> RecordError:
    return RecordError(*error.problems, where=error.where, remedy=error.remedy)
