"""Start worker processes: takes their number and a module to preload, gives a pool of pebble."""

import gc
import multiprocessing
import tempfile
from multiprocessing.context import BaseContext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pebble import ProcessPool


def open_pool(jobs: int, preload: str, scratch: str) -> "ProcessPool":
    """Return a pool of worker processes, which start with their first task.

    Args:
        jobs: the number of processes.
        preload: a module for all processes. On systems with a fork server, the server imports the
            module once and the processes are forked from it. Empty for no module.
        scratch: the folder for the temporary files of all workers.
    """
    # Most runs print in this process and do not need pebble, so import it only here.
    from pebble import ProcessPool

    return ProcessPool(
        max_workers=jobs,
        context=_start_method(preload),
        initializer=_begin,
        initargs=(scratch,),
    )


def _start_method(preload: str) -> BaseContext:
    """Return how processes are started: forked from a server process, or spawned.

    Forking this process is unsafe: WeasyPrint's libraries start threads.
    """
    # Windows has no fork server.
    if not preload or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    # This call replaces Python's own list, so the list must name `__main__` again.
    context.set_forkserver_preload(["__main__", preload])
    return context


def _begin(scratch: str) -> None:
    """Prepare a new worker process: its temporary folder and its garbage collector."""
    tempfile.tempdir = scratch
    # Imported modules live as long as the process. After `freeze`, the collector skips them.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
