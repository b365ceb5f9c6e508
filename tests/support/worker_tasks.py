"""Work for worker processes: functions that stand in a module, because workers import them.

A number kills its process, a number never ends; others take memory, time, files or the network.
"""

import importlib
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from printkit.errors import PrintkitError
from printkit.workers.losses import CrashError

FOR_EVER = 14
KEPT: list[bytes] = []
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def doubled(number: int) -> int:
    """Double a number; one number kills its process, another number never ends."""
    if number == 13:
        os._exit(1)
    if number == FOR_EVER:
        time.sleep(600)
    time.sleep(0.05 * (number % 2))  # later tasks end before earlier tasks
    return 2 * number


def lost(error: PrintkitError, number: int) -> int:
    """Return the result in place of a lost task."""
    return -number if isinstance(error, CrashError) else 0


def told(error: PrintkitError, *_: object) -> PrintkitError:
    """Return the error in place of a result."""
    return error


def slept(seconds: float) -> float:
    """Sleep for some seconds."""
    time.sleep(seconds)
    return seconds


def lost_sleep(_: PrintkitError, __: float) -> float:
    """Return the result in place of a lost sleep."""
    return 0.0


def counted(seconds: float) -> float:
    """Work for some seconds of processor time."""
    while time.process_time() < seconds:
        pass
    return seconds


def filled(megabytes: int) -> int:
    """Take memory."""
    return len(bytearray(megabytes * 1_000_000))


def kept_memory(megabytes: int) -> int:
    """Take memory that the process keeps."""
    KEPT.append(b"x" * (megabytes * 1_000_000))
    return len(KEPT)


def dead_once(path: str) -> str:
    """Die, if this is the first process that does the task."""
    if not Path(path).exists():
        Path(path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def read_file(path: str) -> bytes:
    """Read a file."""
    return Path(path).read_bytes()


def called(module: str, function: str, *arguments: object) -> object:
    """Call a function of a module, and return what the function gives, as text."""
    return repr(getattr(importlib.import_module(module), function)(*arguments))


def removed_in(folder: str, name: str) -> None:
    """Remove a file by the number of its open folder."""
    os.remove(name, dir_fd=os.open(folder, os.O_RDONLY))


def read_link_to(path: str) -> bytes:
    """Make a link to a file in the folder for temporary files, and read the link."""
    link = Path(tempfile.mkdtemp()) / "a.ttf"
    link.symlink_to(path)
    return link.read_bytes()


def tidied(_: int) -> bool:
    """Make, move, link and remove files and folders in the folder for temporary files."""
    with tempfile.TemporaryDirectory() as folder:
        one = Path(folder) / "a" / "b"
        one.mkdir(parents=True)
        (one / "c").write_bytes(b"c")
        (one / "c").rename(one / "d").chmod(0o600)
        (one / "e").symlink_to(one / "d")
        (one / "f").hardlink_to(one / "d")
        os.truncate(one / "f", 0)
    return Path(folder).exists()


def connected(port: int) -> str:
    """Open a connection to a server of this machine."""
    with socket.create_connection(("127.0.0.1", port)):
        return "connected"


def run_command(_: int) -> int:
    """Start another process."""
    return subprocess.run(["true"], check=False).returncode


def forked(_: int) -> int:
    """Fork this process."""
    return os.fork()


def environment_of(name: str) -> tuple[str | None, str]:
    """Return a variable of the environment, and the current folder."""
    return os.environ.get(name), str(Path.cwd())


def unsendable(_: int) -> Callable[[], int]:
    """Return a result that cannot be pickled."""
    return lambda: 1


def recursed(number: int) -> int:
    """Call itself without end."""
    return recursed(number + 1)


def left_behind(_: int) -> str:
    """Leave a temporary folder behind."""
    return tempfile.mkdtemp()


def process_of(_: int) -> int:
    """Return the process that works."""
    return os.getpid()


def slept_process(seconds: float) -> int:
    """Sleep for some seconds, and return the process that slept."""
    time.sleep(seconds)
    return os.getpid()


def thread_of(_: int) -> str:
    """Return the thread that works."""
    return threading.current_thread().name


def has_weasyprint(_: int) -> bool:
    """Return whether this process has imported WeasyPrint."""
    return "weasyprint" in sys.modules


def broken(number: int) -> int:
    """Fail as a bug would."""
    raise KeyError(number)


def told_process(path: str) -> None:
    """Write the number of this process to a file, and go on for minutes."""
    Path(path).write_text(str(os.getpid()))
    time.sleep(600)


def is_alive(process: int) -> bool:
    """Tell whether a process runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def peak_with(megabytes: int) -> float:
    """Fill so much memory for a moment, and return the peak of this process in megabytes."""
    filled(megabytes)
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1_000
    return 0.0


def held_signals_of(_: str) -> list[int]:
    """Return the signals that wait in this process."""
    return sorted(signal.pthread_sigmask(signal.SIG_BLOCK, ()))


def both_processes(made: object) -> tuple[object, int]:
    """Return what the work made, and the number of the process that calls this function."""
    return made, os.getpid()


def with_stop(made: object) -> str:
    """Return a text with a full stop; a number is a fault."""
    return cast("str", made) + "."


def hold_pythons_lock(sign: str) -> None:
    """Touch a file, then hold the lock of Python for ever."""
    Path(sign).touch()
    re.match("(a+)+$", "a" * 60 + "b")
