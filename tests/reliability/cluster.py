"""Suite: a cluster loses workers. No record is lost, and all bytes are those of one machine.

Five hundred records are printed on this machine, then by a real cluster of three worker processes.
On the way, one worker is killed with SIGKILL, and one is stopped with SIGSTOP.
"""

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from printkit import export_many
from printkit.printing.cluster import open_cluster
from tests.reliability.cases import Case, Setting
from tests.support.cluster_workers import find_workers

_MANY = 500
_FEWEST = 40
_WORKERS = 3


def try_cluster(setting: Setting) -> Iterator[Case]:
    """Yield one case: the run of the cluster."""
    number = setting.share(_MANY, _FEWEST)
    home = setting.home / "cluster"
    records = [
        {
            "headline": f"Ship {n}",
            "id": str(n),
            "language": "en",
            "body": "<p>In.</p>" * (1 + n % 9),
        }
        for n in range(number)
    ]
    for _ in export_many(records, home / "here", jobs=2):
        pass
    began = time.monotonic()
    statuses = _print_and_lose_workers(records, home / "there")
    seconds = time.monotonic() - began
    faults = (*_wrong_statuses(statuses, number), *_other_bytes(home / "here", home / "there"))
    told = f"{number} records by {_WORKERS} workers, of which one was killed and one stopped"
    yield Case("lost workers of a cluster", told, faults, seconds)


def _make_record(number: int) -> dict[str, Any]:
    body = f"<p>She came in at {number}.</p>" * (number % 9 + 1)
    return {"headline": f"Ship {number}", "id": str(number), "language": "en", "body": body}


def _print_and_lose_workers(records: Sequence[dict[str, Any]], folder: Path) -> Counter[str]:
    """Print the records by a cluster; return how many accounts there are of each status."""
    statuses: Counter[str] = Counter()
    with open_cluster("local", _WORKERS) as joined:
        killed, stopped, *_ = find_workers(joined.executor, _WORKERS)
        accounts = export_many(records, folder, executor=joined.executor, jobs=joined.jobs)
        for number, account in enumerate(accounts):
            statuses[account.status] += 1
            if number == len(records) // 10:
                os.kill(killed, signal.SIGKILL)
            if number == len(records) // 5:
                os.kill(stopped, signal.SIGSTOP)
    return statuses


def _wrong_statuses(statuses: Counter[str], number: int) -> Iterator[str]:
    if statuses != Counter(ok=number):
        yield f"accounts of {number} records: {dict(statuses)}"


def _other_bytes(here: Path, there: Path) -> Iterator[str]:
    for name in sorted({one.name for folder in (here, there) for one in folder.iterdir()}):
        both = [folder / name for folder in (here, there)]
        if not all(one.exists() for one in both):
            yield f"{name} is missing"
        elif both[0].read_bytes() != both[1].read_bytes():
            yield f"{name} has other bytes"
