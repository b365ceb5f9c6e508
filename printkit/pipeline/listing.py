"""List the records of a run: sources go in, and names of files and hashes come out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from printkit.article.file_names import FileName, file_name, mark_of
from printkit.article.output_patterns import OutputPattern
from printkit.edition.limits import Limits
from printkit.errors import PrintkitError, RecordError
from printkit.pipeline.record_hashes import hash_reading
from printkit.printing.reading import lost_record
from printkit.readers import Reading
from printkit.readers.inputs import RecordSource, fetched, read_source
from printkit.workers.tasks import Workers


class Listed(NamedTuple):
    """The name, the hash and the folder of a record that is not printed yet.

    Attributes:
        where: the name of the record.
        name: the name of its file; None if the record cannot be read.
        sha256: the hash of the record, without the files of its pictures.
        folder: the folder of its pictures; None for no folder.
    """

    where: str
    name: FileName | None
    sha256: str
    folder: Path | None = None


class ListedSource(NamedTuple):
    """A source with the records that were found in the source.

    Attributes:
        source: the source; of a source that could not be read in a worker, its error.
        records: the records, in order.
    """

    source: RecordSource
    records: tuple[Listed, ...]


# The error of a source that was lost, and the records.
_Found = tuple[RecordError | None, tuple[Listed, ...]]


def list_records_of(
    sources: Sequence[RecordSource], pattern: OutputPattern | None, workers: Workers
) -> Iterator[ListedSource]:
    """Read each source in a worker, and yield what a run keeps of the records.

    A source that was lost is an error from now on, and so is not read again.

    Args:
        sources: the records.
        pattern: names the files, with NUMBER_MARK for numbers; None for names of day and headline.
        workers: the processes that read.
    """
    tasks = ((fetched(one, workers.limits), workers.limits, pattern) for one in sources)
    found = workers.run(_list, _list_lost, tasks)
    for source, (lost, records) in zip(sources, found, strict=True):
        yield ListedSource(RecordSource(lost) if lost else source, records)


def _list(source: RecordSource, limits: Limits, pattern: OutputPattern | None) -> _Found:
    """Read a source in a worker, and return only what the run keeps of its records."""
    found = read_source(source, limits)
    records = (
        Listed(one.where, _name(one, pattern), hash_reading(one), one.folder)
        if isinstance(one, Reading)
        else Listed(one.where, None, hash_reading(one))
        for one in found
    )
    return None, tuple(records)


def _name(reading: Reading, pattern: OutputPattern | None) -> FileName:
    if pattern is None:
        return file_name(reading.article)
    return FileName(pattern.name(reading.article, None), mark_of(reading.article))


def _list_lost(
    error: PrintkitError, source: RecordSource, limits: Limits, _: OutputPattern | None
) -> _Found:
    lost = lost_record(error, source, limits)
    return lost, (Listed(source.where, None, hash_reading(lost)),)
