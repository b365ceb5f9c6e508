"""Sanitise somebody else's PDF in a child process, because a hostile PDF can crash qpdf.

In: the bytes of a PDF. Out: a `SanitisedPdf`, or an InsertError if the child process died or took
too long. qpdf is native code: a hostile file can crash qpdf, or make qpdf take all memory or time.
Then the child process ends, and printkit goes on.
"""

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from printkit.errors import InsertError
from printkit.inserts.sanitised_pdf import FoundBookmark, SanitisedPdf

MOST_SECONDS = 20.0
_MEMORY = 1_500_000_000  # bytes of address space
_CHILD_SCRIPT = "from printkit.inserts import child_process; child_process.run_child()"


def sanitise_in_child(data: bytes, seconds: float = MOST_SECONDS) -> SanitisedPdf:
    """Return the sanitised file that a child process makes.

    Raises:
        InsertError: the child process refused the file, died, or took longer than `seconds`.
    """
    answer = _answer_of_child(data, seconds)
    head, _, pdf = answer.partition(b"\n")
    # JSON and not pickle: a child process that a hostile file took over must not run code here.
    told: dict[str, Any] = json.loads(head)
    if "problems" in told:
        raise InsertError(*told["problems"], remedy=told["remedy"])
    bookmarks = [FoundBookmark(*one) for one in told.pop("bookmarks")]
    return SanitisedPdf(pdf=pdf, bookmarks=bookmarks, **told)


def run_child() -> None:
    """Act as the child process: read a file from stdin, write the answer to stdout."""
    from printkit.inserts.opening import open_and_sanitise

    _limit_memory()
    try:
        told = asdict(open_and_sanitise(sys.stdin.buffer.read()))
    except MemoryError:
        told = {"problems": ["the file takes too much memory"], "remedy": "Export the file anew."}
    except InsertError as error:
        told = {"problems": error.problems, "remedy": error.remedy}
    pdf = told.pop("pdf", b"")
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + pdf)


def _answer_of_child(data: bytes, seconds: float) -> bytes:
    # -P: Python must not import modules from the current folder, which strangers may write to.
    command = [sys.executable, "-P", "-c", _CHILD_SCRIPT]
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        done = subprocess.run(  # noqa: S603  a fixed command; the file goes to stdin
            command,
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=os.environ | {"PYTHONPATH": path},
        )
    except subprocess.TimeoutExpired as error:
        raise InsertError(
            f"the file was not read within {seconds:g} seconds", remedy="Export the file anew."
        ) from error
    except OSError as error:
        raise InsertError(
            f"no process could be started to read the file: {error.strerror}",
            remedy="Make sys.executable the path of a Python interpreter.",
        ) from error
    if done.returncode:
        raise InsertError(
            f"the process that read the file died ({_last_line(done)})",
            remedy="Export the file anew.",
        )
    return done.stdout


def _last_line(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode(errors="replace").split("\n")
    return next((line for line in reversed(lines) if line.strip()), f"exit {done.returncode}")


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):  # the system has a lower limit already, or knows none
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
