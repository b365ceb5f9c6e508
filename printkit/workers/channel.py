"""A channel between two processes: a message goes in at one end, and comes out at the other.

On the pipe, each message stands behind its length in eight bytes.
"""

import pickle
from contextlib import suppress
from typing import BinaryIO, cast

_LENGTH = 8


class Channel:
    """One end of the two pipes between a process and its worker.

    Args:
        reading: the pipe from which messages come.
        writing: the pipe to which messages go.
    """

    def __init__(self, reading: BinaryIO, writing: BinaryIO) -> None:
        self._reading = reading
        self._writing = writing

    def send(self, message: bytes) -> None:
        """Send a message.

        Raises:
            OSError: nobody reads the other end.
        """
        self._writing.write(len(message).to_bytes(_LENGTH, "big"))
        self._writing.write(message)
        self._writing.flush()

    def receive(self) -> bytes:
        """Wait for the next message.

        Raises:
            EOFError: the other end is closed.
        """
        return self._exactly(int.from_bytes(self._exactly(_LENGTH), "big"))

    def close(self) -> None:
        """Close both pipes."""
        for pipe in (self._reading, self._writing):
            with suppress(OSError):  # a message waits for a process that died
                pipe.close()

    def _exactly(self, count: int) -> bytes:
        data = self._reading.read(count)
        if len(data) < count:
            raise EOFError
        return data


def packed(message: object) -> bytes:
    """Return the pickle of an order or a reply."""
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> object:
    """Return the order or the reply of a pickle, which comes from a process of our own."""
    return cast("object", pickle.loads(data))  # noqa: S301
