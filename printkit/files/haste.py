"""Haste: after an interrupt, the calls to stores get a second in all.

A run that is interrupted must end within seconds, even if a store does not answer.
"""

from collections.abc import Iterator
from contextlib import contextmanager

_SECONDS = 1.0  # for all calls together

_left: list[float] = []


def begin_haste() -> None:
    """Give all calls from now on one second together."""
    if not _left:
        _left.append(_SECONDS)


def end_haste() -> None:
    """Give each call its own time again."""
    _left.clear()


@contextmanager
def in_haste_after(error: BaseException | None) -> Iterator[None]:
    """Give all calls of a block one second together if the error before was an interrupt.

    A program that uses the library may go on after the interrupt, so the haste ends with the block.
    """
    begins = isinstance(error, KeyboardInterrupt) and not _left
    if begins:
        begin_haste()
    try:
        yield
    finally:
        if begins:
            end_haste()


def seconds_left(most: float) -> float:
    """Return the seconds that a call may take: `most`, but less in haste."""
    return min(most, max(0.0, _left[0])) if _left else most


def note_seconds(used: float) -> None:
    """Note the seconds that were spent; in haste, less is left for the next call."""
    if _left:
        _left[0] -= used
