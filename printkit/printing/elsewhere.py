"""Print elsewhere: tasks go to an executor, on this machine or on others; results come back.

Records are read here, and their pictures are found here. So the other machine needs no file.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from itertools import repeat
from typing import TypeVar, cast
from uuid import uuid4

from printkit.edition.ticket import JobTicket
from printkit.errors import PressError, PrintkitError
from printkit.press.engine_versions import engine_versions
from printkit.printing.errand_paths import pack_arguments
from printkit.printing.errands import Done, ErrandTerms, FarErrand, do_errand
from printkit.printing.press_room import open_press_room
from printkit.themes.carried_look import carry_look
from printkit.workers.door import Arguments
from printkit.workers.executor_tasks import Lost, results_of
from printkit.workers.tasks import Workers, with_sizes

T = TypeVar("T")

_NO_FINISHES: Iterable[None] = repeat(None)


class FarPress:
    """The press of a run whose tasks an executor does; takes the place of `Workers` for printing.

    Records are read here, and PDFs are written here, unless a function of `finishes` writes them
    there. A task brings along its pictures, theme and templates as bytes. A worker of the executor
    does the task in a process of its own, which is killed at a limit. All executors give the same
    bytes. A worker with another version of printkit or of an engine is refused.

    Args:
        executor: a `concurrent.futures.Executor`, such as a `ProcessPoolExecutor` or Dask's
            `Client.get_executor(pure=False)`; the caller shuts the executor down.
        jobs: how many tasks the executor does at a time; four times as many are on their way.
        ticket: how the articles are printed.
        workers: the processes of this machine, which read records and find pictures.
        trusted: print in the processes of the executor, where nothing can stop a task.

    Raises:
        ThemeError: the theme or the templates are broken, or a file of theirs cannot be read.
    """

    def __init__(
        self,
        executor: Executor,
        jobs: int,
        ticket: JobTicket,
        workers: Workers,
        *,
        trusted: bool = False,
    ) -> None:
        self._executor = executor
        self._jobs = jobs
        self._workers = workers
        self._look = carry_look(ticket.edition.theme, ticket.edition.templates)
        own = JobTicket(fetch=ticket.fetch, limits=ticket.limits)
        self._terms = ErrandTerms(uuid4().hex, own, engine_versions(), trusted)

    @property
    def has_own_look(self) -> bool:
        """Whether a theme or templates of the user's own are brought along."""
        return bool(self._look.files)

    def run(
        self,
        work: Callable[[*Arguments], T],
        lost: Callable[[PrintkitError, *Arguments], T],
        tasks: Iterable[tuple[*Arguments]],
        sizes: Iterable[int] = (),
        finishes: Iterable[Callable[[T], T]] | None = None,
    ) -> Iterator[T]:
        """Yield the result of each task, in order; the arguments are those of `Workers.run`.

        Args:
            work, lost, tasks, sizes: as in `Workers.run`.
            finishes: for each task a function that the process of the executor calls with what
                the work gave; the function gives the result of the task. Such a function can be
                pickled, and may use the network. None if the work gives the results.

        Raises:
            UnfitWorkerError: several workers have other versions of printkit or of an engine.
            PressError: the executor takes no work, or stopped before its work was done.
            PrintkitError: the work raised this error.
        """
        waiting: deque[tuple[tuple[*Arguments], int, Callable[[T], T] | None]] = deque()
        sized = with_sizes(tasks, sizes)

        def taken() -> Iterator[tuple[*Arguments]]:
            for (task, size), finish in zip(sized, finishes or _NO_FINISHES, strict=False):
                waiting.append((task, size, finish))
                yield task

        sent: deque[tuple[*Arguments]] = deque()

        def errands() -> Iterator[FarErrand | Lost]:
            for packed in self._workers.run(_pack, _not_packed, taken()):
                task, size, finish = waiting.popleft()
                sent.append(task)
                yield self._errand(work, packed, size, finish)

        def note_retry(error: PrintkitError) -> None:
            self._workers.note_retry(error, *sent[0])

        how = (self._executor, do_errand, errands(), self._jobs, note_retry)
        for made in results_of(*how):
            task = sent.popleft()
            yield lost(made.error, *task) if isinstance(made, Lost) else cast("T", _value_of(made))

    def _errand(
        self,
        work: Callable[..., object],
        packed: tuple[object, ...] | Lost,
        size: int,
        finish: Callable[..., object] | None,
    ) -> FarErrand | Lost:
        if isinstance(packed, Lost):
            return packed
        return FarErrand(work, packed, self._look, self._terms, size, finish)


def open_presses(
    ticket: JobTicket, jobs: int, executor: Executor | None = None, *, trusted: bool = False
) -> tuple[Workers, FarPress | None]:
    """Return the workers of this machine, and the press of the executor if there is an executor.

    Args:
        ticket: how the articles are printed.
        jobs: how many tasks are done at a time, here or by the executor.
        executor, trusted: as in FarPress.

    Raises:
        ThemeError: as FarPress.
    """
    if executor is None:
        return open_press_room(ticket, jobs, trusted=trusted), None
    # The workers only read and pack, which takes little time beside a print.
    workers = open_press_room(ticket, min(jobs, os.cpu_count() or 1), trusted=trusted)
    return workers, FarPress(executor, jobs, ticket, workers, trusted=trusted)


def _value_of(made: object) -> object:
    """Return the result of an errand; refuse what another function gave.

    Raises:
        PressError: the executor gave no result of an errand.
    """
    if isinstance(made, Done):
        return made.value
    raise PressError(
        f"the executor gave {type(made).__name__} in the place of the result of a task",
        remedy="Give an executor that returns what the function of the task returned.",
    )


def _pack(*arguments: object) -> tuple[object, ...]:
    """Return the arguments of a task without paths, in a worker."""
    return pack_arguments(*arguments)


def _not_packed(error: PrintkitError, *_: object) -> Lost:
    """Account for a record whose pictures could not be found within the limits."""
    return Lost(error)
