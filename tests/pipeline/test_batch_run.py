"""A batch prints a record once, in its place, even if files change while it runs."""

import json
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import psutil
import pytest

from printkit import export_many
from printkit.edition.ticket import JobTicket
from printkit.errors import PrintkitError, ThemeError
from printkit.files.addresses import Address
from printkit.files.kept_run import MANIFEST, KeptRun
from printkit.pipeline.batch import open_batch
from printkit.pipeline.printed_records import account_for_lost, print_record_of_batch
from printkit.printing.cluster import open_cluster
from printkit.printing.elsewhere import open_presses
from printkit.report import Account
from printkit.workers.losses import crash_error
from tests.ledger import Ledger
from tests.support.dying_publishers import published_then_dead
from tests.support.object_stores import ObjectStore, open_object_store
from tests.support.own_themes import write_theme
from tests.support.press_runs import make_reading
from tests.support.sample_records import BROKEN, PLAIN, TEN

pytestmark = pytest.mark.slow


def write_lines(path: Path, count: int) -> None:
    """Write so many of the ten records as JSON Lines."""
    path.write_text("\n".join(map(json.dumps, TEN[:count])))


def test_a_file_that_grows_while_the_run_goes_on_is_told(tmp_path: Path) -> None:
    """The record that nobody expected has an account, and no file."""
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    first.write_text(json.dumps(PLAIN))
    second.write_text(json.dumps([TEN[0]]))
    batch = open_batch([first, second], tmp_path / "out", JobTicket(), trusted=True)
    run = batch.accounts()
    accounts = [next(run)]
    second.write_text(json.dumps(TEN[:2]))
    accounts += run
    assert [one.status for one in accounts] == ["ok", "ok", "failed"]
    assert "changed" in str(accounts[2].error)
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_file_that_shrinks_while_the_run_goes_on_loses_no_account(tmp_path: Path) -> None:
    """The record that is gone was not run, and the run has not ended."""
    lines = tmp_path / "a.json"
    lines.write_text(json.dumps(TEN[:3]))
    out = tmp_path / "out"
    run = export_many([PLAIN, lines], out, manifest=True, trusted=True)
    accounts = [next(run)]
    lines.write_text(json.dumps(TEN[:2]))
    accounts += run
    assert [one.status for one in accounts] == ["ok", "ok", "ok", "not_run"]
    assert not KeptRun(out).ended


def test_only_what_is_left_of_a_source_is_printed_again(tmp_path: Path) -> None:
    """A source of which nothing is left is not read again."""
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    write_lines(first, 2)
    write_lines(second, 3)
    out = tmp_path / "out"
    made = list(export_many([first, second], out, manifest=True, trusted=True))
    result = made[3].result
    assert result
    assert result.path
    result.path.unlink()
    again = list(export_many([first, second], out, resume=True, trusted=True))
    assert [one.earlier is None for one in again] == [False, False, False, True, False]
    assert [one.record for one in again] == [one.record for one in made]
    assert [one.to_json() for one in again] == [one.to_json() for one in made]


def test_a_second_try_is_told_with_the_name_of_the_record(tmp_path: Path) -> None:
    """The function of the caller gets the error of the first try."""
    told: list[tuple[str, PrintkitError]] = []
    batch = open_batch(PLAIN, tmp_path, JobTicket(), trusted=True)
    batch.tell_retries(lambda where, error: told.append((where, error)))
    error = crash_error("signal 11")
    batch.workers.note_retry(error, next(iter(batch.sources)), JobTicket())
    assert told == [("record 1", error)]


def test_many_records_end_after_two(tmp_path: Path) -> None:
    """Two records have accounts, and the manifest says that the run has not ended."""
    accounts: list[Account] = []
    out = tmp_path / "out"
    run = export_many(
        TEN, out, theme=write_theme(tmp_path, "p { line-clamp: 0 }"), manifest=True, trusted=True
    )
    with pytest.raises(ThemeError, match=r"the theme .*ours\.css: no article can be printed"):
        accounts.extend(run)
    assert [one.status for one in accounts] == ["failed", "failed"]
    assert not KeptRun(out).ended


def test_records_that_fail_by_themselves_end_no_run(tmp_path: Path) -> None:
    """The theme prints the sample, so the third record is printed."""
    bad = {**PLAIN, "body": "<p lang=sv>Salt.</p>"}
    theme = write_theme(tmp_path, "[lang=sv] { line-clamp: 0 }")
    accounts = list(export_many([bad, bad, PLAIN], tmp_path, theme=theme, trusted=True))
    assert [one.status for one in accounts] == ["failed", "failed", "ok"]


@pytest.fixture(scope="module")
def store() -> Iterator[ObjectStore]:
    """Return a store that this process and its children find."""
    with open_object_store() as store, pytest.MonkeyPatch.context() as own:
        for name, value in store.surroundings.items():
            own.setenv(name, value)
        yield store


def lines_of_manifest(store: ObjectStore, folder: str) -> list[dict[str, Any]]:
    """Return the lines on records in the manifest of a folder, without measured values."""
    lines = map(json.loads, store.read(f"{folder}/{MANIFEST}").splitlines())
    measured = ("time", "seconds", "memory_mb", "check", "output")
    records = [one for one in lines if "record" in one]
    return [{key: one[key] for key in one if key not in measured} for one in records]


@pytest.mark.slow
def test_workers_publish_what_the_client_would(store: ObjectStore) -> None:
    """Objects, accounts and manifest are equal, and a later run takes the records over."""
    records = [TEN[0], BROKEN, *TEN[1:3]]
    here = list(export_many(records, "s3://bucket/here", manifest=True))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        far: dict[str, Any] = {"executor": executor, "jobs": 2, "publish": "worker"}
        there = list(export_many(records, "s3://bucket/there", manifest=True, **far))
        again = list(export_many(records, "s3://bucket/there", resume=True, **far))
    assert [one.status for one in there] == ["ok", "failed", "ok", "ok"]
    assert [one.result.pdf for one in there if one.result] == [b""] * 3
    told = json.dumps([one.to_json() for one in there])
    assert json.loads(told.replace("bucket/there", "bucket/here")) == [
        one.to_json() for one in here
    ]
    assert lines_of_manifest(store, "there")[:4] == lines_of_manifest(store, "here")
    names = [key.rpartition("/")[2] for key in store.list_keys() if key.startswith("there/")]
    assert len(names) == 4
    for name in names:
        if name != MANIFEST:
            assert store.read(f"there/{name}") == store.read(f"here/{name}")
    assert [one.earlier is not None for one in again] == [True, False, True, True]


@pytest.mark.slow
def test_a_worker_that_dies_after_it_wrote_costs_no_record(
    store: ObjectStore, tmp_path: Path
) -> None:
    """The second try writes the same object again."""
    ticket = JobTicket()
    names = ["a.pdf", "b.pdf"]
    finish = partial(published_then_dead, folder=Address("s3://bucket/died"))
    finishes = (partial(finish, name=name, sign=str(tmp_path / name)) for name in names)
    tasks = [(make_reading(name), ticket) for name in names]
    with open_cluster("local", 1) as joined:
        workers, far = open_presses(ticket, joined.jobs, joined.executor)
        assert far
        with workers:
            how = (print_record_of_batch, account_for_lost, tasks)
            accounts = list(far.run(*how, finishes=finishes))
    assert sorted(one.name for one in tmp_path.iterdir()) == names
    assert [one.status for one in accounts] == ["ok", "ok"]
    assert [key for key in store.list_keys() if key.startswith("died/")] == [
        "died/a.pdf",
        "died/b.pdf",
    ]
    for account in accounts:
        assert account.result
        place = str(account.result.place)
        assert store.sha256(place.removeprefix("s3://bucket/")) == account.result.sha256


@pytest.mark.slow
def test_a_killed_worker_that_publishes_costs_no_record(store: ObjectStore, ledger: Ledger) -> None:
    """Each record has its account and its object, and a later run prints nothing again."""
    twelve = [{**PLAIN, "headline": f"Ship {n}"} for n in range(12)]
    (ledger.folder / "a.jsonl").write_text("\n".join(map(json.dumps, twelve)))
    run = ("export", "a.jsonl", "-d", "s3://bucket/killed", "--resume", "--report", "r.json")
    by_workers = ("--dask", "local", "--jobs", "2", "--publish", "worker")
    begun = ledger.begin(*run, *by_workers, **store.surroundings)
    end = time.monotonic() + 120
    while "killed/ship-0.pdf" not in store.list_keys() and time.monotonic() < end:
        time.sleep(0.05)
    family = psutil.Process(begun.number).children(recursive=True)
    workers = [one for one in family if "spawn_main" in " ".join(one.cmdline())]
    os.kill(workers[0].pid, signal.SIGKILL)
    ran = begun.wait(120)
    assert (ran.code, ran.errors) == (0, "")
    accounts = json.loads((ledger.folder / "r.json").read_text())["records"]
    assert [one["status"] for one in accounts] == ["ok"] * 12
    for one in accounts:
        assert store.sha256(one["output"].removeprefix("s3://bucket/")) == one["sha256"]
    assert len(lines_of_manifest(store, "killed")) == 12
    assert sum(key.startswith("killed/") for key in store.list_keys()) == 13
    assert ledger.find_traces(ran) == []
    again = ledger.run(*run, **store.surroundings)
    assert (again.output, again.code) == (b"", 0)
