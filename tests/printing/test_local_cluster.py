"""A cluster of this machine: its processes end with the run, and with the client."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import pytest

from printkit.errors import PressError
from printkit.files.lack_of_space import SCRATCH
from printkit.printing.cluster import open_cluster
from printkit.printing.local_cluster import open_local_cluster
from tests.support.cluster_workers import find_workers
from tests.support.worker_tasks import ENVIRONMENT, hold_pythons_lock

_CLIENT = """
import time
from printkit.printing.local_cluster import open_local_cluster
with open_local_cluster(2):
    print("started", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def living(family: list[psutil.Process]) -> list[psutil.Process]:
    """Return the processes that live."""
    return [one for one in family if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


def test_a_cluster_ends_with_its_workers_at_work(scratch: Path) -> None:
    """Dask would wait for the task; no process and no temporary file is left."""
    with open_cluster("local", 1) as joined:
        (worker,) = find_workers(joined.executor, 1)
        assert os.getsid(worker) != os.getsid(0)  # Ctrl-C in a terminal reaches a session
        busy = scratch / "busy"
        joined.executor.submit(hold_pythons_lock, str(busy))
        while not busy.exists():
            time.sleep(0.05)
        family = psutil.Process().children(recursive=True)
        assert worker in {one.pid for one in family}
    assert not [one for one in living(family) if one.pid == worker or one.ppid() == worker]
    assert [one.name for one in scratch.iterdir()] == ["busy"]


def test_temporary_files_of_workers_stand_in_the_folder_of_the_run(scratch: Path) -> None:
    """The folder goes away with the run, even if a worker was killed."""
    with open_cluster("local", 1) as joined:
        folder = joined.executor.submit(tempfile.gettempdir).result()
        assert Path(folder).parent == scratch
        assert Path(folder).name.startswith(SCRATCH)
        assert Path(folder).is_dir()
    assert not Path(folder).exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no lifeline")
def test_a_cluster_ends_with_a_client_that_is_killed(scratch: Path) -> None:
    """Nobody is left to kill the workers."""
    surroundings = {**ENVIRONMENT, "TMPDIR": str(scratch)}
    command = [sys.executable, "-c", _CLIENT]
    client = subprocess.Popen(command, stdout=subprocess.PIPE, env=surroundings)
    try:
        assert client.stdout
        assert client.stdout.readline() == b"started\n"
        family = psutil.Process(client.pid).children(recursive=True)
        assert len(family) >= 3
    finally:
        client.kill()
        client.communicate()
    end = time.monotonic() + 30
    while living(family) and time.monotonic() < end:
        time.sleep(0.05)
    assert not living(family)


@pytest.mark.parametrize(
    ("python", "told"), [("/nowhere/python", "No such file"), ("/bin/false", "the process ended")]
)
def test_a_cluster_that_does_not_start_is_told(
    scratch: Path, monkeypatch: pytest.MonkeyPatch, python: str, told: str
) -> None:
    """The reason is named, and the folder for temporary files is removed."""
    monkeypatch.setattr(sys, "executable", python)
    with (
        pytest.raises(PressError, match=f"did not start: {told}"),
        open_local_cluster(1),
    ):
        pass
    assert not list(scratch.iterdir())
