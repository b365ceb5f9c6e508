"""The lifeline of a worker: a pipe that only the parent holds open, and whose end kills the worker.

The system sends the worker a signal when the pipe ends, that is when the parent closes it or dies.
The signal needs no Python code, so it also ends a worker whose native code holds Python's lock.
"""

import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Lifeline:
    """The parent's side; on Windows there is none, and a worker ends with its next read."""

    def __init__(self) -> None:
        self._held: tuple[int, ...] = ()

    @contextmanager
    def handed_over(self) -> Iterator[tuple[int, ...]]:
        """Open the pipe, and give the worker's side to the worker that is started in this block.

        Yields:
            The descriptors that the worker takes over.

        Raises:
            OSError: this process has too many open files.
        """
        if sys.platform == "win32":
            yield ()
            return
        given, kept = os.pipe()
        self._held = (kept,)
        try:
            yield (given,)
        finally:
            os.close(given)

    def cut(self) -> None:
        """Close the pipe, which ends the worker."""
        for one in self._held:
            os.close(one)
        self._held = ()


def end_with(pipe: int) -> None:
    """End this process, even in the middle of work, when the other side of a pipe closes.

    Args:
        pipe: the worker's side of the lifeline.
    """
    if sys.platform != "win32":
        _ask_for_signal(pipe)
        threading.Thread(target=_wait_for_end, args=(pipe,), daemon=True, name="parent").start()


def _ask_for_signal(pipe: int) -> None:
    """Let the system send SIGIO, which ends a process, at the end of the pipe."""
    import fcntl

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    # A system without such signals has the thread, which waits for Python's lock.
    with suppress(OSError):
        fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
        flags = fcntl.fcntl(pipe, fcntl.F_GETFL)
        fcntl.fcntl(pipe, fcntl.F_SETFL, flags | os.O_ASYNC)


def _wait_for_end(pipe: int) -> None:
    hang_up = select.poll()
    hang_up.register(pipe, 0)  # with no event of its own, only the end of the pipe counts
    hang_up.poll()
    os._exit(1)
