"""Do many tasks: one after the other in this process, or several at a time in workers.

Takes a function and the arguments of each task, gives the results in order. Owns pebble: if a
worker process dies, only its own task is lost. A worker that takes too long is killed, because code
in the same process cannot stop WeasyPrint.
"""

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from itertools import starmap
from types import TracebackType
from typing import Any, Literal, Self, TypeVar, TypeVarTuple

from printkit.errors import EditionError, PressError
from printkit.printing.worker_processes import open_pool

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")
Loss = Literal["crashed", "timeout"]

# Seconds for one task; a long article takes two.
PATIENCE = 300.0
# With this many articles, more processes save more time than they take to start.
_MANY = 6


class Workers:
    """Processes that stay open for several runs; use an instance in a `with` statement.

    Args:
        jobs: the number of processes; 1 does the tasks in this process.
        executor: the caller's executor, which does the tasks; printkit kills none of its processes.
        patience: seconds until the process of a task is killed.
        preload: a module that all processes need. On systems with a fork server, the server imports
            the module once and the processes are forked from it.

    Raises:
        EditionError: the number of processes is less than 1.
    """

    def __init__(
        self,
        jobs: int = 1,
        executor: Executor | None = None,
        *,
        patience: float = PATIENCE,
        preload: str = "",
    ) -> None:
        if jobs < 1:
            raise EditionError(f"jobs is {jobs}; jobs must be a whole number from 1")
        self._jobs = jobs
        self._executor = executor
        self._patience = patience
        self._preload = preload
        self._pool: Any = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def run(
        self,
        work: Callable[[*Arguments], T],
        lost: Callable[[Loss, *Arguments], T],
        tasks: Sequence[tuple[*Arguments]],
        sizes: Sequence[int] = (),
    ) -> Iterator[T]:
        """Yield the result of each task, in the order of the tasks; tasks start in this order too.

        Args:
            work: the function that does a task. Such a function stands in a module, because workers
                import the function, and returns its failures as results.
            lost: gives the result of a task whose process died or took too long. The function
                takes `crashed` or `timeout`, then the arguments of the task.
            tasks: the arguments of each call.
            sizes: the time that each task may take, as a multiple of the patience; 1 by default.

        Raises:
            PressError: no process could be started.
        """
        if self._executor is None and self._jobs == 1:
            return starmap(work, tasks)
        return self._results(work, lost, tasks, sizes or [1] * len(tasks))

    def _results(
        self,
        work: Callable[[*Arguments], T],
        lost: Callable[[Loss, *Arguments], T],
        tasks: Sequence[tuple[*Arguments]],
        sizes: Sequence[int],
    ) -> Iterator[T]:
        if not tasks:
            return
        futures = self._submitted(work, tasks, sizes)
        reopened = False
        done = 0
        try:
            while done < len(tasks):
                try:
                    result = _result(futures[done], lost, tasks[done])
                except (BrokenExecutor, CancelledError) as error:
                    if self._executor:
                        raise _given_up() from error
                    if reopened:
                        raise _no_process() from error
                    # If a worker is killed before it has a task, pebble breaks the whole pool.
                    self._close()
                    futures[done:] = self._submitted(work, tasks[done:], sizes[done:])
                    reopened = True
                else:
                    done += 1
                    yield result
        finally:
            # The caller may stop early; then the pool must not go on with the other tasks.
            for future in futures:
                future.cancel()

    def _submitted(
        self,
        work: Callable[[*Arguments], T],
        tasks: Sequence[tuple[*Arguments]],
        sizes: Sequence[int],
    ) -> "list[Future[T]]":
        if self._executor:
            try:
                return [self._executor.submit(work, *task) for task in tasks]
            except RuntimeError as error:  # the executor is shut down, or broken
                raise PressError(
                    f"the executor takes no work: {error}", remedy="Give an executor that is open."
                ) from error
        if self._pool is None:
            self._pool = self._opened()
        return [
            self._pool.schedule(work, args=task, timeout=self._patience * size)
            for task, size in zip(tasks, sizes, strict=True)
        ]

    def _close(self) -> None:
        if self._pool:
            self._pool.stop()
            self._pool.join()
            self._pool = None
        if self._scratch:
            self._scratch.cleanup()
            self._scratch = None

    def _opened(self) -> Any:
        # A killed process leaves its temporary files behind. So all workers share one folder for
        # them, which this process removes.
        self._scratch = tempfile.TemporaryDirectory(prefix="printkit-", ignore_cleanup_errors=True)
        return open_pool(self._jobs, self._preload, self._scratch.name)


def run_tasks(
    work: Callable[[*Arguments], T],
    lost: Callable[[Loss, *Arguments], T],
    tasks: Sequence[tuple[*Arguments]],
    jobs: int = 1,
) -> Iterator[T]:
    """Open workers, yield the result of each task as `Workers.run` does, and close the workers."""
    with Workers(min(jobs, max(len(tasks), 1))) as workers:
        yield from workers.run(work, lost, tasks)


def workers_for(
    articles: int, fetch: object, executor: Executor | None, jobs: int | None
) -> Workers:
    """Return the workers that print a number of articles.

    Args:
        articles: the number of articles.
        fetch: a function of the caller that fetches pictures; or True or False.
        executor: the caller's own executor, or None.
        jobs: the number of processes; None for as many as the machine has cores. For few articles,
            and for a function that may depend on the state of this process, None means 1.
    """
    if jobs is None:
        alone = articles < _MANY or callable(fetch)
        jobs = 1 if alone else min(os.cpu_count() or 1, articles)
    return Workers(jobs, executor, preload="printkit.printing.preloaded")


def _result(
    future: "Future[T]", lost: Callable[[Loss, *Arguments], T], task: tuple[*Arguments]
) -> T:
    from pebble import ProcessExpired  # slow to import, and needed only with workers

    try:
        return future.result()
    except ProcessExpired:
        return lost("crashed", *task)
    except TimeoutError:
        return lost("timeout", *task)


def _given_up() -> PressError:
    return PressError(
        "the executor stopped before everything was printed: the executor was shut down, or one of"
        " its processes died",
        remedy="Give an executor that stays open; or give jobs, and a process may die.",
    )


def _no_process() -> PressError:
    return PressError(
        "no other process could be started to print in",
        remedy='In a script, put the call behind the line if __name__ == "__main__":',
    )


def lost_error(loss: Loss, where: str) -> PressError:
    """Return the error of a record whose process died or was killed."""
    fault = "crashed on this article" if loss == "crashed" else "took too long, and was stopped"
    return PressError(
        f"the press {fault}",
        where=where,
        remedy="Print the record alone, and see whether the same happens again.",
    )
