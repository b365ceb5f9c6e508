"""A Dask cluster on this machine: a number of workers goes in, the scheduler's address comes out.

Scheduler and workers are processes of a session of their own, so that Ctrl-C in a terminal reaches
the client alone. A run kills these processes at its end: Dask waits seconds for workers at work.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, cast

from printkit.errors import PressError
from printkit.files.lack_of_space import scratch_error
from printkit.files.scratch import open_scratch_folder
from printkit.workers.held_signals import release_signals
from printkit.workers.lifeline import Lifeline, end_with

if TYPE_CHECKING:
    import psutil

SETTINGS: Mapping[str, object] = {
    # With a task that kills its worker each time: after so many further tries, the task is lost.
    "distributed.scheduler.allowed-failures": 3,
    # A worker that was stopped tells nothing; the default of five minutes holds up the run.
    "distributed.scheduler.worker-ttl": "30 seconds",
    # Pictures travel with their records.
    "distributed.admin.large-graph-warning-threshold": "1 TB",
}
"""Settings of Dask for a scheduler on this machine. A scheduler elsewhere has settings of its own.
"""
_SCRIPT = """
import sys
from printkit.printing.local_cluster import run_cluster
run_cluster(*sys.argv[1:])
"""
_STARTING = 120.0  # seconds
_ENDING = 2.0  # seconds for processes to be gone after they were killed
_BETWEEN = 0.01  # seconds


@contextmanager
def open_local_cluster(jobs: int) -> Iterator[str]:
    """Start a scheduler and workers; yield the address of the scheduler, and kill all afterwards.

    Args:
        jobs: the number of workers.

    Raises:
        PressError: the cluster did not start.
        NoSpaceError: there is no room for temporary files.
    """
    with open_scratch_folder() as scratch, ExitStack() as ending:
        lifeline = Lifeline()
        ending.callback(lifeline.cut)
        errors = ending.enter_context(_error_file(scratch))
        with lifeline.handed_over() as given:
            started = _start(jobs, scratch, errors, given)
            ending.callback(_end, started)
        yield _address_of(started, errors)


def run_cluster(jobs: str, folder: str, *lifeline: str) -> None:
    """Be the scheduler, start workers, print the address, and wait for the end.

    Args:
        jobs: the number of workers.
        folder: the folder for temporary files.
        lifeline: the number of the pipe that ends with the client; nothing on Windows.
    """
    for pipe in lifeline:
        end_with(int(pipe))
    release_signals()  # the client may have held them when it started this process
    import dask
    from distributed import LocalCluster

    # Without an address, the pages for a browser listen on all networks.
    own = "127.0.0.1:0"
    with (
        dask.config.set({**SETTINGS, "temporary-directory": folder}),
        LocalCluster(
            n_workers=int(jobs),
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=own,
            worker_dashboard_address=own,
            scheduler_kwargs={"dashboard": False},
            memory_limit=0,  # the limits of the run hold for the processes that print
        ) as cluster,
    ):
        sys.stdout.write(f"{cluster.scheduler_address}\n")
        sys.stdout.flush()
        threading.Event().wait()


def _error_file(scratch: Path) -> IO[bytes]:
    """Return a file for the words of a cluster that does not start."""
    try:
        return TemporaryFile(dir=scratch)
    except OSError as error:
        raise scratch_error(error) from error


def _start(
    jobs: int, scratch: Path, errors: IO[bytes], given: tuple[int, ...]
) -> "subprocess.Popen[bytes]":
    # -P: Python must not import modules from the current folder, which strangers may write to.
    command = [sys.executable, "-P", "-c", _SCRIPT, str(jobs), str(scratch)]
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        return subprocess.Popen(  # noqa: S603  a fixed command
            [*command, *map(str, given)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": path, "TMPDIR": str(scratch)},
            start_new_session=True,
            pass_fds=given,
        )
    except OSError as error:
        raise _not_started(error.strerror or str(error)) from error


def _address_of(started: "subprocess.Popen[bytes]", errors: IO[bytes]) -> str:
    """Wait until the cluster has started; return the address of its scheduler."""
    timer = threading.Timer(_STARTING, started.kill)
    timer.daemon = True
    timer.start()
    try:
        address = cast("IO[bytes]", started.stdout).readline().decode().strip()
    finally:
        timer.cancel()
    if not address:
        errors.seek(0)
        told = errors.read().decode(errors="replace").strip().splitlines()
        raise _not_started(told[-1] if told else "the process ended")
    return address


def _not_started(reason: str) -> PressError:
    return PressError(
        f"the cluster of this machine did not start: {reason}",
        remedy="Print with fewer workers, or without --dask.",
    )


def _end(started: "subprocess.Popen[bytes]") -> None:
    """Kill the cluster and all that its workers started, and wait until all are gone."""
    import psutil  # Dask brings psutil along

    family: list[psutil.Process] = []
    with suppress(psutil.NoSuchProcess):
        family = psutil.Process(started.pid).children(recursive=True)
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            started.kill()
        else:
            os.killpg(started.pid, signal.SIGKILL)
    started.wait()
    cast("IO[bytes]", started.stdout).close()
    end = time.monotonic() + _ENDING
    while any(map(_is_alive, family)) and time.monotonic() < end:
        time.sleep(_BETWEEN)


def _is_alive(process: "psutil.Process") -> bool:
    import psutil

    try:
        # In a container whose first process reaps no children, dead processes stay as zombies.
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
