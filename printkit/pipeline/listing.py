"""List the records of a run: sources go in, and names of files and hashes come out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from printkit.article.file_names import FileName, file_name, mark_of
from printkit.article.output_patterns import OutputPattern
from printkit.edition.limits import Limits
from printkit.errors import PrintkitError, RecordError
from printkit.pipeline.named_files import names_of_files
from printkit.pipeline.record_hashes import hash_reading, hash_with_files
from printkit.printing.reading import lost_record
from printkit.readers import Reading
from printkit.readers.inputs import read_source
from printkit.readers.record_sources import RecordSource, fetched
from printkit.workers.tasks import Workers


class Listed(NamedTuple):
    """The name, the hash and the folder of a record that is not printed yet.

    Attributes:
        where: the name of the record.
        name: the name of its file; None if the record cannot be read.
        sha256: the hash of the record with the files of its pictures; empty if nobody asks for it.
    """

    where: str
    name: FileName | None
    sha256: str = ""


class _Described(NamedTuple):
    """A record as the worker that read the record describes it.

    Attributes:
        where, name: as in Listed.
        sha256: the hash of the record, without the files of its pictures.
        files: all words that may name a file of a picture.
        folder: the folder of its pictures; None for no folder.
        url: the address of the article.
    """

    where: str
    name: FileName | None
    sha256: str
    files: tuple[str, ...] = ()
    folder: Path | None = None
    url: str | None = None


class ListedSource(NamedTuple):
    """A source with the records that were found in the source.

    Attributes:
        source: the source; of a source that could not be read in a worker, its error.
        records: the records, in order.
    """

    source: RecordSource
    records: tuple[Listed, ...]


# The error of a source that was lost, and the records.
_Found = tuple[RecordError | None, tuple[_Described, ...]]


def list_records_of(
    sources: Sequence[RecordSource],
    pattern: OutputPattern | None,
    workers: Workers,
    roots: Sequence[Path] | None = None,
) -> Iterator[ListedSource]:
    """Read each source in a worker, and yield what a run keeps of the records.

    A source that was lost is an error from now on, and so is not read again.

    Args:
        sources: the records.
        pattern: names the files, with NUMBER_MARK for numbers; None for names of day and headline.
        workers: the processes that read.
        roots: the folders in which pictures of all records are looked for; None for no hashes.
    """
    tasks = ((fetched(one, workers.limits), workers.limits, pattern) for one in sources)
    found = workers.run(_describe, _describe_lost, tasks)
    for source, (lost, records) in zip(sources, found, strict=True):
        listed = tuple(_listed(one, roots) for one in records)
        yield ListedSource(RecordSource(lost) if lost else source, listed)


def _listed(one: _Described, roots: Sequence[Path] | None) -> Listed:
    if roots is None:
        return Listed(one.where, one.name)
    whole = hash_with_files(one.sha256, one.files, one.folder, roots, one.url)
    return Listed(one.where, one.name, whole)


def _describe(source: RecordSource, limits: Limits, pattern: OutputPattern | None) -> _Found:
    """Read a source in a worker, and return only what the run needs of its records."""
    return None, tuple(_described(one, pattern) for one in read_source(source, limits))


def _described(one: Reading | RecordError, pattern: OutputPattern | None) -> _Described:
    if isinstance(one, RecordError):
        return _Described(one.where, None, hash_reading(one))
    files = names_of_files(one.article)
    url = one.article.url
    return _Described(one.where, _name(one, pattern), hash_reading(one), files, one.folder, url)


def _name(reading: Reading, pattern: OutputPattern | None) -> FileName:
    if pattern is None:
        return file_name(reading.article)
    return FileName(pattern.name(reading.article, None), mark_of(reading.article))


def _describe_lost(
    error: PrintkitError, source: RecordSource, limits: Limits, _: OutputPattern | None
) -> _Found:
    lost = lost_record(error, source, limits)
    return lost, (_Described(source.where, None, hash_reading(lost)),)
