"""Suite: many records at once. The memory of the parent stays flat, and no record is lost.

Some good records are printed by one worker, a thousand by two workers. A thousand more, of which
one in twenty is hostile, are printed by two workers, and three times a worker is stopped as if it
hung. Twenty thousand small records come from standard input. A whole run compares the times, too.
"""

import json
import os
import random
import signal
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from tests.ledger import Ledger
from tests.reliability.cases import Case, Setting, faults_of_end
from tests.support.watched_commands import Ran, Watched

_MANY = 1_000
_BY_ONE = 300
_SMALL = 20_000
_HANGS = 3
_LONGEST = 1_800.0  # seconds
_ENOUGH = 100  # records
_GAIN = 1.6  # of two workers over one
_REFUSED = ("mixed tags", "the web by", "a file by", "colspan", "a broken picture")


class _Printed(NamedTuple):
    case: Case
    seconds: float
    rate: float


def try_load(setting: Setting) -> Iterator[Case]:
    """Yield the cases of the four runs."""
    number = setting.share(_MANY, 60)
    by_one = _print_many(setting, "good records by one worker", _good(setting.share(_BY_ONE, 30)))
    yield by_one.case
    good = _print_many(setting, "1,000 good records by two workers", _good(number), jobs=2)
    gain = good.rate / by_one.rate if by_one.rate else 0
    too_little = setting.judges_speed and gain < _GAIN
    told = f"{good.case.name}; two workers print {gain:.2f} times as fast as one"
    yield _with_fault(good.case._replace(name=told), told if too_little else "")
    yield _mixed(setting, number, good.seconds)
    yield _stream(setting, setting.share(_SMALL, 500))


def _with_fault(case: Case, fault: str) -> Case:
    return case._replace(faults=(*case.faults, fault)) if fault else case


def _mixed(setting: Setting, number: int, good_seconds: float) -> Case:
    """Print records with hostile ones between them, and stop workers on the way."""
    name = "1,000 with hostile ones and 3 stopped workers"
    records = _with_hostile(setting, _good(number))
    stops = setting.share(_HANGS)
    mixed = _print_many(setting, name, records, jobs=2, stops=stops)
    most = 1.3 * good_seconds + stops * (setting.patience + 2)
    told = f"{mixed.case.name}; took {mixed.seconds:.0f} s, of {most:.0f} s allowed"
    too_slow = setting.judges_speed and mixed.seconds > most
    return _with_fault(mixed.case._replace(name=told), told if too_slow else "")


def _good(number: int) -> list[dict[str, Any]]:
    return [
        {"headline": f"Ship {n}", "language": "en", "body": f"<p>She came in at {n}.</p>" * 4}
        for n in range(number)
    ]


def _with_hostile(setting: Setting, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the records with one in twenty replaced by a hostile one."""
    chance = random.Random(setting.seed)
    with setting.open_ledger() as ledger:
        made = setting.hostile(ledger)
    hostile = [record for name, record in made if name.startswith(_REFUSED)]
    for place in chance.sample(range(len(records)), len(records) // 20):
        records[place] = chance.choice(hostile)
    return records


def _print_many(
    setting: Setting, name: str, records: list[dict[str, Any]], *, jobs: int = 1, stops: int = 0
) -> _Printed:
    """Print records into a folder; return the case, its seconds, and records for each second."""
    with setting.open_ledger() as ledger:
        (ledger.folder / "in.jsonl").write_text("\n".join(map(json.dumps, records)))
        running = ledger.begin(
            *("export", "in.jsonl", "-d", "out", "--report", "r.json", "--jobs", str(jobs)),
            *("--log", "events", "--log-format", "json", *setting.limits("export")),
        )
        sizes = _watch_parent(running, ledger, len(records), stops)
        ran = running.wait(_LONGEST)
        faults = faults_of_end(ran, setting) + ledger.find_faults(ran, len(records), "r.json")
        faults += find_growth(sizes)
        faults += _missing_hangs(ledger, stops)
        rate = _rate_of(ledger.folder / "events")
    told = f"{len(records)} records; the parent grew to {max(sizes.values(), default=0):.0f} MB"
    case = Case(name, told, tuple(faults), ran.seconds, ran.megabytes)
    return _Printed(case, ran.seconds, rate)


def _missing_hangs(ledger: Ledger, stops: int) -> list[str]:
    """Return a fault if fewer records ran out of time than workers were stopped."""
    report = ledger.folder / "r.json"
    told = json.loads(report.read_text())["records"] if report.is_file() else []
    late = sum(one["status"] == "timeout" for one in told)
    return [f"{late} records ran out of time, and {stops} workers hung"] if late < stops else []


def _rate_of(log: Path) -> float:
    """Return how many records were printed in a second, without the start of the workers."""
    events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    times = [datetime.fromisoformat(one["time"]) for one in events if one["event"] == "printed"]
    seconds = (times[-1] - times[0]).total_seconds() if times else 0
    return (len(times) - 1) / seconds if seconds else 0


def _watch_parent(running: Watched, ledger: Ledger, number: int, stops: int) -> Mapping[int, float]:
    """Return the memory of the parent by the number of printed files; stop workers on the way."""
    sizes: dict[int, float] = {}
    stopped: set[int] = set()
    while running.is_running() and running.seconds < _LONGEST:
        running.sleep(0.5)
        done = len(list((ledger.folder / "out").glob("*.pdf")))
        if size := _memory_now(running.number):
            sizes[done] = size
        if len(stopped) < stops and done > number * (len(stopped) + 1) // (stops + 1):
            stopped.update(_stop_worker(running, stopped))
    return sizes


def _stop_worker(running: Watched, stopped: set[int]) -> list[int]:
    """Stop another worker as if it hung; return its number, if there is such a worker."""
    workers = [one for one in running.workers if one not in stopped][:1]
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    return workers


def _memory_now(number: int) -> float:
    try:
        text = Path(f"/proc/{number}/status").read_text()
    except OSError:
        return 0.0
    found = [line for line in text.splitlines() if line.startswith("VmRSS:")]
    return int(found[0].split()[1]) / 1024 if found else 0.0


def find_growth(sizes: Mapping[int, float]) -> list[str]:
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
        running = ledger.begin("check", "-", "--jobs", "2", stdin=lines)
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
