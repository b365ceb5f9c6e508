"""Hold signals back: a signal that asks for the end of this process waits until it is released.

The system keeps a signal that waits. Signals are held at the beginning of a process only: a thread
that was started earlier would still take the signal. A child process begins with the signals of its
parent held.
"""

import signal

ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
"""The signals that ask a run to end."""


def hold_signals() -> None:
    """Let every signal that asks for an end wait; Windows has no such way."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, _ending())


def release_signals() -> None:
    """Let the signals that wait, and all later ones, come at once."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ending())


def _ending() -> list[signal.Signals]:
    return [signal.Signals[name] for name in ENDING if hasattr(signal, name)]
