"""The press room: takes the settings of a run, gives the workers that read and print its records.

A worker may read the files that its task names, such as the folder of a record's pictures, and no
others. It asks this process for pictures of the network.
"""

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import replace
from functools import singledispatch
from pathlib import Path

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.limits import Limits
from printkit.pictures.network import resolve_fetch
from printkit.printing.jobs import ArticleTask, PressJob
from printkit.readers import Reading
from printkit.readers.inputs import Source
from printkit.workers.child import fetch_through_parent
from printkit.workers.tasks import Workers

PRELOADED = "printkit.preloaded"
"""The module that imports everything that a worker needs."""
# With this many articles, more processes save more time than they take to start.
_MANY = 6


def open_press_room(
    ticket: JobTicket,
    jobs: int = 1,
    executor: Executor | None = None,
    *,
    limits: Limits | None = None,
    trusted: bool = False,
) -> Workers:
    """Return the workers for a run; see `Workers` for the arguments.

    Args:
        ticket: how the articles are printed; its `fetch` fetches the pictures of the network.
        jobs, executor, limits, trusted: as in Workers.
    """
    return Workers(
        jobs,
        executor,
        limits=limits,
        fetch=resolve_fetch(ticket.fetch),
        preload=PRELOADED,
        readable=readable_files,
        trusted=trusted,
    )


def ticket_for_workers(ticket: JobTicket, workers: Workers) -> JobTicket:
    """Return a ticket whose pictures of the network come through the parent of the workers."""
    if not ticket.fetch or not workers.has_parent:
        return ticket
    return replace(ticket, fetch=fetch_through_parent)


def jobs_for(articles: int, jobs: int | None, fetch: object) -> int:
    """Return the number of processes that print a number of articles.

    Args:
        articles: the number of articles.
        jobs: the number of processes; None for as many as the machine has cores. For few articles,
            and for a function that may not stand several calls at once, None means 1.
        fetch: a function of the caller that fetches pictures; or True or False.
    """
    if jobs is not None:
        return jobs
    alone = articles < _MANY or callable(fetch)
    return 1 if alone else min(os.cpu_count() or 1, articles)


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
def _of_source(source: Source) -> Iterator[Path]:
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


@readable_files.register
def _of_task(task: ArticleTask) -> Iterator[Path]:
    yield from readable_files(task.readings)
    yield from readable_files(task.ticket)


@readable_files.register
def _of_job(job: PressJob) -> Iterator[Path]:
    return _of_path(Path(job.theme))
