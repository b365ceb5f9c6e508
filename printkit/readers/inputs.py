"""Inputs: an Article, a mapping, bytes or a path goes in, readings come out.

A record that cannot be read becomes a RecordError in the place of its reading.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, cast

from printkit.article import Article
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.roots import refuse_missing_roots
from printkit.errors import RecordError, SectionPageError
from printkit.readers import Reading, article_from, read_bytes, read_file, records_in
from printkit.readers.address_passwords import without_address_secrets
from printkit.readers.files import told_path
from printkit.readers.line_parts import LinePart, parts_of_bytes, parts_of_file
from printkit.text.address_secrets import hide_secrets


class RecordSource(NamedTuple):
    """A record before it is read: one file, or values of the caller.

    Attributes:
        record: the record; a Path is a file and no folder.
        name: the record's name in remarks and errors, if it is not a file.
        folder: the folder of the record's pictures, if the record is not a file.
        named: True if the user named the file; False for a file that was found in a folder.
        part: the lines of a file or of bytes that are read; None for all.
    """

    record: "Record"
    name: str = ""
    folder: Path | None = None
    named: bool = True
    part: LinePart | None = None

    @property
    def is_read(self) -> bool:
        """Whether the record was read before, or is an error."""
        return issubclass(type(self.record), Article | Reading | RecordError)

    @property
    def where(self) -> str:
        """Return the name of the source in remarks and errors."""
        # A lazy object of a program may fail when it is asked for its type, so `type` is asked.
        if issubclass(type(self.record), Reading | RecordError):
            return cast("Reading | RecordError", self.record).where
        is_path = issubclass(type(self.record), Path)
        return told_path(cast("Path", self.record)) if is_path else self.name


Record = Article | Mapping[str, object] | bytes | Path | str | Reading | RecordError | RecordSource
_PLAIN = (str, bytes, int, float, bool, type(None), date, datetime)
_KINDS = (Article, Mapping, bytes, Path, str, Reading, RecordError, RecordSource)


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
) -> tuple[RecordSource, ...]:
    """Return the sources of a record: each file of a folder, or the record itself.

    A value that only this process can read, such as an object of a program, is read at once.

    Args:
        record, name, folder, limits: as in `read_record`.

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
        if not _is_plain(record, limits):
            return tuple(map(RecordSource, read_source(source, limits)))
        return _in_parts(source)
    path = Path(cast("Path | str", record))
    try:
        files = [RecordSource(one, named=not path.is_dir()) for one in records_in(path)]
        return tuple(part for one in files for part in _in_parts(one))
    except RecordError as error:
        return (RecordSource(error, error.where),)


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
    if not _is_record(record) or isinstance(record, Mapping):
        article, remarks = article_from(cast("Mapping[str, object]", record), name, limits=limits)
        return (Reading(name, article, home, remarks),)
    if isinstance(record, Reading | RecordError):
        return (record,)
    if isinstance(record, Article):
        return (Reading(name, record, home, ()),)
    if isinstance(record, bytes):
        return read_bytes(record, name, home, limits, part.first if part else 0)
    return read_file(cast("Path", record), limits, part)


def _is_plain(record: object, limits: Limits) -> bool:
    """Tell whether every process can read a record: no objects of the caller, and within limits."""
    if issubclass(type(record), Article | Reading | RecordError):
        return True
    values, left = [(record, 0)], limits.record_values
    while values:
        value, depth = values.pop()
        if type(value) in (dict, list, tuple):
            inner = cast("Collection[object]", value)
            left -= len(inner)
            if left < 0 or depth > limits.record_depth:
                return False
            own = value.values() if type(value) is dict else ()
            values += ((one, depth + 1) for one in (*inner, *own))
        elif type(value) not in _PLAIN:
            return False
    return True


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


def source_of_one(record: Record, name: str = "", folder: Path | str | None = None) -> RecordSource:
    """Return the source of a record that holds one article; see `read_record` for the arguments.

    Raises:
        RecordError: the record is a folder of several files, or cannot be read.
        EditionError: `folder` leads to no folder.
    """
    if issubclass(type(record), str | Path):
        name = name or str(record)
    found = sources_of(record, name, folder)
    if len(found) != 1:
        raise _not_one(len(found), name)
    return found[0]


def _not_one(count: int, name: str) -> RecordError:
    return RecordError(
        f"holds {count} articles, but one article is wanted",
        where=name,
        remedy="Print the articles to a folder: `-d`, or export_many.",
    )


def with_names(records: Record | Iterable[Record]) -> Iterator[tuple[str, Record]]:
    """Yield one record or several, each with the name of a record that has no other name."""
    # A mapping, bytes and a text are iterable too, but each is one record.
    each = cast("Iterable[Record]", (records,) if _is_record(records) else records)
    for number, record in enumerate(each, 1):
        yield f"record {number}", record


def _is_record(value: object) -> bool:
    return issubclass(type(value), _KINDS)
