"""The files that work may read: arguments of a task go in, files and folders come out."""

from collections.abc import Iterator
from functools import singledispatch
from pathlib import Path

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.readers import Reading
from printkit.readers.inputs import RecordSource


@singledispatch
def readable_files(value: object) -> Iterator[Path]:
    """Yield the files and folders that work with a value may read."""
    if isinstance(value, list | tuple):
        for one in value:
            yield from readable_files(one)


@readable_files.register
def _of_path(path: Path) -> Iterator[Path]:
    yield path if path.is_dir() else path.parent


@readable_files.register
def _of_source(source: RecordSource) -> Iterator[Path]:
    named = (source.record, source.folder)
    return (found for value in named for found in readable_files(value))


@readable_files.register
def _of_reading(reading: Reading) -> Iterator[Path]:
    return readable_files(reading.folder)


@readable_files.register
def _of_ticket(ticket: JobTicket) -> Iterator[Path]:
    return readable_files(ticket.edition)


@readable_files.register
def _of_edition(edition: Edition) -> Iterator[Path]:
    yield from edition.roots
    yield from _of_path(Path(edition.theme))
    if edition.templates:
        yield Path(edition.templates)
