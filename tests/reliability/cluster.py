"""Suite: a cluster loses workers. No record is lost, and all bytes are those of one machine.

Five hundred records are printed on this machine, then by a real cluster of three worker processes.
On the way, one worker is killed with SIGKILL, and one is stopped with SIGSTOP. A hundred records
are printed by workers that publish to a store of objects, of which one is killed.
"""

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from printkit import export_many
from printkit.printing.cluster import open_cluster
from tests.reliability.cases import Case, Setting
from tests.support.cluster_workers import find_workers
from tests.support.object_stores import ObjectStore, open_object_store

_MANY = 500
_FEWEST = 40
_PUBLISHED = 100
_WORKERS = 3


def try_cluster(setting: Setting) -> Iterator[Case]:
    """Yield two cases: the files go to a folder here, or workers publish to a store."""
    number = setting.share(_MANY, _FEWEST)
    home = setting.home / "cluster"
    records = list(map(_make_record, range(number)))
    for _ in export_many(records, home / "here", jobs=2):
        pass
    began = time.monotonic()
    statuses = _print_and_lose_workers(records, home / "there")
    seconds = time.monotonic() - began
    here, there = _bytes_in(home / "here"), _bytes_in(home / "there")
    faults = (*_wrong_statuses(statuses, number), *_other_bytes(here, there))
    told = f"{number} records by {_WORKERS} workers, of which one was killed and one stopped"
    yield Case("lost workers of a cluster", told, faults, seconds)
    yield _try_publication(records[: setting.share(_PUBLISHED, _FEWEST)], here)


def _try_publication(records: Sequence[dict[str, Any]], here: Mapping[str, bytes]) -> Case:
    """Return the case of workers that publish; `here` has the bytes of each file."""
    with open_object_store() as store, pytest.MonkeyPatch.context() as own:
        for name, value in store.surroundings.items():
            own.setenv(name, value)
        began = time.monotonic()
        statuses = _publish_and_lose_a_worker(records)
        seconds = time.monotonic() - began
        there = _bytes_in_store(store)
    wanted = {name: here[name] for name in (f"ship-{n}.pdf" for n in range(len(records)))}
    faults = (*_wrong_statuses(statuses, len(records)), *_other_bytes(wanted, there))
    told = f"{len(records)} records by {_WORKERS} workers that publish, of which one was killed"
    return Case("lost workers that publish", told, faults, seconds)


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


def _publish_and_lose_a_worker(records: Sequence[dict[str, Any]]) -> Counter[str]:
    """Let workers publish the records; return how many accounts there are of each status."""
    statuses: Counter[str] = Counter()
    with open_cluster("local", _WORKERS) as joined:
        killed = find_workers(joined.executor, _WORKERS).pop()
        how: dict[str, Any] = {"executor": joined.executor, "jobs": joined.jobs}
        accounts = export_many(records, "s3://bucket/week", publish="worker", **how)
        for number, account in enumerate(accounts):
            statuses[account.status] += 1
            if number == len(records) // 10:
                os.kill(killed, signal.SIGKILL)
    return statuses


def _bytes_in(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def _bytes_in_store(store: ObjectStore) -> dict[str, bytes]:
    return {key.rpartition("/")[2]: store.read(key) for key in store.list_keys()}


def _wrong_statuses(statuses: Counter[str], number: int) -> Iterator[str]:
    if statuses != Counter(ok=number):
        yield f"accounts of {number} records: {dict(statuses)}"


def _other_bytes(here: Mapping[str, bytes], there: Mapping[str, bytes]) -> Iterator[str]:
    for name in sorted({*here, *there}):
        if name not in here or name not in there:
            yield f"{name} is missing"
        elif here[name] != there[name]:
            yield f"{name} has other bytes"
