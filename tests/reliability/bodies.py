"""Suite: hostile bodies by six routes, beside good records that must be printed.

The routes: `export` of one record, `export` of many, the library, `digest`, `check`, and a digest
of three records of which two are good.
"""

import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

from tests.ledger import Ledger
from tests.reliability.cases import Case, Setting, faults_of_end, try_all
from tests.reliability.judges import (
    GOOD,
    Account,
    Records,
    find_faults_of_group,
    find_faults_of_record,
    find_late_records,
)
from tests.reliability.lone_bodies import LONE_ROUTES, try_alone
from tests.reliability.text_files import try_text_files
from tests.support.paths import CHECKOUT
from tests.support.watched_commands import Ran, start

_TRIED = 150
_GROUP = 10
_LIBRARY = """
import json, sys, time
import printkit
limits = printkit.Limits(patience=float(sys.argv[2]), memory=int(sys.argv[3]))
for number, line in enumerate(open(sys.argv[1], encoding="utf-8")):
    began = time.monotonic()
    try:
        printkit.export(json.loads(line), name=f"record {number}", limits=limits)
        told = {"record": f"record {number}", "status": "ok", "error": None}
    except printkit.PrintkitError as error:
        told = {"record": f"record {number}", "status": "failed", "error": error.to_json()}
    print(json.dumps(told | {"seconds": time.monotonic() - began}), flush=True)
"""
Told = tuple[Ran, list[Account] | None]
_Work = Callable[[Sequence[int]], Iterator[Case]]
Route = Callable[[Ledger, Setting, Records], Told]


def try_bodies(setting: Setting) -> Iterator[Case]:
    """Yield the cases of all routes."""
    chance = random.Random(setting.seed)
    with setting.open_ledger() as ledger:
        number = len(setting.hostile(ledger))
    works: list[_Work] = [partial(_try, setting, name) for name in _ROUTES]
    works += [partial(try_alone, setting, route) for route in LONE_ROUTES]
    tasks = [
        (work, group)
        for work in works
        for group in _in_groups(setting.pick(sorted(chance.sample(range(number), _TRIED))))
    ]
    yield from try_all(lambda task: task[0](task[1]), tasks)
    yield from try_text_files(setting)


def _in_groups(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    size = min(_GROUP, ceil(len(numbers) / 2))  # few numbers make a group for each lane
    for begin in range(0, len(numbers), size):
        yield numbers[begin : begin + size]


def _try(setting: Setting, name: str, numbers: Sequence[int]) -> Iterator[Case]:
    """Yield a case for each record of a group, all printed by one command."""
    route = _ROUTES[name]
    with setting.open_ledger() as ledger:
        made = setting.hostile(ledger)
        hostile = [made[number] for number in numbers]
        with_good = [*GOOD[:2], *(record for _, record in hostile), GOOD[2]]
        records = with_good if name in _WITH_GOOD else [record for _, record in hostile]
        ran, accounts = route(ledger, setting, records)
        shared = faults_of_end(ran, setting)
        if name in _REPORTED:
            shared += ledger.find_faults(ran, len(records), "r.json")
        else:
            shared += ledger.find_traces(ran)
        if name == "export many":
            shared += find_late_records(ledger.folder / "out", setting.longest_record)
    shared += find_faults_of_group(records, accounts)
    for word, record in hostile:
        own = [] if accounts is None else find_faults_of_record(record, records, accounts)
        yield Case(name, word, (*shared, *own), ran.seconds, ran.megabytes)


def _read_accounts(path: Path) -> list[Account]:
    if not path.is_file():
        return []
    accounts: list[Account] = json.loads(path.read_text(encoding="utf-8"))["records"]
    return sorted(accounts, key=_number_of)


def _number_of(account: Account) -> int:
    """Return the number of a record; a digest tells of its records in the order of the pages."""
    digits = str(account["record"]).rpartition(":")[2].rpartition(" ")[2]
    return int(digits) if digits.isdigit() else 0


def _write(ledger: Ledger, records: Iterable[Mapping[str, Any]]) -> str:
    lines = "\n".join(map(json.dumps, records))
    (ledger.folder / "in.jsonl").write_text(lines, encoding="utf-8")
    return "in.jsonl"


def _export_many(ledger: Ledger, setting: Setting, records: Records) -> Told:
    asked = ("export", _write(ledger, records), "-d", "out", "--report", "r.json")
    seconds = setting.longest(len(records))
    ran = ledger.run(*asked, *setting.limits("export"), seconds=seconds)
    return ran, _read_accounts(ledger.folder / "r.json")


def _digest(ledger: Ledger, setting: Setting, records: Records) -> Told:
    asked = ("digest", _write(ledger, records), "-o", "d.pdf", "--title", "T", "--report", "r.json")
    # The digest's own pages take as long as a record at most.
    seconds = setting.longest(len(records) - 1)
    ran = ledger.run(*asked, *setting.limits("digest"), seconds=seconds)
    return ran, _read_accounts(ledger.folder / "r.json")


def _check(ledger: Ledger, setting: Setting, records: Records) -> Told:
    seconds = setting.longest(len(records))
    ran = ledger.run("check", _write(ledger, records), *setting.limits("check"), seconds=seconds)
    return ran, None  # check writes no report


def _library(ledger: Ledger, setting: Setting, records: Records) -> Told:
    limits = (str(setting.patience), str(setting.memory))
    command = [sys.executable, "-c", _LIBRARY, _write(ledger, records), *limits]
    surroundings = {"TMPDIR": str(ledger.scratch), "PYTHONPATH": str(CHECKOUT)}
    ran = start(command, ledger.folder, surroundings).wait(setting.longest(len(records)))
    return ran._replace(output=b""), [json.loads(line) for line in ran.output.splitlines()]


_ROUTES: dict[str, Route] = {
    "export many": _export_many,
    "the library": _library,
    "digest": _digest,
    "check": _check,
}
_WITH_GOOD = _REPORTED = ("export many", "digest")
