"""End a run of records when the user interrupts the run, even if Python loses the interrupt.

Python raises an interrupt in whatever code runs at that moment. If this code is a `__del__` method
or a callback of a library, Python prints the exception, forgets it and goes on: about one interrupt
in a hundred of a run was lost so.
"""

import signal
from collections.abc import Iterable, Iterator
from types import FrameType
from typing import TypeVar

T = TypeVar("T")


def until_interrupted(items: Iterable[T]) -> Iterator[T]:
    """Yield the items; between two items, raise an interrupt that was lost.

    A process that ignores interrupts, such as a job in the background of a shell, goes on ignoring
    them.

    Raises:
        KeyboardInterrupt: the user interrupted the process.
    """
    interrupted = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal interrupted
        interrupted = True
        signal.default_int_handler(number, frame)

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield from items
        return
    signal.signal(signal.SIGINT, note)
    try:
        for item in items:
            yield item
            if interrupted:
                break
        if interrupted:
            raise KeyboardInterrupt
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
