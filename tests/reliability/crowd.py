"""Suite: eight processes write one file, and one folder, again and again.

Each file is whole at every moment, and comes from one of the processes. The manifest of a folder,
where printkit writes one, has whole lines. A process that is told to wait or to go away does so.
"""

import json
import sys
from collections.abc import Iterator

import pikepdf

from tests.ledger import Ledger, broken_files
from tests.reliability.cases import Case, Setting
from tests.support.paths import CHECKOUT
from tests.support.watched_commands import Ran, start

_PROCESSES = 8
_ROUNDS = 50
_LONGEST = 600  # seconds
_ONE_FILE = """
import json, sys
import printkit
who, rounds = sys.argv[1:]
for number in range(int(rounds)):
    record = {"headline": f"By {who}", "language": "en", "body": f"<p>Round {number}.</p>"}
    try:
        printkit.export(record, "out/a.pdf")
        print(json.dumps("whole"), flush=True)
    except printkit.PrintkitError as error:
        print(json.dumps(str(error)), flush=True)
"""
_ONE_FOLDER = """
import json, sys
import printkit
who, rounds = sys.argv[1:]
for number in range(int(rounds)):
    record = {"headline": f"Round {number}", "language": "en", "body": "<p>The same bytes.</p>"}
    try:
        (account,) = printkit.export_many([record], "out")
        print(json.dumps("whole" if account.status == "ok" else str(account.error)), flush=True)
    except printkit.PrintkitError as error:
        print(json.dumps(str(error)), flush=True)
"""


def try_crowd(setting: Setting) -> Iterator[Case]:
    """Yield a case for each round of each process, and one for the files at the end."""
    for name, program in (("one file", _ONE_FILE), ("one folder", _ONE_FOLDER)):
        yield from _try(setting, name, program, setting.share(_ROUNDS, 3))


def _try(setting: Setting, name: str, program: str, rounds: int) -> Iterator[Case]:
    with setting.open_ledger() as ledger:
        (ledger.folder / "out").mkdir()
        surroundings = {"TMPDIR": str(ledger.scratch), "PYTHONPATH": str(CHECKOUT)}
        running = [
            start([sys.executable, "-c", program, str(n), str(rounds)], ledger.folder, surroundings)
            for n in range(_PROCESSES)
        ]
        moments, broken = 0, set[str]()
        while running[0].is_running() and running[0].seconds < _LONGEST:
            running[0].sleep(0.05)
            moments += 1
            broken.update(_look(ledger))
        ended = [one.wait(_LONGEST) for one in running]
        for number, ran in enumerate(ended):
            yield from _rounds_of(name, number, ran, rounds)
        yield Case(name, f"the files at {moments} moments", tuple(broken))
        yield Case(name, "the files at the end", tuple(find_faults_at_end(ledger, ended)))


def _look(ledger: Ledger) -> list[str]:
    """Return a fault if a file is not whole at this moment."""
    try:
        for path in (ledger.folder / "out").glob("*.pdf"):
            with pikepdf.open(path) as pdf:
                len(pdf.pages)
    except pikepdf.PdfError as error:
        return [f"a file was broken for a moment: {error}"]
    return []


def _rounds_of(name: str, number: int, ran: Ran, rounds: int) -> Iterator[Case]:
    told = [json.loads(line) for line in ran.output.splitlines()]
    for one in range(rounds):
        end = told[one] if one < len(told) else f"no word; exit code {ran.code}"
        # A process that is told who is first has not lost anything.
        fine = end == "whole" or "another run" in end
        faults = () if fine else (str(end),)
        yield Case(name, f"process {number}, round {one}", faults, ran.seconds, ran.megabytes)


def find_faults_at_end(ledger: Ledger, ended: list[Ran]) -> list[str]:
    """Return faults of the files, of the manifest, and of what the processes left behind."""
    faults = [fault for ran in ended for fault in ledger.find_traces(ran)]
    files = list((ledger.folder / "out").glob("*.pdf"))
    faults += broken_files(files) if files else ["there is no file"]
    for path in (ledger.folder / "out").glob(".printkit-run.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                json.loads(line)
            except ValueError:
                faults.append(f"a line of the manifest is torn: {line[:80]}")
    return faults
