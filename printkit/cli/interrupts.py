"""End a run when a signal asks for its end: Ctrl-C, SIGTERM, SIGHUP; each in the same way.

The first signal raises `Interrupted`, so that workers end and the report is written. Python raises
in whatever code runs at that moment. If this code is a `__del__` method, or catches every exception
as some packages do, the exception is lost and the command goes on. So the signal is sent again and
again. A signal that comes while the interrupt makes its way to the end of the command is ignored.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

from printkit.files.haste import begin_haste, end_haste
from printkit.workers.held_signals import ENDING

_arrived: list[int] = []
_holders: list[str] = []
_AGAIN = 0.1  # seconds until a signal is sent again


class Interrupted(KeyboardInterrupt):
    """A signal asks this process to end.

    Attributes:
        exit_code: 128 and the number of the signal, as shells have it.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


class _Sender:
    """Sends a signal that arrived again and again; in the tidy-up, such a signal does no harm."""

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        # The handler of a signal must start no thread: this thread may hold the locks for that.
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._send, args=(self._ended,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        if self._thread:
            self._thread.join()

    def _send(self, ended: threading.Event) -> None:
        while not ended.wait(_AGAIN):
            if _arrived:
                os.kill(os.getpid(), _arrived[0])


_sender = _Sender()


@contextmanager
def raised_signals() -> Iterator[None]:
    """Raise `Interrupted` in this block when a signal asks for the end of this process.

    After the signal, calls to stores are in haste. A process that ignores a signal, such as a job
    in the background of a shell, goes on ignoring the signal.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread of a program handles signals
        return
    _arrived.clear()
    hook = sys.unraisablehook
    before = {one: signal.getsignal(one) for name in ENDING if (one := getattr(signal, name, None))}
    taken = [one for one, handler in before.items() if handler is not signal.SIG_IGN]
    _sender.start()
    for one in taken:
        signal.signal(one, _note)
    sys.unraisablehook = partial(_tell_others, hook)
    try:
        with _held_at_the_end():
            yield
    finally:
        _sender.stop()
        end_haste()
        sys.unraisablehook = hook
        for one in taken:
            if signal.getsignal(one) is _note:
                signal.signal(one, before[one])
        _holders.clear()


@contextmanager
def _held_at_the_end() -> Iterator[None]:
    """Raise no interrupt after the block: the command ends already."""
    try:
        yield
    finally:
        _holders.append("end")


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
    if not _holders and len(_arrived) > before:
        raise Interrupted(_arrived[0])


def import_whole(module: str) -> None:
    """Import a module; a signal that comes meanwhile is raised afterwards.

    pikepdf ends the process if an interrupt comes while pikepdf is imported.
    """
    with held_interrupts():
        import_module(module)


def interrupt_code() -> int | None:
    """Return the exit code for the signal that asked for the end; None without such a signal."""
    return 128 + _arrived[0] if _arrived else None


def ignore_signals() -> None:
    """Ignore all further signals that ask for the end: this process ends already."""
    _sender.stop()
    for name in ENDING:
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is _note:
            signal.signal(number, signal.SIG_IGN)


def leave(code: int) -> NoReturn:
    """End this process now, even if a thread still waits for an answer of the network."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    if any(one.name.startswith(("printkit", "store-")) for one in threading.enumerate()):
        from printkit.workers import idle

        idle.dismiss()
        os._exit(code)
    raise SystemExit(code)


def _note(number: int, _: FrameType | None) -> None:
    if not _arrived:
        _arrived.append(number)
        begin_haste()
    elif _is_ending(sys.exception()):
        return
    if not _holders:
        raise Interrupted(_arrived[0])


def _is_ending(error: BaseException | None) -> bool:
    """Tell whether the main thread tidies up after an interrupt, from the error that it handles.

    A generator that is closed tidies up with a GeneratorExit, of which Python may not know the
    interrupt behind it.
    """
    while error is not None:
        if isinstance(error, Interrupted | GeneratorExit):
            return True
        error = error.__context__
    return False


def _tell_others(
    hook: "Callable[[UnraisableHookArgs], object]", told: "UnraisableHookArgs"
) -> None:
    """Tell of an exception that Python forgets, unless the exception is an interrupt."""
    if not isinstance(told.exc_value, Interrupted):
        hook(told)
