"""Run commands of printkit one after the other in one process: each takes less time so.

    python -m tests.reliability.in_turn < COMMANDS

Reads one JSON list of arguments a line, runs the command as a terminal would, and writes one JSON
object a line: the exit code, the text of standard error, and the seconds.

run_in_turn(ledger, commands, seconds)    the same in a new process; its end, and that of each
"""

import io
import json
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stderr
from typing import Any

from printkit.cli import main as printkit
from tests.ledger import Ledger
from tests.support.paths import CHECKOUT
from tests.support.watched_commands import Ran, start


def run_in_turn(
    ledger: Ledger, commands: Sequence[Sequence[str]], seconds: float
) -> tuple[Ran, list[Ran]]:
    """Run commands in the folder of a ledger; return the end of the process, and of each command.

    A process that does not end in time is killed; commands that had no turn have no end.
    """
    ledger.note_earlier()
    surroundings = {"TMPDIR": str(ledger.scratch), "PYTHONPATH": str(CHECKOUT)}
    lines = "\n".join(map(json.dumps, commands)).encode()
    command = [sys.executable, "-m", "tests.reliability.in_turn"]
    ran = start(command, ledger.folder, surroundings, lines).wait(seconds)
    told = [json.loads(line) for line in ran.output.splitlines()]
    ends = [Ran(one["code"], b"", one["errors"], one["seconds"], ran.megabytes, ()) for one in told]
    return ran, ends


def main() -> None:
    """Run each command of standard input, and write its end."""
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        print(json.dumps(_run(json.loads(line))), file=answers, flush=True)


def _run(arguments: list[str]) -> dict[str, Any]:
    began, errors = time.monotonic(), io.StringIO()
    with redirect_stderr(errors):
        try:
            printkit(arguments)
            code: object = 0
        except SystemExit as end:
            code = end.code or 0
    seconds = time.monotonic() - began
    return {"code": code, "errors": errors.getvalue(), "seconds": seconds}


if __name__ == "__main__":
    main()
