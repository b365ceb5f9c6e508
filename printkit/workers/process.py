"""A worker process: an order goes in, its result comes out, or the process is killed at a limit.

The process is a Python interpreter of its own, and no fork: so a script of the caller needs no
`if __name__ == "__main__":`, and threads of the caller do no harm.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from printkit.edition.choices import Fetch
from printkit.edition.limits import Limits
from printkit.errors import PressError, PrintkitError
from printkit.files.lack_of_space import is_lack_of_space
from printkit.files.scratch import open_scratch_folder
from printkit.workers.channel import Channel, packed, unpacked
from printkit.workers.lifeline import Lifeline
from printkit.workers.losses import (
    crash_error,
    memory_error,
    processor_error,
    start_error,
    time_error,
)
from printkit.workers.orders import Order, Reply
from printkit.workers.passed_environment import passed_environment

_SCRIPT = "import sys; from printkit.workers.child import serve; serve(*sys.argv[1:])"
_STARTING = 120.0  # seconds until a new process has imported all that it needs
_GROWTH = 2.0
_SETTLING = 10  # so many orders of all kinds load the fonts and the modules that stay
# Words with which Python, GLib, the C++ library and Rust end a process that gets no memory.
_NO_MEMORY = (b"MemoryError", b"failed to allocate", b"bad_alloc", b"memory allocation of")
_TOLD = 4_000  # bytes from the end of the error output of a process


class WorkerProcess:
    """One process, which does one order after the other.

    Args:
        preload: a module that the process imports before its first order; empty for none.

    Raises:
        PressError: no process can be started.
        OSError: there is no room for temporary files.
    """

    def __init__(self, preload: str = "") -> None:
        # A killed process leaves its temporary files behind; this process removes them.
        self._scratch = ExitStack()
        scratch = self._scratch.enter_context(open_scratch_folder())
        self._errors = scratch / "errors"
        with self._scratch.pop_all() as kept:
            lifeline = Lifeline()
            kept.callback(lifeline.cut)
            self._started = _start(preload, scratch, self._errors, lifeline)
            self._scratch = kept.pop_all()
        pipes = cast("tuple[BinaryIO, BinaryIO]", (self._started.stdout, self._started.stdin))
        self._channel = Channel(*pipes)
        self._ready = False
        self._first_memory = 0.0
        self._memory = 0.0
        self._orders = 0
        self._late = False

    def do(self, order: Order, patience: float, fetch: Fetch | None = None) -> object:
        """Do an order, and return the result.

        Args:
            order: the work.
            patience: seconds of the clock for the work, without the time to fetch pictures.
            fetch: fetches the pictures of the network for which the process asks.

        Raises:
            PrintkitError: the work raised this error.
            LimitError: the work was over a limit, and the process is gone.
            CrashError: the process died.
        """
        reply = None
        try:
            self._wait_for_start()
            reply = self._reply_to(order, patience, fetch)
        except (EOFError, BrokenPipeError) as error:
            raise self._loss(order.limits, patience) from error
        finally:
            if reply is None or reply.kind == "memory":
                self.stop()
        if reply.kind == "memory":
            raise memory_error(order.limits.memory)
        self._orders += 1
        self._memory = reply.memory
        if self._orders <= _SETTLING:
            self._first_memory = max(self._first_memory, reply.memory)
        if isinstance(reply.value, PrintkitError) and reply.kind == "error":
            raise reply.value
        return reply.value

    def is_worn(self, limits: Limits) -> bool:
        """Tell whether another process takes the place of this process before the next order.

        The process is gone, did many orders, or has grown to twice its size after the first ones.
        """
        gone = self._started.poll() is not None
        grown = self._memory > _GROWTH * self._first_memory
        return gone or grown or self._orders >= limits.tasks_per_worker

    def stop(self) -> None:
        """Kill the process and the processes that it started, and remove its temporary files."""
        self._kill()
        self._started.wait()
        self._channel.close()
        self._scratch.close()

    def _wait_for_start(self) -> None:
        if not self._ready:
            with self._killed_after(_STARTING):
                reply = cast("Reply", unpacked(self._channel.receive()))
            if isinstance(reply.value, PrintkitError):
                raise reply.value
            self._ready = True

    def _reply_to(self, order: Order, patience: float, fetch: Fetch | None) -> Reply:
        message = packed(order)
        while True:
            began = time.monotonic()
            with self._killed_after(patience):
                self._channel.send(message)
                reply = cast("Reply", unpacked(self._channel.receive()))
            if reply.kind != "ask":
                return reply
            patience -= time.monotonic() - began
            message = packed(_fetched(str(reply.value), fetch))

    @contextmanager
    def _killed_after(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(max(seconds, 0), self._give_up)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _give_up(self) -> None:
        self._late = True
        self._kill()

    def _kill(self) -> None:
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._started.kill()
            else:
                os.killpg(self._started.pid, signal.SIGKILL)

    def _loss(self, limits: Limits, patience: float) -> PressError:
        """Return the error of work whose process is gone."""
        if self._late:
            return time_error(patience) if self._ready else start_error(_STARTING)
        with suppress(subprocess.TimeoutExpired):  # a process may close its pipe before its end
            self._started.wait(1)
        code = self._started.poll() or 0
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return processor_error(limits.processor_time)
        told = self._last_errors()
        if any(words in told for words in _NO_MEMORY):
            return memory_error(limits.memory)
        return crash_error(f"signal {-code}" if code < 0 else f"exit code {code}")

    def _last_errors(self) -> bytes:
        with suppress(OSError), self._errors.open("rb") as file:
            file.seek(max(0, self._errors.stat().st_size - _TOLD))
            return file.read()
        return b""


def _start(
    preload: str, scratch: Path, errors: Path, lifeline: Lifeline
) -> "subprocess.Popen[bytes]":
    # -P: Python must not import modules from the current folder, which strangers may write to.
    command = [sys.executable, "-P", "-c", _SCRIPT, preload]
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        with errors.open("wb") as told, lifeline.handed_over() as given:
            return subprocess.Popen(  # noqa: S603  a fixed command
                [*command, *map(str, given)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=told,
                env={**passed_environment(), "PYTHONPATH": path, "TMPDIR": str(scratch)},
                # Ctrl-C in a terminal must reach this process alone, which then ends the worker.
                start_new_session=True,
                pass_fds=given,
            )
    except OSError as error:
        if is_lack_of_space(error):
            raise
        raise PressError(
            f"no process could be started to print in: {error.strerror}",
            remedy="Make sys.executable the path of a Python interpreter, or print with trusted.",
        ) from error


def _fetched(url: str, fetch: Fetch | None) -> bytes | OSError | None:
    """Return what the network gives for an address, or the error."""
    if fetch is None:
        return OSError("the network is off")
    try:
        return fetch(url)
    except OSError as error:
        return _portable(error)


def _portable(error: OSError) -> OSError:
    """Return an error that can be sent: with its type if this is Python's own, and its notes."""
    kinds = [kind for kind in type(error).__mro__ if kind.__module__ == "builtins"]
    sent: OSError = kinds[0](*map(str, error.args))
    sent.__notes__ = list(getattr(error, "__notes__", ()))
    return sent
