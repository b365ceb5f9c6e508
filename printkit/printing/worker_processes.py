"""Start worker processes: takes their number and a module to preload, gives a pool of pebble's."""

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
        preload: a module that is imported once for all processes, where the system can fork
            them from a process that has the module; empty for none.
        scratch: the folder for the temporary files of all workers.
    """
    # Most runs print in this process, and need not import pebble.
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
    # This call replaces Python's own list, which holds `__main__`.
    context.set_forkserver_preload(["__main__", preload])
    return context


def _begin(scratch: str) -> None:
    """Prepare a new worker process: its temporary folder and its garbage collector."""
    tempfile.tempdir = scratch
    # Imported modules live as long as the process: frozen, they cost the collector no time.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
