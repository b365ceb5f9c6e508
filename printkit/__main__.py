"""The command `printkit`, and `python -m printkit`: the beginning and the end of the process.

A signal that comes while a command is imported waits until the command knows what to do then. A
signal that comes after the command is passed over: the exit code is given.
"""

import signal
from collections.abc import Callable
from types import FrameType

from printkit.workers.held_signals import ENDING, hold_signals


def run() -> None:
    """Run the command line of this process, and exit with its code."""
    hold_signals()
    # The commands handle signals while they run.
    _handle_signals(_pass_over)
    from printkit.cli import main
    from printkit.cli.standard_streams import make_streams_safe

    make_streams_safe()
    try:
        main()
    finally:
        hold_signals()
        # Threads of packages, such as those of Dask, hold no signals; and at its very end Python
        # gives up all handlers, so that a signal would end the process.
        _handle_signals(signal.SIG_IGN)


def _handle_signals(handler: "Callable[[int, FrameType | None], object] | signal.Handlers") -> None:
    """Handle the signals that ask for an end, but for those that this process ignores."""
    for name in ENDING:
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)


def _pass_over(_: int, frame: FrameType | None) -> None:
    """Do nothing: the process ends by itself."""


if __name__ == "__main__":
    run()
