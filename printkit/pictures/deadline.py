"""Cut network connections when the time is up, however slowly the other side sends."""

import os
import socket
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from printkit.edition.limits import with_setting

_PAUSE = 0.5  # seconds after the deadline
T = TypeVar("T")


class ConnectionDeadline:
    """A deadline for everything in its `with` block, and for all watched connections.

    A socket's own timeout is no help: it starts anew with every byte that arrives.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._ends = time.monotonic() + seconds
        self._passed = threading.Event()
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._cut)

    def __enter__(self) -> "ConnectionDeadline":
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        self._passed.set()  # for work that was left alone, and goes on
        for one in self._sockets:
            # The object of an answer that nobody read to its end would keep the socket open.
            if (descriptor := one.detach()) >= 0:
                os.close(descriptor)

    @property
    def left(self) -> float:
        """The seconds that are left, at least a thousandth: a timeout of 0 has other meanings."""
        return max(0.001, self._ends - time.monotonic())

    def run(self, work: Callable[[], T]) -> T:
        """Return the result of a function; leave the function alone when the time is up.

        Nothing can interrupt the system's resolver of names. So the function runs in a thread that
        ends with the program, and its watched connections are cut.

        Raises:
            TimeoutError: the time is up.
        """
        # This import is slow, and only fetching needs it.
        from multiprocessing import TimeoutError as NoResult
        from multiprocessing.pool import ThreadPool

        with ThreadPool(1) as pool:
            running = pool.apply_async(work)
            try:
                # Work whose connections are cut ends by itself within the pause.
                return running.get(self.left + _PAUSE)
            except NoResult as error:
                raise self.late() from error

    def watch(self, connection: socket.socket) -> socket.socket:
        """Watch a connection, to cut it at the deadline; return the connection."""
        # TLS takes the connection over and leaves this object empty. A duplicate still reaches the
        # connection.
        copy = connection.dup()
        self._sockets += copy, connection
        if self._passed.is_set():
            copy.close()
            connection.close()
            self.check()
        return connection

    def check(self) -> None:
        """Raise TimeoutError if the time is up."""
        if self._passed.is_set():
            raise self.late()

    def late(self) -> TimeoutError:
        """Return the error of work that did not end in time, with the setting as a note."""
        told = f"there was no whole answer within {self.seconds:g} seconds"
        return with_setting(TimeoutError(told), "fetch_seconds")

    def _cut(self) -> None:
        self._passed.set()
        for one in self._sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the other side has closed the connection already
