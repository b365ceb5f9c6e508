"""Cut network connections when the time is up, however slowly the other side sends."""

import socket
import threading
from types import TracebackType


class ConnectionDeadline:
    """A deadline for everything in its `with` block, and for all watched connections.

    A socket's own timeout is no help: it starts anew with every byte that arrives.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
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
        for one in self._sockets:
            one.close()

    def watch(self, connection: socket.socket) -> socket.socket:
        """Watch a connection, to cut it at the deadline; return the connection."""
        # TLS takes the connection over and leaves this object empty. A duplicate still reaches the
        # connection.
        self._sockets.append(connection.dup())
        if self._passed.is_set():
            connection.close()
            self.check()
        return connection

    def check(self) -> None:
        """Raise TimeoutError if the time is up."""
        if self._passed.is_set():
            raise TimeoutError(f"there was no whole answer within {self.seconds:g} seconds")

    def _cut(self) -> None:
        self._passed.set()
        for one in self._sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the other side has closed the connection already
