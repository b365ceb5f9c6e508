"""Begin a cluster as people do by hand, and find the worker processes of a cluster."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support.worker_tasks import slept_process


def find_workers(executor: Executor, count: int = 3) -> set[int]:
    """Return the processes of so many workers of one thread, which sleep at the same time."""
    found: set[int] = set()
    while len(found) < count:
        naps = [executor.submit(slept_process, 0.5) for _ in range(count)]
        found |= {nap.result() for nap in naps}
    return found


@contextmanager
def begun_by_hand(folder: Path, count: int) -> Iterator[tuple[str, int]]:
    """Return the address of a scheduler with so many workers, and the number of its process."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{found.getsockname()[1]}"
    begun = [_begin(["scheduler", "--host", address, "--no-dashboard"])]
    begun += [_begin_worker(address, folder) for _ in range(count)]
    try:
        yield address, begun[0].pid
    finally:
        _kill(begun)


@contextmanager
def worker_with_path(address: str, folder: Path) -> Iterator[None]:
    """Return a context in which a further worker finds modules and versions in a folder first."""
    worker = _begin_worker(address, folder, {**os.environ, "PYTHONPATH": str(folder)})
    try:
        yield
    finally:
        _kill([worker])


def _begin_worker(
    address: str, folder: Path, environment: dict[str, str] | None = None
) -> "subprocess.Popen[bytes]":
    here = ["--local-directory", str(folder), "--nthreads", "1", "--no-dashboard"]
    return _begin(["worker", address, *here], environment)


def _begin(
    arguments: list[str], environment: dict[str, str] | None = None
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )


def _kill(begun: "list[subprocess.Popen[bytes]]") -> None:
    for process in begun:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
