"""Begin a cluster as people do by hand, and find the worker processes of a cluster."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from functools import partial
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
    begin = partial(subprocess.Popen, stderr=subprocess.DEVNULL, start_new_session=True)
    dask = [sys.executable, "-m", "dask"]
    here = ["--local-directory", str(folder), "--nthreads", "1", "--no-dashboard"]
    begun = [begin([*dask, "scheduler", "--host", address, "--no-dashboard"])]
    begun += [begin([*dask, "worker", address, *here]) for _ in range(count)]
    try:
        yield address, begun[0].pid
    finally:
        for process in begun:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
