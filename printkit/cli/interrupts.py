"""End a run when a signal asks for its end: Ctrl-C, SIGTERM, SIGHUP; each in the same way.

The first signal raises `Interrupted`, so that workers end and the report is written; further
signals are ignored meanwhile, and until the process has ended. Python raises in whatever code runs
at that moment. If this code is a `__del__` method or a callback of an import, Python forgets the
exception and goes on. So a lost signal is sent once more.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

from printkit.workers.held_signals import ENDING

T = TypeVar("T")

_arrived: list[int] = []
_lost: list[int] = []
_holders: list[str] = []
_AGAIN = 0.05  # seconds until a lost signal is sent again


class Interrupted(KeyboardInterrupt):
    """A signal asks this process to end.

    Attributes:
        exit_code: 128 and the number of the signal, as shells have it.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


@contextmanager
def raised_signals() -> Iterator[None]:
    """Raise `Interrupted` in this block when a signal asks for the end of this process.

    A process that ignores a signal, such as a job in the background of a shell, goes on ignoring
    the signal.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread of a program handles signals
        return
    _arrived.clear()
    _lost.clear()
    hook = sys.unraisablehook
    before = {one: signal.getsignal(one) for name in ENDING if (one := getattr(signal, name, None))}
    taken = [one for one, handler in before.items() if handler is not signal.SIG_IGN]
    for one in taken:
        signal.signal(one, _note)
    sys.unraisablehook = partial(_send_again, hook)
    try:
        yield
    finally:
        sys.unraisablehook = hook
        _lost.clear()
        for one in taken:
            if signal.getsignal(one) is _note:
                signal.signal(one, before[one])


@contextmanager
def held_interrupts() -> Iterator[None]:
    """Do a block whole; a signal that comes meanwhile is raised after the block.

    Raises:
        Interrupted: a signal asked for the end of this process during the block.
    """
    before = len(_arrived)
    _holders.append("block")
    try:
        yield
    finally:
        _holders.pop()
    if not _holders and (_lost or len(_arrived) > before):
        _lost.clear()
        raise Interrupted(_arrived[0])


def until_interrupted(items: Iterable[T]) -> Iterator[T]:
    """Yield the items; between two items, raise an interrupt that was lost.

    Raises:
        Interrupted: a signal asks for the end of this process.
    """
    for item in items:
        yield item
        if _arrived:
            break
    if _arrived:
        raise Interrupted(_arrived[0])


def ignore_signals() -> None:
    """Ignore all further signals that ask for the end: this process ends already."""
    for name in ENDING:
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is _note:
            signal.signal(number, signal.SIG_IGN)


def leave(code: int) -> NoReturn:
    """End this process now, even if a thread still waits for an answer of the network."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    if any(one.name.startswith("printkit") for one in threading.enumerate()):
        from printkit.workers import idle

        idle.dismiss()
        os._exit(code)
    raise SystemExit(code)


def _note(number: int, _: FrameType | None) -> None:
    if not _arrived:
        _arrived.append(number)
    elif not _lost:
        return
    if not _holders:
        _lost.clear()
        raise Interrupted(_arrived[0])


def _send_again(hook: "Callable[[UnraisableHookArgs], object]", told: "UnraisableHookArgs") -> None:
    """Take an exception that Python forgets; an interrupt among them comes once more."""
    if not isinstance(told.exc_value, Interrupted):
        hook(told)
        return
    _lost.append(_arrived[0])
    again = threading.Timer(_AGAIN, _send_lost)
    again.daemon = True
    again.start()


def _send_lost() -> None:
    if _lost:
        os.kill(os.getpid(), _lost[0])
