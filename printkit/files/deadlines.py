"""Deadlines for calls that cannot be interrupted: a call goes in, its result or an error comes out.

The package of a store may wait for ever for a server that does not answer.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import TypeVar

from printkit.files.haste import note_seconds, seconds_left

T = TypeVar("T")

_BETWEEN_LOOKS = 0.1  # seconds; an interrupt meanwhile may shorten the time


def call_within(seconds: float, call: Callable[[], T]) -> T:
    """Return the result of a call.

    A signal for this process interrupts the waiting, or shortens the time: see `haste`. A call that
    is late goes on in its thread, which ends with the process at the latest.

    Args:
        seconds: how long the call may take.
        call: does the work, and raises whatever errors the work has.

    Raises:
        TimeoutError: the call took longer.
    """
    answer: Future[T] = Future()
    Thread(target=_answer, args=(answer, call), name="store-call", daemon=True).start()
    _wait_for(answer, seconds)
    return answer.result(0)


def _wait_for(answer: "Future[T]", seconds: float) -> None:
    end = time.monotonic() + seconds
    while True:
        began = time.monotonic()
        left = seconds_left(end - began)
        wait([answer], timeout=min(max(left, 0), _BETWEEN_LOOKS))
        note_seconds(time.monotonic() - began)
        if answer.done() or left <= 0:
            return


def _answer(answer: "Future[T]", call: Callable[[], T]) -> None:
    try:
        answer.set_result(call())
    # The error is raised once more in the thread that waits.
    except BaseException as error:  # noqa: BLE001
        answer.set_exception(error)
