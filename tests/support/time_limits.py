"""Stop work that would go on for minutes, after so many seconds of processor time.

    with ends_soon():
        edit(article)    # the test fails if this takes a minute

Processor time hardly depends on what else the machine does; time on the clock does.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_MINUTE = 60.0


class TooLongError(BaseException):
    """The time is over; no handler of errors catches this error."""


@contextmanager
def stop_after(seconds: float) -> Iterator[None]:
    """Return a context whose work gets so many seconds of this process's processor time.

    Raises:
        TooLongError: the time is over.
    """

    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def ends_soon() -> Iterator[None]:
    """Return a context whose work fails the test after a minute of processor time.

    The right way must take less than a second, so that a machine ten times slower stays green. The
    input must be so long that the wrong way takes many minutes.
    """
    try:
        with stop_after(_MINUTE):
            yield
    except TooLongError:
        pytest.fail(f"the work did not end within {_MINUTE:.0f} seconds of processor time")
