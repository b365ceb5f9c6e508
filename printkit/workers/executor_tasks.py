"""Give errands to an executor of the caller: errands go in, their results come out in order.

The executor may be one of Python's own, or that of a cluster of machines.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from itertools import islice
from typing import NamedTuple, TypeVar

from printkit.errors import PressError, PrintkitError
from printkit.workers.losses import LOSSES, crash_error

E = TypeVar("E")
T = TypeVar("T")

IN_FLIGHT = 4
"""So many errands are on their way for each worker of an executor. Results come in order, so a long
errand must not stop the others; and this machine holds no more errands than these.
"""


class Lost(NamedTuple):
    """An errand that gives no result of its own.

    Attributes:
        error: why the errand was not done, or did not end.
    """

    error: PrintkitError


def results_of(
    executor: Executor, do: Callable[[E], T], errands: Iterable[E | Lost], workers: int
) -> Iterator[T | Lost]:
    """Yield the result of each errand, in order; a Lost for an errand that was lost.

    Args:
        executor: does the errands; the caller shuts the executor down.
        do: the function that does an errand. Such a function stands in a module.
        errands: what to do; a Lost comes back as it is.
        workers: how many errands the executor does at a time.

    Raises:
        PressError: the executor takes no work, or stopped before its work was done.
        PrintkitError: an errand raised this error.
    """
    waiting: deque[Future[T | Lost]] = deque()
    left = iter(errands)
    try:
        while True:
            for errand in islice(left, IN_FLIGHT * workers - len(waiting)):
                waiting.append(_submitted(executor, do, errand))
            if not waiting:
                return
            yield _outcome(waiting.popleft())
    finally:
        # The caller may stop early; then no other errand begins.
        for future in waiting:
            future.cancel()


def _submitted(executor: Executor, do: Callable[[E], T], errand: E | Lost) -> "Future[T | Lost]":
    future: Future[T | Lost] = Future()
    if isinstance(errand, Lost):
        future.set_result(errand)
        return future
    try:
        future = executor.submit(do, errand)
    except RuntimeError as error:  # the executor is shut down, or broken
        raise PressError(
            f"the executor takes no work: {error}", remedy="Give an executor that is open."
        ) from error
    return future


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
    if isinstance(error, PrintkitError) or not isinstance(error, Exception):
        raise error
    # No errand raises another error: so the executor gave the errand up.
    return Lost(crash_error(f"the executor gave the work up with {type(error).__name__}"))


def _stopped() -> PressError:
    return PressError(
        "the executor stopped before everything was printed: the executor was shut down, or lost"
        " its workers or its scheduler",
        remedy="Start the executor again, and print the rest; `resume` goes on with a run.",
    )
