"""A Dask cluster: an executor for its workers, or one error that says what to do."""

import os
import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pytest

from printkit import export_many
from printkit.errors import EditionError, PressError
from printkit.printing import cluster
from printkit.printing.cluster import ClusterExecutor, open_cluster
from printkit.workers.executor_tasks import results_of
from tests.support.cluster_workers import find_workers
from tests.support.sample_records import PLAIN, TEN
from tests.support.time_limits import ends_soon
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
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{found.getsockname()[1]}"
    begin = partial(subprocess.Popen, stderr=subprocess.DEVNULL, start_new_session=True)
    dask = [sys.executable, "-m", "dask"]
    scheduler = begin([*dask, "scheduler", "--host", address, "--no-dashboard"])
    here = ["--local-directory", str(tmp_path), "--nthreads", "1", "--no-dashboard"]
    worker = begin([*dask, "worker", address, *here])
    try:
        with open_cluster(address) as joined:
            how: dict[str, Any] = {"executor": joined.executor, "jobs": joined.jobs}
            accounts = export_many(TEN, tmp_path / "out", manifest=True, **how)
            assert next(accounts).status == "ok"
            os.killpg(scheduler.pid, signal.SIGKILL)
            with pytest.raises(PressError, match="lost its workers or its scheduler"):
                list(accounts)
    finally:
        for process in (scheduler, worker):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
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
