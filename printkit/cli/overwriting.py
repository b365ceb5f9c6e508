"""Refuse to write over what is read: records and outputs go in, and misuse is an error.

A place is a path of this machine, or an address of a store.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import click

from printkit.errors import OutputError
from printkit.files.addresses import Address, Destination, is_remote
from printkit.files.opening import read_at_most, read_whole

_STANDARD = "-"
# This many first bytes of a file show whether a command of printkit wrote the file.
_HEAD = 4096
_LARGEST_REPORT = 200_000_000  # bytes; a report has about 1 kB for each record


def refuse_overwriting(
    records: Iterable[str], others: Iterable[str | Path], written: Iterable[Destination | None]
) -> None:
    """Refuse to overwrite an input file, or somebody else's file in a folder of records.

    Args:
        records: the RECORD arguments; all files of a folder are input files.
        others: other input files.
        written: the files to write; None stands for no file.

    Raises:
        UsageError: a file would be overwritten.
    """
    named = [_place(name) for name in records if name != _STANDARD]
    outputs = [place for place in written if place is not None]
    refuse_same_files([*named, *others], outputs)
    _refuse_precious_objects(named, outputs)
    here = [one for one in named if isinstance(one, Path)]
    precious = [one for one in outputs if isinstance(one, Path) and not _is_replaceable(one)]
    if not precious:
        return
    refuse_same_files(_within(here), precious)
    folders = {os.path.realpath(one if one.is_dir() else one.parent) for one in here}
    for path in precious:
        if not folders.isdisjoint(map(str, Path(os.path.realpath(path)).parents)):
            raise _precious(path)


def refuse_same_files(
    read: Iterable[str | Destination], written: Iterable[Destination | None]
) -> None:
    """Refuse a file that is to be written and also read, or written twice.

    Raises:
        UsageError: there is such a file.
    """
    inputs = {_identity(_place(name)) for name in read if name != _STANDARD}
    outputs = set()
    for place in written:
        if place is None:
            continue
        identity = _identity(place)
        if identity in inputs:
            raise click.UsageError(f"{place} is an input file; write to a file of another name.")
        if identity in outputs:
            raise click.UsageError(f"{place} is named twice; give each file a name of its own.")
        outputs.add(identity)


def _place(name: str | Destination) -> Destination:
    return Address(name) if isinstance(name, str) and is_remote(name) else _path(name)


def _path(name: str | Destination) -> Destination:
    return name if isinstance(name, Address) else Path(name)


def _within(named: Iterable[Path]) -> Iterator[Path]:
    """Yield every file of the records; ignore errors, which reading the records reports later."""
    from printkit.errors import RecordError
    from printkit.readers import records_in

    for path in named:
        with suppress(RecordError):
            yield from records_in(path)


def _identity(place: Destination) -> object:
    """Return a value that is the same for all names of one file, links and spellings included."""
    if isinstance(place, Address):
        return place.full
    try:
        state = place.stat()
    except (OSError, ValueError):
        return os.path.realpath(place)
    # A disk that ignores case has one file for two spellings of a name: so do not compare names.
    return state.st_dev, state.st_ino


def _refuse_precious_objects(named: Sequence[Destination], outputs: Sequence[Destination]) -> None:
    """Refuse to write over somebody else's object in a folder of records of a store."""
    folders = [_folder_of(one) for one in named if isinstance(one, Address)]
    for place in outputs:
        is_among = any(place.is_relative_to(folder) for folder in folders)
        if isinstance(place, Address) and is_among and not _is_replaceable_object(place):
            raise _precious(place)


def _folder_of(address: Address) -> Address:
    """Return the folder whose files a RECORD argument may name."""
    from printkit.files.remote_reading import fixed_folder

    return fixed_folder(address.parent if address.suffix else address)


def _precious(place: Destination) -> click.UsageError:
    return click.UsageError(
        f"{place} stands in a folder of records, and is neither a PDF nor a report of"
        " printkit's; give another name, or remove this file."
    )


def _is_replaceable_object(address: Address) -> bool:
    """Tell whether an object is missing, or as `_is_replaceable` says of files."""
    from printkit.files.remote import RemoteFolder

    try:
        data = RemoteFolder(address.parent).read(address.name, _LARGEST_REPORT)
    except OutputError:
        return True  # the store tells why when the file is written
    return data is None or _is_ours(data[:_HEAD], lambda: data)


def _is_replaceable(path: Path) -> bool:
    """Tell whether a file is missing, empty, a PDF, or an HTML file or report of printkit."""
    if not os.path.isfile(path):  # noqa: PTH113  `Path.is_file` raises for a name that is too long
        return True
    try:
        return _is_ours(read_at_most(path, _HEAD), lambda: read_whole(path, _LARGEST_REPORT))
    except (OSError, ValueError, RecursionError):
        return False


def _is_ours(head: bytes, whole: Callable[[], bytes]) -> bool:
    if not head or head.startswith(b"%PDF") or _is_our_markup(head):
        return True
    with suppress(ValueError, RecursionError):
        return head.startswith(b"{") and _is_report(json.loads(whole()))
    return False


def _is_our_markup(head: bytes) -> bool:
    return head.startswith(b"<!doctype html>") and b'name="generator" content="printkit' in head


def _is_report(value: object) -> bool:
    accounts = value.get("records") if isinstance(value, dict) else None
    return isinstance(accounts, list) and all(
        isinstance(one, dict) and {"record", "status", "sha256"} <= one.keys() for one in accounts
    )
