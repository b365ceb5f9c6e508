"""A channel carries messages whole, and tells the end of the other side."""

import os
from threading import Thread

import pytest

from printkit.workers.channel import Channel, packed, unpacked


@pytest.mark.parametrize("value", [None, "A", {"a": [1, 2]}, b"x" * 3_000_000])
def test_what_goes_in_comes_out(value: object) -> None:
    """Messages of any size keep their order."""
    reading, writing = os.pipe()
    channel = Channel(os.fdopen(reading, "rb"), os.fdopen(writing, "wb"))
    # A pipe holds few bytes, so another thread writes.
    sender = Thread(target=lambda: list(map(channel.send, map(packed, (value, "end")))))
    sender.start()
    assert [unpacked(channel.receive()) for _ in range(2)] == [value, "end"]
    sender.join()
    channel.close()


def test_half_a_message_is_the_end() -> None:
    """The other process died while it wrote."""
    reading, writing = os.pipe()
    os.write(writing, (100).to_bytes(8, "big") + b"half")
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe, pytest.raises(EOFError):
        Channel(pipe, pipe).receive()
