"""A Dask cluster: an executor for its workers, or one error that says what to do."""

import json
import os
import signal
import socket
import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest

from printkit import export_many
from printkit.errors import EditionError, PressError
from printkit.printing import cluster
from printkit.printing.cluster import ClusterExecutor, open_cluster
from printkit.workers.executor_tasks import results_of
from tests.ledger import Ledger
from tests.support.cluster_workers import begun_by_hand, find_workers, worker_with_path
from tests.support.paths import CHECKOUT
from tests.support.sample_records import PLAIN, TEN
from tests.support.time_limits import ends_soon
from tests.support.watched_commands import Watched
from tests.support.worker_tasks import doubled


def test_no_scheduler_is_told_with_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends with one sentence and no traceback."""
    monkeypatch.setattr(cluster, "_CONNECTING", 1)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(EditionError, match="no Dask scheduler answers") as caught:
            open_cluster(address).__enter__()
    assert caught.value.where == address


def test_no_scheduler_leaves_no_traceback_on_the_terminal(ledger: Ledger) -> None:
    """Tls needs certificates; Dask would wait 20 seconds for a client that never connected."""
    (ledger.folder / "a.json").write_text(json.dumps(PLAIN))
    for address in ("tls://127.0.0.1:1", "tcp://user:CANARY@127.0.0.1:1"):
        ran = ledger.run("export", "a.json", "-d", "out", "--dask", address)
        assert ran.code == 2
        assert "Traceback" not in ran.errors
        assert "CANARY" not in ran.errors
        assert ran.errors.count("Error") == 1


class Silent(Executor):
    """An executor whose tasks never end."""

    def submit(self, *_: Any, **__: Any) -> "Future[Any]":
        """Return a task that waits for ever."""
        return Future()


def test_tasks_without_a_scheduler_are_given_up() -> None:
    """The run ends with an error; a task that has its result keeps the result."""
    silent = ClusterExecutor(Silent())
    results = results_of(silent, doubled, [1, 2], 1)
    timer = threading.Timer(0.5, silent.give_up)
    timer.start()
    with ends_soon(), pytest.raises(PressError, match="lost its workers or its scheduler"):
        next(results)
    with ThreadPoolExecutor(1) as pool:
        done = ClusterExecutor(pool)
        future = done.submit(doubled, 2)
        assert future.result() == 4
        done.give_up()
        assert future.result() == 4


@pytest.mark.slow
def test_a_scheduler_that_dies_ends_the_run(tmp_path: Path) -> None:
    """Printed records stay, and the next run prints the others."""
    with begun_by_hand(tmp_path, 1) as (address, scheduler), open_cluster(address) as joined:
        how: dict[str, Any] = {"executor": joined.executor, "jobs": joined.jobs}
        accounts = export_many(TEN, tmp_path / "out", manifest=True, **how)
        assert next(accounts).status == "ok"
        os.killpg(scheduler, signal.SIGKILL)
        with pytest.raises(PressError, match="lost its workers or its scheduler"):
            list(accounts)
    done = len(list((tmp_path / "out").glob("*.pdf")))
    again = list(export_many(TEN, tmp_path / "out", resume=True))
    assert [one.status for one in again] == ["ok"] * 10
    assert sum(one.earlier is not None for one in again) == done > 0


def listening_addresses() -> set[str]:
    """Return the addresses at which this process and its children wait for connections."""
    own = psutil.Process()
    return {
        one.laddr.ip
        for process in (own, *own.children(recursive=True))
        for one in process.net_connections("inet")
        if one.status == psutil.CONN_LISTEN
    }


@pytest.mark.slow
def test_lost_workers_cost_no_record(tmp_path: Path) -> None:
    """One worker is killed and one stands still: each record has its account and its bytes."""
    records = [{**PLAIN, "headline": f"Ship {n}", "id": str(n)} for n in range(40)]
    here = {one.record: one.result for one in export_many(records, tmp_path / "here")}
    statuses = []
    with open_cluster("local", 3) as joined:
        assert listening_addresses() == {"127.0.0.1"}
        killed, stopped, _ = find_workers(joined.executor)
        accounts = export_many(
            records, tmp_path / "there", executor=joined.executor, jobs=joined.jobs
        )
        for number, one in enumerate(accounts):
            statuses.append(one.status)
            if number == 2:
                os.kill(killed, signal.SIGKILL)
                os.kill(stopped, signal.SIGSTOP)
            expected = here[one.record]
            assert one.result
            assert expected
            assert one.result.pdf == expected.pdf
    assert statuses == ["ok"] * 40


def bound_week(ledger: Ledger, *where: str) -> tuple[bytes, bytes]:
    """Return the sample week with a joined PDF, and its report, as a command with options makes."""
    samples = CHECKOUT / "tests" / "samples"
    issue = (samples / "week", samples / "sochi.txt", "--config", samples / "week/printkit.toml")
    made = ("--append", "insert.pdf", "-o", "week.pdf", "--report", "week.json", "--no-cache")
    assert ledger.run("digest", *issue, *made, *where).code == 0
    pdf, report = (ledger.folder / name for name in ("week.pdf", "week.json"))
    return pdf.read_bytes(), report.read_bytes()


@pytest.mark.slow
def test_a_digest_has_the_same_bytes_on_any_cluster(ledger: Ledger, tmp_path: Path) -> None:
    """The sample week has a cover, sections and pictures; the reports are equal, too."""
    text = CHECKOUT / "tests" / "samples" / "sochi.txt"
    ledger.run("export", text, "--language", "en", "-o", "insert.pdf")
    here = bound_week(ledger)
    assert len(here[0]) > 100_000
    assert bound_week(ledger, "--dask", "local", "--jobs", "3") == here
    with begun_by_hand(tmp_path, 2) as (address, _):
        assert bound_week(ledger, "--dask", address) == here


def begin_cluster_with_late_worker(folder: Path, address: str, ledger: Ledger) -> Watched:
    """Begin an export of many records; then a worker with another version of pydyf joins."""
    records = [{**PLAIN, "headline": f"Ship {n}"} for n in range(60)]
    (ledger.folder / "a.jsonl").write_text("\n".join(map(json.dumps, records)))
    run = ("export", "a.jsonl", "-d", "out", "--dask", address, "--log", "l.txt")
    begun = ledger.begin(*run, "--report", "r.json")
    while not list((ledger.folder / "out").glob("*.pdf")) and begun.is_running():
        begun.sleep(0.1)
    other = folder / "pydyf-0.0.1.dist-info"
    other.mkdir()
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: pydyf\nVersion: 0.0.1\n")
    return begun


@pytest.mark.slow
def test_a_worker_that_joins_late_with_another_version_costs_no_record(
    ledger: Ledger, tmp_path: Path
) -> None:
    """The other worker prints all records; a line on standard error names the unfit worker."""
    with begun_by_hand(tmp_path, 1) as (address, _):
        begun = begin_cluster_with_late_worker(tmp_path, address, ledger)
        with worker_with_path(address, tmp_path):
            ran = begun.wait(300)
    assert ledger.find_faults(ran, records=60, report="r.json") == []
    assert ran.code == 0
    (told,) = [one for one in ran.errors.splitlines() if "pydyf is" in one]
    assert told.startswith("worker on ")
    assert "0.0.1 on the worker; other workers print its records" in told
    assert "event=retried" in (ledger.folder / "l.txt").read_text()
