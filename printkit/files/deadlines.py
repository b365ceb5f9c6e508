"""Deadlines for calls that cannot be interrupted: a call goes in, its result or an error comes out.

The package of a store may wait for ever for a server that does not answer.
"""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def call_within(seconds: float, call: Callable[[], T]) -> T:
    """Return the result of a call.

    A signal for this process interrupts the waiting. A call that is late goes on in its thread,
    which ends with the process at the latest.

    Args:
        seconds: how long the call may take.
        call: does the work, and raises whatever errors the work has.

    Raises:
        TimeoutError: the call took longer.
    """
    answer: Future[T] = Future()
    Thread(target=_answer, args=(answer, call), name="store-call", daemon=True).start()
    return answer.result(seconds)


def _answer(answer: "Future[T]", call: Callable[[], T]) -> None:
    try:
        answer.set_result(call())
    # The error is raised once more in the thread that waits.
    except BaseException as error:  # noqa: BLE001
        answer.set_exception(error)
