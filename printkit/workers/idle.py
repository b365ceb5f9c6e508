"""Idle workers: a process that has done its work waits here for the next run of this program.

A new process takes as long to start as WeasyPrint takes to import, so a program that prints one
article after the other keeps its workers. The workers end with the program.
"""

import atexit
import os
import threading

from printkit.edition.limits import Limits
from printkit.workers.process import WorkerProcess

PRELOADED = "printkit.pipeline.preloaded"
"""The module that imports everything that a worker of printkit needs."""

_lock = threading.Lock()
_waiting: dict[str, list[WorkerProcess]] = {}


def begin(preload: str = PRELOADED) -> None:
    """Start a process in advance, so that its imports run beside those of this process.

    Raises:
        PressError: no process can be started.
        OSError: there is no room for temporary files.
    """
    if not _waiting.get(preload):
        process = WorkerProcess(preload)
        with _lock:
            _waiting.setdefault(preload, []).append(process)


def take(preload: str, limits: Limits) -> WorkerProcess:
    """Return a process that waits, or start one.

    Args:
        preload: the module that the process has imported.
        limits: say after how much work another process is started.

    Raises:
        PressError: no process can be started.
        OSError: there is no room for temporary files.
    """
    with _lock:
        waiting = _waiting.get(preload, [])
        found = waiting.pop() if waiting else None
    if found and not found.is_worn(limits):
        return found
    if found:
        found.stop()
    return WorkerProcess(preload)


def give_back(process: WorkerProcess, preload: str, limits: Limits) -> None:
    """Let a process wait for its next work; stop a worn process, and processes beyond need."""
    if process.is_worn(limits):
        process.stop()
        return
    with _lock:
        waiting = _waiting.setdefault(preload, [])
        too_many = len(waiting) >= (os.cpu_count() or 1)
        if not too_many:
            waiting.append(process)
    if too_many:
        process.stop()


def dismiss() -> None:
    """Stop all processes that wait."""
    with _lock:
        waiting = [one for found in _waiting.values() for one in found]
        _waiting.clear()
    for process in waiting:
        process.stop()


def _forget() -> None:
    """Leave the workers to the parent: a fork of this program shares the pipes, and has no use."""
    global _lock
    _lock = threading.Lock()
    _waiting.clear()


atexit.register(dismiss)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
