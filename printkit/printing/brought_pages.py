"""Pages brought from another machine: takes a task of a digest, gives its result with all fonts.

The other machine keeps fonts and pages in a cache of its own. The cache of this machine gets them.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from printkit.errors import PrintkitError
from printkit.files.cache import CacheFolder
from printkit.pages import Pages
from printkit.prepare import carry_pictures
from printkit.printing.elsewhere import FarPress
from printkit.printing.errand_paths import (
    Places,
    account_with_users_paths,
    pack_arguments,
    remarks_with_users_paths,
    ticket_with_look,
    ticket_without_paths,
    with_look,
    with_users_paths,
)
from printkit.printing.jobs import ArticleTask, PressJob, PrintedRun
from printkit.printing.kept import FONT
from printkit.themes.carried_look import CarriedLook

T = TypeVar("T")
S = TypeVar("S")


class Brought(NamedTuple):
    """The result of a task, with the entries of the cache of the other machine.

    Attributes:
        made: the result.
        entries: kind, key and bytes of each entry.
        error: why the task did not end; None for a task with a result.
    """

    made: object
    entries: tuple[tuple[str, str, bytes], ...] = ()
    error: PrintkitError | None = None

    def keep(self, cache: CacheFolder, *, only_fonts: bool) -> None:
        """Put the entries into a cache.

        Args:
            cache: the cache of this machine.
            only_fonts: leave out pages, whose keys are those of a look that was brought along.
        """
        for kind, key, data in self.entries:
            if kind == FONT or not only_fonts:
                cache.put(kind, key, data)


def print_to_bring(
    subject: S, print_: Callable[[S, str, Path], object], fingerprint: str
) -> Brought:
    """Do a task of a digest with an empty cache; return the result with all that was kept.

    Args:
        subject: the task or the job.
        print_: a function that prints a subject with a fingerprint and the folder of a cache.
        fingerprint: stands for everything that pages depend on besides their markup.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = print_(subject, fingerprint, Path(folder))
        return Brought(made, tuple(CacheFolder(Path(folder)).entries()))


def bring(
    far: FarPress,
    work: Callable[[S, str, Path], T],
    lost: Callable[[PrintkitError, S, str, Path], T],
    orders: Sequence[tuple[S, str, Path]],
    sizes: Sequence[int] = (),
) -> Iterator[T]:
    """Yield the results of tasks that an executor does; put into the cache what comes with them.

    Args:
        far: the press of the executor.
        work, lost, sizes: as in `Workers.run`.
        orders: the tasks, each with the fingerprint and the folder of the cache.
    """
    away = [(one, work, mark) for one, mark, _ in orders]
    printed = far.run(print_to_bring, _lost_there, away, sizes)
    for order, brought in zip(orders, printed, strict=True):
        _, _, folder = order
        if brought.error:
            yield lost(brought.error, *order)
        else:
            brought.keep(CacheFolder(folder), only_fonts=far.has_own_look)
            yield cast("T", brought.made)


def _lost_there(error: PrintkitError, *_: object) -> Brought:
    return Brought(None, error=error)


@pack_arguments.register
def _pack_task(task: ArticleTask, *others: object) -> tuple[object, ...]:
    readings = tuple(carry_pictures(one, task.ticket) for one in task.readings)
    packed = replace(task, readings=readings, ticket=ticket_without_paths(task.ticket))
    return packed, *others


@pack_arguments.register
def _pack_job(job: PressJob, *others: object) -> tuple[object, ...]:
    return replace(job, theme="" if job.theme.endswith(".css") else job.theme), *others


@with_look.register
def _task_with_look(task: ArticleTask, look: CarriedLook) -> ArticleTask:
    return replace(task, ticket=ticket_with_look(task.ticket, look))


@with_look.register
def _job_with_look(job: PressJob, look: CarriedLook) -> PressJob:
    return replace(job, theme=look.theme)


@with_users_paths.register(Brought)
def _brought(brought: Brought, places: Places) -> Brought:
    return brought._replace(made=with_users_paths(brought.made, places))


@with_users_paths.register
def _pages(pages: Pages, places: Places) -> Pages:
    return replace(pages, remarks=remarks_with_users_paths(pages.remarks, places))


@with_users_paths.register
def _printed_with_paths(run: PrintedRun, places: Places) -> PrintedRun:
    return replace(
        run,
        pages=run.pages and _pages(run.pages, places),
        remarks=tuple(remarks_with_users_paths(one, places) for one in run.remarks),
        failures={n: account_with_users_paths(one, places) for n, one in run.failures.items()},
    )
