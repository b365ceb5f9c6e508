"""Looking into a strange file in a process that may die of it.

The engine is native code: what is made to break it must not take this process along,
nor its memory, nor its time.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from printkit.errors import InsertError
from printkit.inserts.sanitised_pdf import Sanitised

PATIENCE = 20.0  # seconds
_MEMORY = 1_500_000_000  # bytes of address space
_ENTRANCE = "from printkit.inserts import child_process; child_process.work()"


def sanitised(data: bytes, patience: float = PATIENCE) -> Sanitised:
    """What another process makes of the file.

    Raises:
        InsertError: it refused the file, died of it, or took longer than the patience in seconds.
    """
    answer = _asked(data, patience)
    head, _, pdf = answer.partition(b"\n")
    told: dict[str, Any] = json.loads(head)  # nothing that could be run is taken from there
    if "problems" in told:
        raise InsertError(*told["problems"], remedy=told["remedy"])
    return Sanitised(pdf=pdf, **told)


def work() -> None:
    """Be the other process: read a file from stdin, tell on stdout what became of it."""
    from printkit.inserts.opening import take

    _limit_memory()
    try:
        told = asdict(take(sys.stdin.buffer.read()))
    except MemoryError:
        told = {"problems": ["it takes too much memory"], "remedy": "Export the file anew."}
    except InsertError as error:
        told = {"problems": error.problems, "remedy": error.remedy}
    pdf = told.pop("pdf", b"")
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + pdf)


def _asked(data: bytes, patience: float) -> bytes:
    command = [sys.executable, "-P", "-c", _ENTRANCE]  # -P: nothing from the current folder
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        done = subprocess.run(  # noqa: S603  our own words only; the file comes by stdin
            command,
            input=data,
            capture_output=True,
            timeout=patience,
            check=False,
            env=os.environ | {"PYTHONPATH": path},
        )
    except subprocess.TimeoutExpired as error:
        raise InsertError(
            f"it was not read within {patience:g} seconds", remedy="Export the file anew."
        ) from error
    except OSError as error:
        raise InsertError(
            f"no process could be started to read it: {error.strerror}",
            remedy="See that sys.executable is a Python.",
        ) from error
    if done.returncode:
        raise InsertError(
            f"what reads it died of it ({_last_words(done)})", remedy="Export the file anew."
        )
    return done.stdout


def _last_words(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode(errors="replace").split("\n")
    return next((line for line in reversed(lines) if line.strip()), f"exit {done.returncode}")


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):  # where a lower limit stands already, or there is none
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
