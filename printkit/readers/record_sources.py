"""Sources of records: what a user or a program names as a record, before the record is read."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, cast

from printkit.article import Article
from printkit.edition.limits import Limits
from printkit.errors import RecordError
from printkit.files.addresses import Address
from printkit.readers import Reading
from printkit.readers.files import told_path
from printkit.readers.line_parts import LinePart
from printkit.readers.stored_records import bytes_at_address


class RecordSource(NamedTuple):
    """A record before it is read: one file, or values of the caller.

    Attributes:
        record: the record; a Path is a file and no folder, and an Address is a file of a store.
        name: the record's name in remarks and errors, if it is not a file.
        folder: the folder of the record's pictures, if the record is not a file.
        named: True if the user named the file; False for a file that was found in a folder.
        part: the lines of a file or of bytes that are read; None for all.
    """

    record: "Record | Address"
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
        if issubclass(type(self.record), Address):
            return str(self.record)
        is_path = issubclass(type(self.record), Path)
        return told_path(cast("Path", self.record)) if is_path else self.name


Record = Article | Mapping[str, object] | bytes | Path | str | Reading | RecordError | RecordSource
_PLAIN = (str, bytes, int, float, bool, type(None), date, datetime)
_KINDS = (Article, Mapping, bytes, Path, str, Reading, RecordError, RecordSource)


def fetched(source: RecordSource, limits: Limits) -> RecordSource:
    """Return a source with the bytes of its file, if a store has the file; else the source itself.

    A file that cannot be read becomes a RecordError.
    """
    if not issubclass(type(source.record), Address):
        return source
    address = cast("Address", source.record)
    try:
        data = bytes_at_address(address, limits, source.part)
    except RecordError as error:
        return RecordSource(error, error.where)
    return source._replace(record=data, name=source.where)


def is_plain_record(record: object, limits: Limits) -> bool:
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


def with_names(records: Record | Iterable[Record]) -> Iterator[tuple[str, Record]]:
    """Yield one record or several, each with the name of a record that has no other name."""
    # A mapping, bytes and a text are iterable too, but each is one record.
    each = cast("Iterable[Record]", (records,) if is_record(records) else records)
    for number, record in enumerate(each, 1):
        yield f"record {number}", record


def is_record(value: object) -> bool:
    """Tell whether a value is one record, and not a list of records."""
    return issubclass(type(value), _KINDS)
