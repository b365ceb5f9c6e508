"""The files that work may read: arguments of a task go in, files and folders come out."""

from collections.abc import Iterator
from functools import singledispatch
from pathlib import Path
from typing import cast

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.issue.plan import Plan
from printkit.readers import Reading
from printkit.readers.record_sources import RecordSource


@singledispatch
def readable_files(value: object) -> Iterator[Path]:
    """Yield the files and folders that work with a value may read."""
    if isinstance(value, list | tuple):
        for one in value:
            yield from readable_files(one)


@readable_files.register
def _of_source(source: RecordSource) -> Iterator[Path]:
    if source.folder:
        yield source.folder
    if issubclass(type(source.record), Path):
        yield cast("Path", source.record).parent
    elif source.is_read:
        yield from readable_files(source.record)


@readable_files.register
def _of_reading(reading: Reading) -> Iterator[Path]:
    if reading.folder:
        yield reading.folder


@readable_files.register
def _of_ticket(ticket: JobTicket) -> Iterator[Path]:
    return readable_files(ticket.edition)


@readable_files.register
def _of_edition(edition: Edition) -> Iterator[Path]:
    yield from edition.roots
    yield from folder_of_theme(edition.theme)
    if edition.templates:
        yield Path(edition.templates)


@readable_files.register
def _of_plan(plan: Plan) -> Iterator[Path]:
    if plan.cover_picture:
        yield Path(plan.cover_picture)


def folder_of_theme(theme: str) -> Iterator[Path]:
    """Yield the folder of a theme of the user's own; printkit's themes are always readable."""
    if theme.endswith(".css"):
        yield Path(theme).parent
