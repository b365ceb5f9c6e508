"""Give errands to an executor of the caller: errands go in, their results come out in order.

The executor may be one of Python's own, or that of a cluster of machines.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from itertools import islice
from typing import NamedTuple, TypeVar

from printkit.errors import PressError, PrintkitError
from printkit.workers.losses import LOSSES, UnfitWorkerError, crash_error, is_unfit

E = TypeVar("E")
T = TypeVar("T")

IN_FLIGHT = 4
"""So many errands are on their way for each worker of an executor. Results come in order, so a long
errand must not stop the others; and this machine holds no more errands than these.
"""

_RETRIES = 3  # times that an errand is given again because its worker is unfit
_SAME_VERSIONS = "Install the same versions here and on all workers."


class Lost(NamedTuple):
    """An errand that gives no result of its own.

    Attributes:
        error: why the errand was not done, or did not end.
    """

    error: PrintkitError


def results_of(
    executor: Executor,
    do: Callable[[E], T],
    errands: Iterable[E | Lost],
    workers: int,
    note_retry: Callable[[PrintkitError], None] = lambda _: None,
) -> Iterator[T | Lost]:
    """Yield the result of each errand, in order; a Lost for an errand that was lost.

    Args:
        executor: does the errands; the caller shuts the executor down.
        do: the function that does an errand. Such a function stands in a module.
        errands: what to do; a Lost comes back as it is.
        workers: how many errands the executor does at a time.
        note_retry: is called before the errand whose turn it is is given again, with the reason.

    Raises:
        UnfitWorkerError: an errand came to unfit workers again and again.
        PressError: the executor takes no work, or stopped before its work was done.
        PrintkitError: an errand raised this error.
    """
    waiting: deque[tuple[E | Lost, Future[T | Lost]]] = deque()
    left = iter(errands)
    try:
        while True:
            for errand in islice(left, IN_FLIGHT * workers - len(waiting)):
                waiting.append((errand, _submitted(executor, do, errand)))
            if not waiting:
                return
            errand, future = waiting.popleft()
            for _ in range(_RETRIES):
                if unfit := _unfit_worker_of(future):
                    note_retry(unfit)
                    future = _submitted(executor, do, errand)
            yield _outcome(future)
    finally:
        # The caller may stop early; then no other errand begins.
        for _, future in waiting:
            future.cancel()


def _submitted(executor: Executor, do: Callable[[E], T], errand: E | Lost) -> "Future[T | Lost]":
    future: Future[T | Lost] = Future()
    if isinstance(errand, Lost):
        future.set_result(errand)
        return future
    try:
        future = executor.submit(do, errand)
    except PrintkitError:
        raise
    except Exception as error:
        raise PressError(
            f"the executor takes no work: {type(error).__name__}: {error}",
            remedy="Give an executor that is open.",
        ) from error
    if not isinstance(future, Future):
        raise PressError(
            f"the executor gave {type(future).__name__} in the place of a Future",
            remedy="Give an executor whose submit returns a concurrent.futures.Future.",
        )
    return future


def _unfit_worker_of(future: "Future[T | Lost]") -> PrintkitError | None:
    """Wait for an errand; return the error of an errand that came to an unfit worker."""
    try:
        error = future.exception()
    except CancelledError:
        return None
    if error is None or not is_unfit(error):
        return None
    if isinstance(error, UnfitWorkerError):
        return error
    return UnfitWorkerError(f"a worker lacks a part of printkit: {error}", remedy=_SAME_VERSIONS)


def _outcome(future: "Future[T | Lost]") -> T | Lost:
    try:
        error = future.exception()
    except CancelledError as cancelled:
        raise _stopped() from cancelled
    if error is None:
        return future.result()
    if isinstance(error, LOSSES):
        return Lost(error)
    if isinstance(error, BrokenExecutor):
        raise _stopped() from error
    if isinstance(error, PrintkitError | KeyboardInterrupt):
        raise error
    # No errand raises another error: so the executor gave the errand up.
    return Lost(crash_error(f"the executor gave the work up with {type(error).__name__}"))


def _stopped() -> PressError:
    return PressError(
        "the executor stopped before everything was printed: the executor was shut down, or lost"
        " its workers or its scheduler",
        remedy="Start the executor again, and print the rest; `resume` goes on with a run.",
    )
