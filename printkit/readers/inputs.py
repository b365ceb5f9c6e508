"""Inputs: an Article, a mapping, bytes or a path goes in, readings come out.

A record that cannot be read becomes a RecordError in the place of its reading.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from printkit.article import Article
from printkit.edition.roots import refuse_missing_roots
from printkit.errors import RecordError, SectionPageError
from printkit.limits import DEFAULTS, Limits
from printkit.readers import Reading, article_from, read_bytes, read_file, records_in

Record = Article | Mapping[str, object] | bytes | Path | str | Reading | RecordError
_KINDS = (Article, Mapping, bytes, Path, str, Reading, RecordError)


def read(
    record: Record,
    name: str = "",
    folder: Path | str | None = None,
    limits: Limits = DEFAULTS,
) -> tuple[Reading | RecordError, ...]:
    """Read a record: one article, or all articles of a file or a folder.

    Args:
        record: an Article, a mapping of its fields, the bytes of a file, or the path of a file
            or a folder. A Reading or a RecordError is returned as it is.
        name: the record's name in remarks and errors, if it is not a file.
        folder: the folder of the record's pictures, if the record is not a file.
        limits: how much a file and a record may hold.

    Raises:
        EditionError: `folder` leads to no folder.
    """
    home = Path(folder) if folder is not None else None
    refuse_missing_roots("folder", (home,) if home else ())
    try:
        if not _is_record(record):
            # An object of a program, such as a lazy one, may fail when it is asked for its type.
            fields = cast("Mapping[str, object]", record)
            article, remarks = article_from(fields, name, limits=limits)
            return (Reading(name, article, home, remarks),)
        if isinstance(record, Reading | RecordError):
            return (record,)
        if isinstance(record, Article):
            return (Reading(name, record, home, ()),)
        if isinstance(record, Mapping):
            article, remarks = article_from(record, name, limits=limits)
            return (Reading(name, article, home, remarks),)
        if isinstance(record, bytes):
            return read_bytes(record, name, home, limits)
        paths = records_in(Path(record))
    except RecordError as error:
        return (error,)
    found = tuple(one for path in paths for one in _try_file(path, limits))
    if not Path(record).is_dir():
        return found
    return tuple(map(_found_in_folder, found))


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
    numbered = _numbered(records)
    return [found for name, record in numbered for found in read(record, name, folder, limits)]


def read_one(
    record: Record,
    name: str = "",
    folder: Path | str | None = None,
    limits: Limits = DEFAULTS,
) -> Reading:
    """Read a record that holds exactly one article; the arguments are those of `read`.

    Raises:
        RecordError: the record cannot be read, or holds another number of articles.
    """
    if issubclass(type(record), str | Path):
        name = name or str(record)
    found = read(record, name, folder, limits)
    if len(found) != 1:
        raise RecordError(
            f"holds {len(found)} articles, but one article is wanted",
            where=name,
            remedy="Print the articles to a folder: `-d`, or export_many.",
        )
    if isinstance(found[0], RecordError):
        raise found[0]
    return found[0]


def _numbered(records: Record | Iterable[Record]) -> Iterator[tuple[str, Record]]:
    # A mapping, bytes and a text are iterable too, but each is one record.
    each = cast("Iterable[Record]", (records,) if _is_record(records) else records)
    for number, record in enumerate(each, 1):
        yield f"record {number}", record


def _try_file(path: Path, limits: Limits) -> tuple[Reading | RecordError, ...]:
    try:
        return read_file(path, limits)
    except RecordError as error:
        return (error,)


def _is_record(value: object) -> bool:
    return issubclass(type(value), _KINDS)
