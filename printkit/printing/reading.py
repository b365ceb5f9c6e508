"""Read records in workers: takes records as a caller gives them, gives readings in their order.

A record that takes too long, or over which a worker dies, becomes a RecordError in its place.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import tee
from pathlib import Path

from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import PrintkitError, RecordError
from printkit.prepare import refuse_unprintable, refuse_without_text
from printkit.printing.press_room import open_press_room
from printkit.readers import Reading
from printkit.readers.inputs import read_source, sources_of
from printkit.readers.record_sources import Record, RecordSource, fetched, with_names
from printkit.workers.losses import LOSSES
from printkit.workers.tasks import Workers


class LostRecordError(RecordError):
    """The record could not be read within the limits, or the process that read it died.

    Attributes:
        code, status: those of the error that ended the reading.
        seconds: how long the reading took on the clock.
    """

    def __init__(
        self,
        *problems: str,
        where: str = "",
        remedy: str = "",
        code: str = RecordError.code,
        status: str = RecordError.status,
        seconds: float = 0.0,
    ) -> None:
        super().__init__(*problems, where=where, remedy=remedy)
        self.code = code
        self.status = status
        self.seconds = seconds


def read(
    record: Record,
    name: str = "",
    folder: Path | str | None = None,
    *,
    jobs: int = 1,
    fetch: bool = False,
    trusted: bool = False,
    limits: Limits = DEFAULTS,
) -> tuple[Reading | RecordError, ...]:
    """Read a record: one article, or all articles of a file or a folder.

    Args:
        record, name, folder: as in export; a file or a folder may hold many articles.
        jobs: the number of processes that read.
        fetch: read records from the address of a store, such as s3://bucket/in/*.json, too.
        trusted, limits: as in export.

    Returns:
        A reading for each article; a RecordError in the place of a record that cannot be read.

    Raises:
        EditionError: `folder` leads to no folder.
    """
    sources = sources_of(record, name, folder, limits, fetch=fetch)
    return read_sources_of(sources, jobs=jobs, limits=limits, trusted=trusted)


def read_sources_of(
    sources: Sequence[RecordSource],
    *,
    jobs: int = 1,
    limits: Limits = DEFAULTS,
    trusted: bool = False,
) -> tuple[Reading | RecordError, ...]:
    """Read the articles of several sources, in order; the other arguments are as in `read`."""
    with open_press_room(JobTicket(limits=limits), jobs, trusted=trusted) as workers:
        return tuple(read_sources(sources, workers))


def sources_of_all(
    records: Record | Iterable[Record],
    folder: Path | str | None = None,
    limits: Limits = DEFAULTS,
    *,
    fetch: bool = False,
) -> list[RecordSource]:
    """Return the sources of one record or several; a record without a name gets a number.

    Args:
        records: as in `inputs.read_record`.
        folder: the folder of the pictures of records that are no files.
        limits: how much a record may hold.
        fetch: read records from the address of a store, too.

    Raises:
        EditionError: `folder` leads to no folder.
    """
    named = with_names(records)
    return [
        one
        for name, record in named
        for one in sources_of(record, name, folder, limits, fetch=fetch)
    ]


def read_sources(
    sources: Iterable[RecordSource], workers: Workers
) -> Iterator[Reading | RecordError]:
    """Yield the readings of sources, in order; a source that was read before is not read again."""
    sent, kept = tee(sources)
    tasks = ((fetched(one, workers.limits), workers.limits) for one in sent if not one.is_read)
    readings = workers.run(_read, _lost, tasks)
    for one in kept:
        yield from read_source(one) if one.is_read else next(readings)


def _read(source: RecordSource, limits: Limits) -> tuple[Reading | RecordError, ...]:
    """Read a source, in a worker."""
    return tuple(_without_empty_page(one, limits) for one in read_source(source, limits))


def _without_empty_page(one: Reading | RecordError, limits: Limits) -> Reading | RecordError:
    """Return the error of a page that only lists other pages; to find it, its body is edited."""
    if isinstance(one, RecordError):
        return one
    try:
        refuse_unprintable(one, allow_embargoed=True)
        refuse_without_text(one, limits)
    except RecordError as error:
        return error
    except PrintkitError:
        return one  # the article is held back: its own step says so
    return one


def lost_record(error: PrintkitError, source: RecordSource, _: Limits) -> LostRecordError:
    """Return the error of a source that could not be read within the limits."""
    return LostRecordError(
        *error.problems,
        where=source.where,
        remedy=error.remedy,
        code=error.code,
        status=error.status,
        seconds=(error.seconds or 0.0) if isinstance(error, LOSSES) else 0.0,
    )


def _lost(error: PrintkitError, source: RecordSource, limits: Limits) -> tuple[RecordError]:
    return (lost_record(error, source, limits),)
