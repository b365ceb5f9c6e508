"""A Dask cluster: an executor for its workers, or one error that says what to do."""

import os
import signal
import socket
from concurrent.futures import Executor
from pathlib import Path

import pytest

from printkit import export_many
from printkit.errors import EditionError
from printkit.printing import cluster
from printkit.printing.cluster import open_cluster
from tests.support.sample_records import PLAIN
from tests.support.worker_tasks import slept_process


def test_no_scheduler_is_told_with_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends with one sentence and no traceback."""
    monkeypatch.setattr(cluster, "_CONNECTING", 1)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(EditionError, match="no Dask scheduler answers") as caught:
            open_cluster(address).__enter__()
    assert caught.value.where == address


def find_workers(executor: Executor) -> set[int]:
    """Return the processes of three workers of one thread, which sleep at the same time."""
    found: set[int] = set()
    while len(found) < 3:
        naps = [executor.submit(slept_process, 0.5) for _ in range(3)]
        found |= {nap.result() for nap in naps}
    return found


@pytest.mark.slow
def test_lost_workers_cost_no_record(tmp_path: Path) -> None:
    """One worker is killed and one stands still: each record has its account and its bytes."""
    records = [{**PLAIN, "headline": f"Ship {n}", "id": str(n)} for n in range(40)]
    here = {one.record: one.result for one in export_many(records, tmp_path / "here")}
    statuses = []
    with open_cluster("local", 3) as joined:
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
