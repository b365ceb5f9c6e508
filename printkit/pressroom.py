"""Many press runs: one after the other, or several at a time in processes of their own.

Owns pebble: a worker that dies takes down its own task and no other.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

from printkit.errors import PressError

T = TypeVar("T")


def run(
    work: Callable[..., T],
    lost: Callable[..., T],
    tasks: Sequence[tuple[Any, ...]],
    jobs: int = 1,
) -> Iterator[T]:
    """Yield what the work makes of each task, in the tasks' order.

    Args:
        work: a module's function; it must account for its failures itself.
        lost: accounts for a task whose process died; takes the same arguments.
        tasks: the arguments of each call.
        jobs: how many processes; 1 works in this one.

    Raises:
        PressError: no process could be started.
    """
    if jobs == 1 or len(tasks) < 2:
        yield from (work(*task) for task in tasks)
        return
    from pebble import ProcessExpired, ProcessPool

    # Forking a process that has threads is unsafe, and WeasyPrint's libraries start some.
    pool = ProcessPool(max_workers=min(jobs, len(tasks)), context=get_context("spawn"))
    futures = [pool.schedule(work, args=task) for task in tasks]
    try:
        for future, task in zip(futures, tasks, strict=True):
            try:
                yield future.result()
            except ProcessExpired:
                yield lost(*task)
            except BrokenExecutor as error:
                raise PressError(
                    "no other process could be started to print in",
                    remedy="A script that prints with jobs has to start behind "
                    'if __name__ == "__main__":',
                ) from error
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()
