"""Suite: many records at once. The memory of the parent stays flat, and no record is lost.

A thousand records, of which one in twenty is hostile, are printed by two workers, and three times a
worker is stopped as if it hung; a thousand good records are printed for comparison. Twenty thousand
small records come from standard input.
"""

import json
import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.ledger import Ledger
from tests.reliability.cases import Case, Setting, faults_of_end, has_option
from tests.reliability.hostile_bodies import make_hostile
from tests.support.watched_commands import Ran, Watched

_MANY = 1_000
_SMALL = 20_000
_HANGS = 3
_LONGEST = 1_800.0  # seconds
_ENOUGH = 100  # records
_MIXED = "1,000 with hostile ones and 3 stopped workers"
_REFUSED = ("mixed tags", "the web by", "a file by", "colspan", "a broken picture")


def try_load(setting: Setting) -> Iterator[Case]:
    """Yield the cases of the three runs."""
    number = setting.share(_MANY, 60)
    good, good_seconds = _print_many(setting, "1,000 good records", _good(number), 0)
    yield good
    # Without the option, a worker that hangs is waited for so long that the suite would not end.
    stops = _HANGS if has_option("export", "--patience") else 0
    with_hostile = _with_hostile(setting, _good(number))
    mixed, seconds = _print_many(setting, _MIXED, with_hostile, stops)
    most = 1.3 * good_seconds + stops * (setting.patience + 2)
    slow = (f"took {seconds:.0f} s, more than {most:.0f}",) if seconds > most else ()
    idle = () if stops else ("no worker was stopped: export has no option --patience",)
    yield mixed._replace(faults=mixed.faults + slow + idle)
    yield _stream(setting, setting.share(_SMALL, 500))


def _good(number: int) -> list[dict[str, Any]]:
    return [
        {"headline": f"Ship {n}", "language": "en", "body": f"<p>She came in at {n}.</p>" * 4}
        for n in range(number)
    ]


def _with_hostile(setting: Setting, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the records with one in twenty replaced by a hostile one."""
    chance = random.Random(setting.seed)
    with setting.open_ledger() as ledger:
        hostile = [
            record
            for name, record in make_hostile(ledger, setting.seed)
            if name.startswith(_REFUSED)
        ]
    for place in chance.sample(range(len(records)), len(records) // 20):
        records[place] = chance.choice(hostile)
    return records


def _print_many(
    setting: Setting, name: str, records: list[dict[str, Any]], stops: int
) -> tuple[Case, float]:
    """Print records with two workers; return the case, and its seconds."""
    with setting.open_ledger() as ledger:
        (ledger.folder / "in.jsonl").write_text("\n".join(map(json.dumps, records)))
        running = ledger.begin(
            *("export", "in.jsonl", "-d", "out", "--report", "r.json", "--jobs", "2"),
            *setting.limits("export"),
        )
        sizes = _watch_parent(running, ledger, len(records), stops)
        ran = running.wait(_LONGEST)
        faults = faults_of_end(ran, setting) + ledger.find_faults(ran, len(records), "r.json")
        faults += find_growth(sizes)
    told = f"{len(records)} records; the parent grew to {max(sizes.values(), default=0):.0f} MB"
    return Case(name, told, tuple(faults), ran.seconds, ran.megabytes), ran.seconds


def _watch_parent(running: Watched, ledger: Ledger, number: int, stops: int) -> dict[int, float]:
    """Return the memory of the parent by the number of printed files; stop workers on the way."""
    sizes: dict[int, float] = {}
    stopped = 0
    while running.is_running() and running.seconds < _LONGEST:
        running.sleep(1)
        done = len(list((ledger.folder / "out").glob("*.pdf")))
        if size := _memory_now(running.number):
            sizes[done] = size
        if stopped < stops and done > number * (stopped + 1) // (stops + 1):
            stopped += _stop_worker(running)
    return sizes


def _stop_worker(running: Watched) -> bool:
    """Stop a worker as if it hung; return whether there was a worker."""
    for worker in running.workers[:1]:
        os.kill(worker, signal.SIGSTOP)
        return True
    return False


def _memory_now(number: int) -> float:
    try:
        text = Path(f"/proc/{number}/status").read_text()
    except OSError:
        return 0.0
    found = [line for line in text.splitlines() if line.startswith("VmRSS:")]
    return int(found[0].split()[1]) / 1024 if found else 0.0


def find_growth(sizes: dict[int, float]) -> list[str]:
    """Return a fault if the parent grows by a megabyte or more for 100 records.

    Growth over fewer records than 100 says nothing, and is no fault.
    """
    warm = {done: size for done, size in sizes.items() if done >= max(sizes) // 5}
    if not warm or max(warm) - min(warm) < _ENOUGH:
        return []
    growth = (warm[max(warm)] - warm[min(warm)]) / (max(warm) - min(warm)) * 100
    return [f"the parent grew by {growth:.1f} MB for 100 records"] if growth >= 1 else []


def _stream(setting: Setting, number: int) -> Case:
    """Check small records that come from standard input."""
    lines = "\n".join(map(json.dumps, _good(number))).encode()
    with setting.open_ledger() as ledger:
        running = ledger.begin("check", "-", stdin=lines)
        most = 0.0
        while running.is_running() and running.seconds < _LONGEST:
            running.sleep(0.5)
            most = max(most, _memory_now(running.number))
        ran: Ran = running.wait(_LONGEST)
        faults = [*faults_of_end(ran, setting, (0,)), *ledger.find_traces(ran)]
    if most > 200:
        faults.append(f"the parent took {most:.0f} MB")
    told = f"{number} records; the parent took {most:.0f} MB"
    return Case("20,000 small records from standard input", told, tuple(faults), ran.seconds, most)
