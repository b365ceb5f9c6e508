"""Inputs: an Article, a mapping, bytes or a path goes in, readings come out.

A record that cannot be read becomes a RecordError in the place of its reading.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import cast

from printkit.article import Article
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.roots import refuse_missing_roots
from printkit.errors import RecordError, SectionPageError
from printkit.files.addresses import Address, is_remote
from printkit.readers import Reading, article_from, hold_drafts, read_bytes, read_file, records_in
from printkit.readers.address_passwords import without_address_secrets
from printkit.readers.line_parts import parts_of_bytes, parts_of_file
from printkit.readers.record_sources import (
    Record,
    RecordSource,
    is_plain_record,
    is_record,
    with_names,
)
from printkit.readers.stored_records import (
    address_of_record,
    files_of_address,
    parts_at_address,
)
from printkit.text.address_secrets import hide_secrets


def read_record(
    record: Record,
    name: str = "",
    folder: Path | str | None = None,
    limits: Limits = DEFAULTS,
) -> tuple[Reading | RecordError, ...]:
    """Read a record: one article, or all articles of a file or a folder.

    Args:
        record: an Article, a mapping of its fields, the bytes of a file, or the path of a file
            or a folder. A Reading or a RecordError is returned as it is; a RecordSource is read.
        name: the record's name in remarks and errors, if it is not a file.
        folder: the folder of the record's pictures, if the record is not a file.
        limits: how much a record may hold.

    Raises:
        EditionError: `folder` leads to no folder.
    """
    sources = sources_of(record, name, folder, limits)
    return tuple(found for one in sources for found in read_source(one, limits))


def sources_of(
    record: Record,
    name: str = "",
    folder: Path | str | None = None,
    limits: Limits = DEFAULTS,
    *,
    fetch: bool = False,
) -> tuple[RecordSource, ...]:
    """Return the sources of a record: each file of a folder, or the record itself.

    A value that only this process can read, such as an object of a program, is read at once.

    Args:
        record, name, folder, limits: as in `read_record`.
        fetch: read records from the address of a store, too.

    Raises:
        EditionError: `folder` leads to no folder.
    """
    if issubclass(type(record), RecordSource):
        return (cast("RecordSource", record),)
    name = hide_secrets(name) if "://" in name else name
    home = Path(folder) if folder is not None else None
    refuse_missing_roots("folder", (home,) if home else ())
    if not issubclass(type(record), str | Path):
        source = RecordSource(record, name, home)
        if not is_plain_record(record, limits):
            return tuple(map(RecordSource, read_source(source, limits)))
        return _in_parts(source)
    if address := address_of_record(record):
        return _sources_in_store(address, fetch=fetch)
    path = Path(cast("Path | str", record))
    try:
        files = [RecordSource(one, named=not path.is_dir()) for one in records_in(path)]
        return tuple(part for one in files for part in _in_parts(one))
    except RecordError as error:
        return (RecordSource(error, error.where),)


def _sources_in_store(address: Address, *, fetch: bool) -> tuple[RecordSource, ...]:
    try:
        files, named = files_of_address(address, fetch=fetch)
        found = [RecordSource(one, named=named) for one in files]
        parts = [(one, parts_at_address(cast("Address", one.record))) for one in found]
    except RecordError as error:
        return (RecordSource(error, error.where),)
    return tuple(one._replace(part=part) for one, several in parts for part in (several or (None,)))


def _in_parts(source: RecordSource) -> tuple[RecordSource, ...]:
    """Return a source for each part of a large file of JSON Lines; else the source itself."""
    record = source.record
    if isinstance(record, bytes):
        parts = parts_of_bytes(record)
        cut = [record[one.offset : one.offset + one.length] for one in parts]
        return tuple(
            source._replace(record=data, part=part) for data, part in zip(cut, parts, strict=True)
        ) or (source,)
    if isinstance(record, Path):
        with suppress(OSError, ValueError):  # reading the file gives the error
            return tuple(source._replace(part=one) for one in parts_of_file(record)) or (source,)
    return (source,)


def read_source(
    source: RecordSource, limits: Limits = DEFAULTS
) -> tuple[Reading | RecordError, ...]:
    """Read all articles of a source, in order."""
    try:
        found = _read_whole(source, limits)
    except RecordError as error:
        found = (error,)
    found = tuple(
        without_address_secrets(one) if isinstance(one, Reading) else one for one in found
    )
    return found if source.named else tuple(map(_found_in_folder, found))


def _read_whole(source: RecordSource, limits: Limits) -> tuple[Reading | RecordError, ...]:
    record, name, home, _, part = source
    if not is_record(record) or isinstance(record, Mapping):
        article, remarks = article_from(cast("Mapping[str, object]", record), name, limits=limits)
        return (Reading(name, article, home, remarks),)
    if isinstance(record, Reading | RecordError):
        return (record,)
    if isinstance(record, Article):
        return (Reading(name, record, home, ()),)
    if isinstance(record, bytes):
        found = read_bytes(record, name, home, limits, part.first if part else 0)
        return hold_drafts(found, PurePosixPath(name)) if is_remote(name) else found
    return read_file(cast("Path", record), limits, part)


def _found_in_folder(one: Reading | RecordError) -> Reading | RecordError:
    """Return a record that the user did not name."""
    if isinstance(one, SectionPageError):
        return SectionPageError(*one.problems, where=one.where, remedy=one.remedy, named=False)
    return one._replace(named=False) if isinstance(one, Reading) else one


def read_all(
    records: Record | Iterable[Record],
    folder: Path | str | None = None,
    limits: Limits = DEFAULTS,
) -> list[Reading | RecordError]:
    """Read one record or several, in order; a record without a name is called `record 1`."""
    named = with_names(records)
    return [found for name, record in named for found in read_record(record, name, folder, limits)]


def read_one(
    record: Record,
    name: str = "",
    folder: Path | str | None = None,
    limits: Limits = DEFAULTS,
) -> Reading:
    """Read a record that holds exactly one article; the arguments are those of `read_record`.

    Raises:
        RecordError: the record cannot be read, or holds another number of articles.
    """
    if issubclass(type(record), str | Path):
        name = name or str(record)
    found = read_record(record, name, folder, limits)
    if len(found) != 1:
        raise _not_one(len(found), name)
    if isinstance(found[0], RecordError):
        raise found[0]
    return found[0]


def source_of_one(
    record: Record, name: str = "", folder: Path | str | None = None, *, fetch: bool = False
) -> RecordSource:
    """Return the source of a record that holds one article; see `sources_of` for the arguments.

    Raises:
        RecordError: the record is a folder of several files, or cannot be read.
        EditionError: `folder` leads to no folder.
    """
    if issubclass(type(record), str | Path):
        name = name or str(address_of_record(record) or record)
    found = sources_of(record, name, folder, fetch=fetch)
    if len(found) != 1:
        raise _not_one(len(found), name)
    return found[0]


def _not_one(count: int, name: str) -> RecordError:
    return RecordError(
        f"holds {count} articles, but one article is wanted",
        where=name,
        remedy="Print the articles to a folder: `-d`, or export_many.",
    )
