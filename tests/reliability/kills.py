"""Suite: runs of 60 records that are killed at random points, and then run again.

SIGKILL gives no time to tidy up: the second run does, and prints at most one record a worker again
whose PDF is there. SIGTERM and two interrupts one after the other leave a report with 60 accounts,
and nothing else, within three seconds. After the second run, the files are those of a run that
nobody disturbed.

The signal comes when the command has started a worker: before, Python itself answers signals.
"""

import json
import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from hashlib import sha256
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_cache_path

from tests.ledger import Ledger
from tests.reliability.cases import Case, Setting, faults_of_end, has_option, try_all
from tests.support.watched_commands import Ran, Watched

_RECORDS = 60
_WORKERS = 2
_ENDING = 3.0  # seconds from a signal to the end of the run
_OLD = 7_200  # seconds; leftovers of a dead run are removed when they are an hour old
_COMMANDS = {
    "export": ("export", "in", "-d", "out", "--jobs", "2", "--report", "r.json"),
    "export --dask": (
        *("export", "in", "-d", "out", "--dask", "local"),
        *("--jobs", "2", "--report", "r.json"),
    ),
    "digest": ("digest", "in", "-o", "out/d.pdf", "--title", "T", "--report", "r.json"),
}


class _End(NamedTuple):
    signals: tuple[int, ...]
    times: int
    codes: tuple[int, ...]


_ENDS = {
    "SIGKILL": _End((signal.SIGKILL,), 20, (-signal.SIGKILL,)),
    "SIGTERM": _End((signal.SIGTERM,), 10, (128 + signal.SIGTERM,)),
    "Ctrl-C twice": _End((signal.SIGINT, signal.SIGINT), 10, (128 + signal.SIGINT,)),
}


def try_kills(setting: Setting) -> Iterator[Case]:
    """Yield a case for each run that is killed: exports here, exports by a cluster, and digests."""
    unbroken = {command: _run_unbroken(setting, command) for command in _COMMANDS}
    tries = [(name, n) for name, end in _ENDS.items() for n in range(setting.share(end.times))]
    turns = zip(tries, cycle(_COMMANDS))
    works = [(name, number, command, *unbroken[command]) for (name, number), command in turns]
    yield from try_all(lambda one: [_try(setting, *one)], works)


def _run_unbroken(setting: Setting, command: str) -> tuple[float, dict[str, str]]:
    """Return the seconds and the files of a run that nobody disturbs."""
    with setting.open_ledger() as ledger:
        _write_records(ledger)
        ran = ledger.run(*_COMMANDS[command], seconds=600, XDG_CACHE_HOME=_fill_cache(ledger))
        assert ran.code == 0, ran.errors
        return ran.seconds, _sums(ledger)


def _fill_cache(ledger: Ledger) -> str:
    """Make a cache that has cut fonts and no articles; return its folder.

    With the articles of an earlier run, a digest would be done before the signal.
    """
    home = ledger.folder.parent / "cache"
    (home / "printkit").mkdir(mode=0o700, parents=True)
    for face in user_cache_path("printkit").glob("face-*"):
        shutil.copy2(face, home / "printkit")
    return str(home)


def _try(
    setting: Setting, name: str, number: int, command: str, length: float, wanted: dict[str, str]
) -> Case:
    chance = random.Random(f"{setting.seed} {name} {number}")
    moment = chance.uniform(0, length)
    with setting.open_ledger() as ledger:
        _write_records(ledger)
        cache = _fill_cache(ledger)
        running = ledger.begin(*_COMMANDS[command], XDG_CACHE_HOME=cache)
        ran, ending = _interrupt(running, name, moment, chance, setting)
        slow = setting.judges_speed or ran.code == 0  # a run may end by itself before a signal
        faults = [f"took {ending:.1f} s to end"] if slow and ending > _ENDING else []
        faults += _faults_of_interrupted(ledger, ran, name, setting)
        _age_leftovers(ledger)
        asked = (*_COMMANDS[command], *_resume(command))
        again = ledger.run(*asked, seconds=600, XDG_CACHE_HOME=cache)
        faults += [f"second run: {one}" for one in faults_of_end(again, setting)]
        balance = ledger.find_faults(again, _RECORDS, "r.json")
        faults += [f"second run: {one}" for one in balance]
        if _sums(ledger) != wanted:
            faults.append("second run: the files are not those of an unbroken run")
    told = f"number {number}, after {moment:.1f} of {length:.1f} s"
    return Case(f"{command}, {name}", told, tuple(faults), ran.seconds, ran.megabytes)


def _interrupt(
    running: Watched, name: str, moment: float, chance: random.Random, setting: Setting
) -> tuple[Ran, float]:
    """Send the signals; return the end of the command, and the seconds from signal to end."""
    while running.is_running() and not running.workers:
        running.sleep(0.02)
    running.sleep(moment - running.seconds)
    moment = running.seconds
    for one in _ENDS[name].signals:
        running.send(one)
        running.sleep(chance.uniform(0, 0.5))
    ran = running.wait(moment + setting.longest())
    return ran, ran.seconds - moment


def _printed_without_line(ledger: Ledger) -> list[str]:
    """Return a fault if more PDFs lack their line of the manifest than workers print at a time."""
    lines = (ledger.folder / "out" / ".printkit-run.jsonl").read_text().count('"status": "ok"')
    extra = len(list((ledger.folder / "out").glob("*.pdf"))) - lines
    return [f"{extra} PDFs have no line in the manifest"] if extra > _WORKERS else []


def _faults_of_interrupted(ledger: Ledger, ran: Ran, name: str, setting: Setting) -> list[str]:
    """Return faults of the run that was ended; it may have come to its end before the signal."""
    codes = (0, *_ENDS[name].codes)
    faults = [*faults_of_end(ran, setting, codes)]
    if ran.left:
        faults.append(f"a process is left: {ran.left[0][:100]}")
    if (ledger.folder / "out" / ".printkit-run.jsonl").is_file():
        faults += _printed_without_line(ledger)
    if name != "SIGKILL":
        faults += ledger.find_traces(ran)
        report = ledger.folder / "r.json"
        told = json.loads(report.read_text())["records"] if report.is_file() else []
        if len(told) != _RECORDS:
            faults.append(f"{_RECORDS} records have {len(told)} accounts after {name}")
    return faults


def _write_records(ledger: Ledger) -> None:
    records = [
        {"headline": f"Ship {n}", "language": "en", "date_published": "2020-01-01",
         "body": f"<p>She came in at {n}.</p>" * (1 + n % 7)}
        for n in range(_RECORDS)
    ]  # fmt: skip
    for folder in ("in", "out"):
        (ledger.folder / folder).mkdir()
    for number, record in enumerate(records):
        (ledger.folder / "in" / f"{number:02}.json").write_text(json.dumps(record))


def _resume(command: str) -> list[str]:
    return ["--resume"] if has_option(_COMMANDS[command][0], "--resume") else []


def _age_leftovers(ledger: Ledger) -> None:
    """Put the leftovers of the dead run two hours back, so that the next run may remove them."""
    then = time.time() - _OLD
    for path in (*ledger.scratch.rglob("*"), *ledger.scratch.iterdir(), *_drafts(ledger)):
        os.utime(path, (then, then))


def _drafts(ledger: Ledger) -> Iterator[Path]:
    yield from ledger.folder.rglob(".*.part")


def _sums(ledger: Ledger) -> dict[str, str]:
    files = (ledger.folder / "out").rglob("*.pdf")
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}
