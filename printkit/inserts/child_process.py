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

from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.errors import InsertError
from printkit.inserts.sanitised_pdf import FoundBookmark, SanitisedPdf

_CHILD_SCRIPT = (
    "import sys; from printkit.inserts import child_process; child_process.run_child(sys.argv[1])"
)


def sanitise_in_child(data: bytes, limits: Limits = DEFAULTS) -> SanitisedPdf:
    """Return the sanitised file that a child process makes.

    Raises:
        InsertError: the child process refused the file, died, or was over a limit.
    """
    answer = _answer_of_child(data, limits)
    head, _, pdf = answer.partition(b"\n")
    # JSON and not pickle: a child process that a hostile file took over must not run code here.
    told: dict[str, Any] = json.loads(head)
    if "problems" in told:
        raise InsertError(*told["problems"], remedy=told["remedy"])
    bookmarks = [FoundBookmark(*one) for one in told.pop("bookmarks")]
    return SanitisedPdf(pdf=pdf, bookmarks=bookmarks, **told)


def run_child(told_limits: str) -> None:
    """Act as the child process: read a file from stdin, write the answer to stdout.

    Args:
        told_limits: the limits as JSON.
    """
    from printkit.inserts.opening import open_and_sanitise

    limits = Limits(**json.loads(told_limits))
    _limit_memory(limits)
    try:
        told = asdict(open_and_sanitise(sys.stdin.buffer.read(), limits))
    except MemoryError:
        over = f"the file takes more than {limits.told('memory')}"
        told = {"problems": [over], "remedy": "Export the file anew."}
    except InsertError as error:
        told = {"problems": error.problems, "remedy": error.remedy}
    pdf = told.pop("pdf", b"")
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + pdf)


def _answer_of_child(data: bytes, limits: Limits) -> bytes:
    # -P: Python must not import modules from the current folder, which strangers may write to.
    command = [sys.executable, "-P", "-c", _CHILD_SCRIPT, json.dumps(vars(limits))]
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        done = subprocess.run(  # noqa: S603  a fixed command; the file goes to stdin
            command,
            input=data,
            capture_output=True,
            timeout=limits.joined_seconds,
            check=False,
            env=os.environ | {"PYTHONPATH": path},
        )
    except subprocess.TimeoutExpired as error:
        raise InsertError(
            f"the file was not read within {limits.told('joined_seconds')}",
            remedy="Export the file anew.",
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


def _limit_memory(limits: Limits) -> None:
    if sys.platform == "win32":
        return
    import resource

    with suppress(ValueError, OSError):  # the system has a lower limit already, or knows none
        most = limits.memory * MB
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
