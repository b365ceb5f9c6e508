"""Run a program under watch: gives its exit code, its time, its memory and the processes it left.

    ran = start(["printkit", "export", "a.json"], folder, environment).wait(60)

A program that does not end in time is killed with all processes that it started: an environment
variable marks these. Memory and processes left behind are known on Linux only.
"""

import os
import resource
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import IO, NamedTuple

from tests.support.process_families import Family, read_process

_MARK = "PRINTKIT_WATCHED"
_PAUSE = 0.02  # seconds between two looks at the program
_GRACE = 2.0  # seconds in which the children of a program may end behind the program
_PROCESSES = Path("/proc")
_alive: set["Watched"] = set()


class Ran(NamedTuple):
    """The end of a program.

    Attributes:
        code: the exit code, negative for a signal; None if the program was killed as too slow.
        output: the bytes of standard output.
        errors: the text of standard error.
        seconds: from the start to the end, on the clock.
        megabytes: the most memory of one of its processes at a time.
        left: the names of processes that were still there two seconds after the end.
    """

    code: int | None
    output: bytes
    errors: str
    seconds: float
    megabytes: float
    left: tuple[str, ...]


class Watched:
    """A program that runs; `start` makes it."""

    def __init__(
        self, process: "subprocess.Popen[bytes]", mark: str, output: IO[bytes], errors: IO[bytes]
    ) -> None:
        self._process = process
        self._mark = mark
        self._family = Family(process.pid)
        self._output = output
        self._errors = errors
        self._began = time.monotonic()
        self._most = 0.0
        _alive.add(self)

    @property
    def number(self) -> int:
        """Return the number of the process."""
        return self._process.pid

    @property
    def seconds(self) -> float:
        """Return the seconds since the start."""
        return time.monotonic() - self._began

    @property
    def workers(self) -> list[int]:
        """Return the numbers of the processes that the program has started."""
        return self._family.find_workers()

    def send(self, what: int) -> None:
        """Send a signal to the program alone, unless the program has ended."""
        self._process.send_signal(what)

    def sleep(self, seconds: float) -> None:
        """Wait while the program works, but not longer than the program lives."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.is_running():
            self._measure()
            time.sleep(_PAUSE)

    def wait(self, seconds: float) -> Ran:
        """Wait for the end, and kill the program after so many seconds from its start."""
        late = False
        while self.is_running():
            self._measure()
            if self.seconds > seconds:
                late = True
                self.kill()
            time.sleep(_PAUSE)
        _alive.discard(self)
        took = self.seconds
        left = self._left_behind()
        output, errors = (_read_back(one) for one in (self._output, self._errors))
        code = None if late else self._process.returncode
        return Ran(code, output, errors.decode(errors="replace"), took, self._most, left)

    def kill(self) -> None:
        """Kill the program and all processes that it started."""
        for number in (*self._marked(), self.number):
            _kill(number)

    def is_running(self) -> bool:
        """Tell whether the program runs; at its end, keep its exit code and its memory."""
        if self._process.returncode is not None:
            return False
        number, status, used = os.wait4(self.number, os.WNOHANG)
        if not number:
            return True
        self._process.returncode = os.waitstatus_to_exitcode(status)
        # The system counts the memory of this process, too: the program began as a copy of it.
        if used.ru_maxrss > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss:
            self._most = max(self._most, used.ru_maxrss / 1024)
        return False

    def _measure(self) -> None:
        # A killed worker that nobody waits for is in no count of the system but this.
        for number in self._family.find_members():
            self._most = max(self._most, _peak_of(number))

    def _marked(self) -> list[int]:
        return [number for number in _all_numbers() if self._mark in _environment(number)]

    def _left_behind(self) -> tuple[str, ...]:
        end = time.monotonic() + _GRACE
        while (left := self._marked()) and time.monotonic() < end:
            time.sleep(_PAUSE)
        names = tuple(_name_of(number) for number in left)
        for number in left:
            _kill(number)
        return names


def start(
    command: Sequence[str | Path],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    stdin: bytes | None = None,
    output: int | IO[bytes] | None = None,
) -> Watched:
    """Start a program in a folder and a session of its own.

    Args:
        command: the program and its arguments.
        folder: the folder in which the program runs.
        environment: variables beside those of this process.
        stdin: the bytes that the program can read; None for an empty input.
        output: where standard output goes, if the program's output is not to be kept.
    """
    mark = token_hex(16)
    kept, errors, given = _open_file(), _open_file(), _open_file(stdin or b"")
    process = subprocess.Popen(
        list(map(str, command)),
        cwd=folder,
        env=os.environ | dict(environment or {}) | {_MARK: mark},
        stdin=given,
        stdout=kept if output is None else output,
        stderr=errors,
        start_new_session=True,
    )
    given.close()
    return Watched(process, f"{_MARK}={mark}", kept, errors)


def kill_all() -> None:
    """Kill all programs that nobody has waited for to their end."""
    for one in list(_alive):
        one.kill()


def _open_file(data: bytes = b"") -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115, the file lives as long as the program
    file.write(data)
    file.seek(0)
    return file


def _read_back(file: IO[bytes]) -> bytes:
    with file:
        file.seek(0)
        return file.read()


def _kill(number: int) -> None:
    with suppress(ProcessLookupError):  # the process has ended by itself
        os.kill(number, signal.SIGKILL)


def _all_numbers() -> list[int]:
    try:
        return [int(name) for name in os.listdir(_PROCESSES) if name.isdigit()]  # noqa: PTH208
    except OSError:
        return []


def _peak_of(number: int) -> float:
    """Return the most memory of a process so far, in megabytes."""
    for line in read_process(_PROCESSES / str(number) / "status").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _environment(number: int) -> list[str]:
    return read_process(_PROCESSES / str(number) / "environ").split("\0")


def _name_of(number: int) -> str:
    return read_process(_PROCESSES / str(number) / "cmdline").replace("\0", " ").strip()
