"""The worker's side: take orders from the parent process, do the work, send replies.

This process belongs to printkit. The process ends when its parent closes the pipe, and at once when
the parent dies.
"""

import gc
import importlib
import os
import tempfile
from contextlib import suppress
from typing import BinaryIO, cast

from printkit.errors import PrintkitError
from printkit.workers.channel import Channel, packed, unpacked
from printkit.workers.door import at_the_door
from printkit.workers.fence import WorkerFence, set_limits
from printkit.workers.held_signals import release_signals
from printkit.workers.lifeline import end_with
from printkit.workers.orders import Order, Reply

_parent: Channel | None = None


def serve(preload: str, *lifeline: str) -> None:
    """Do orders until the parent closes the pipe.

    Args:
        preload: a module with all that the work needs; empty for none.
        lifeline: the number of the pipe that ends with the parent; nothing on Windows.
    """
    global _parent
    orders, replies = _take_streams()
    _parent = channel = Channel(orders, replies)
    for pipe in lifeline:
        end_with(int(pipe))
    release_signals()  # the parent may have held them when it started this process
    if not _is_ready(preload, channel):
        return
    # Imported modules live as long as the process. After `freeze`, the collector skips them.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    fence = WorkerFence(tempfile.gettempdir())
    peak = _open_peak()
    fence.put_up()
    channel.send(packed(Reply("ready", memory=_memory())))
    while True:
        try:
            data = channel.receive()
        except EOFError:
            return
        _forget_peak(peak)
        channel.send(_answer(data, fence))


def _is_ready(preload: str, channel: Channel) -> bool:
    """Import what the work needs; tell the parent of an error, such as a missing library."""
    try:
        if preload:
            at_the_door(importlib.import_module, preload)
    except PrintkitError as error:
        channel.send(packed(Reply("error", error)))
        return False
    return True


def fetch_through_parent(url: str) -> bytes | None:
    """Ask the parent process for a picture of the network.

    Raises:
        OSError: the parent could not fetch the picture.
    """
    if _parent is None:
        raise OSError("this process is no worker, and has no parent to ask")
    _parent.send(packed(Reply("ask", url)))
    answer = unpacked(_parent.receive())
    if isinstance(answer, OSError):
        raise answer
    return cast("bytes | None", answer)


def _answer(data: bytes, fence: WorkerFence) -> bytes:
    """Do an order, and return the reply with the result or the error."""
    try:
        return at_the_door(_do, data, fence)
    except MemoryError:
        return packed(Reply("memory", memory=_memory()))
    except PrintkitError as error:
        return packed(Reply("error", error, _memory()))


def _do(data: bytes, fence: WorkerFence) -> bytes:
    order = cast("Order", unpacked(data))
    own = {"TMPDIR": os.environ["TMPDIR"]}
    os.environ.clear()
    os.environ.update({**order.environment, **own})
    os.chdir(order.folder)
    fence.allow(order.readable, order.writable)
    set_limits(order.limits)
    return packed(Reply("result", order.work(*order.arguments), _memory()))


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Return standard input and output for orders and replies, and hide both from libraries."""
    orders, replies = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return os.fdopen(orders, "rb"), os.fdopen(replies, "wb")


def _open_peak() -> int | None:
    """Open the file that sets the peak of memory back; None where the system has no such file."""
    try:
        return os.open("/proc/self/clear_refs", os.O_WRONLY)
    except OSError:
        return None


def _forget_peak(file: int | None) -> None:
    """Let the system measure the peak of memory anew, so that each task has its own."""
    if file is not None:
        with suppress(OSError):  # the peak then stays the peak of the process
            os.write(file, b"5")


def _memory() -> float:
    """Return the memory of this process in megabytes; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  pathlib takes longer
            pages = int(file.read().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000
