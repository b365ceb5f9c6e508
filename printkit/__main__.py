"""The command `printkit`, and `python -m printkit`: the beginning and the end of the process.

A signal that comes while a command is imported waits until the command knows what to do then. A
signal that comes after the command is passed over: the exit code is given.
"""

import signal
from types import FrameType

from printkit.workers.held_signals import ENDING, hold_signals


def run() -> None:
    """Run the command line of this process, and exit with its code."""
    hold_signals()
    _pass_over_signals()
    from printkit.cli import main
    from printkit.cli.standard_streams import make_streams_safe

    make_streams_safe()
    try:
        main()
    finally:
        hold_signals()


def _pass_over_signals() -> None:
    """Pass over the signals that nobody handles; the commands handle signals while they run."""
    for name in ENDING:
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _pass_over)


def _pass_over(_: int, frame: FrameType | None) -> None:
    """Do nothing: the process ends by itself."""


if __name__ == "__main__":
    run()
