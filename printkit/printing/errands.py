"""Errands: a task goes in, with all files that the task needs; another machine gives its result.

An errand holds bytes and choices. Paths of the machine from which the errand comes are only names
in its remarks: no file is opened by such a path.
"""

import os
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import NamedTuple

from printkit.edition.choices import Fetch
from printkit.edition.ticket import JobTicket
from printkit.errors import PrintkitError
from printkit.press.engine_versions import engine_versions, refuse_other_versions
from printkit.printing.errand_paths import error_with_users_paths, with_look, with_users_paths
from printkit.printing.far_stores import THIS_WORKER
from printkit.printing.press_room import fetch_of
from printkit.themes.carried_look import CarriedLook
from printkit.workers import idle
from printkit.workers.door import at_the_door
from printkit.workers.losses import CrashError, LimitError, UnexpectedError
from printkit.workers.tasks import Workers


@dataclass(frozen=True)
class ErrandTerms:
    """The choices that all errands of a run have in common.

    Attributes:
        run: the name of the run, which no other run has.
        ticket: its limits are those of each task, and its `fetch` fetches pictures.
        versions: the versions of printkit and its engines, which every worker must have.
        trusted: do the tasks in the processes of the executor, where nothing can stop a task.
    """

    run: str
    ticket: JobTicket = field(compare=False)
    versions: Mapping[str, str] = field(compare=False)
    trusted: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class FarErrand:
    """A task that another machine does.

    Attributes:
        work: the function of the task, which stands in a module.
        arguments: the arguments of the function; records bring their pictures along.
        look: the theme and the templates.
        terms: what all errands of the run have in common.
        size: the time that the task may take, as a multiple of the patience.
        finish: takes what the work gave, and gives the result of the errand. The process of the
            executor calls this function, which may use the network. None if the result is ready.
    """

    work: Callable[..., object]
    arguments: tuple[object, ...]
    look: CarriedLook
    terms: ErrandTerms
    size: int = 1
    finish: Callable[[object], object] | None = None


class Done(NamedTuple):
    """The end of an errand.

    Attributes:
        value: what the work of the errand gave.
    """

    value: object


def do_errand(errand: FarErrand) -> Done:
    """Do an errand in a worker process of this machine, finish it here, and return the result.

    Raises:
        UnfitWorkerError: this machine has another version of printkit or of an engine.
        LimitError, CrashError, UnexpectedError: as `Workers.do`.
        PrintkitError: the work raised this error.
    """
    terms = errand.terms
    refuse_other_versions(terms.versions, engine_versions(), THIS_WORKER)
    _end_workers_with(os.getpid())
    fetch = _fetch_of_run(terms)
    limits = terms.ticket.limits
    begin = time.monotonic()
    with Workers(
        limits=limits, fetch=fetch, preload=idle.PRELOADED, trusted=terms.trusted
    ) as workers:
        try:
            made = workers.do(
                work_with_look, errand.work, errand.arguments, errand.look, size=errand.size
            )
        except (LimitError, CrashError, UnexpectedError) as error:
            error.seconds = time.monotonic() - begin
            raise
    return Done(at_the_door(errand.finish, made) if errand.finish else made)


def work_with_look(
    work: Callable[..., object], arguments: tuple[object, ...], look: CarriedLook
) -> object:
    """Do a task with a theme and templates that were brought along.

    Raises:
        PrintkitError: the work raised this error, which names files as the user does.
    """
    if not look.files:
        return work(*arguments)
    with tempfile.TemporaryDirectory() as folder:
        here = look.unpack(Path(folder).resolve())
        try:
            made = work(*(with_look(one, here) for one in arguments))
        except PrintkitError as error:
            raise error_with_users_paths(error, here.places) from error
        return with_users_paths(made, here.places)


@lru_cache(maxsize=1)
def _fetch_of_run(terms: ErrandTerms) -> Fetch | None:
    """Return the function that fetches pictures for a run, and keeps its limits in this process."""
    return fetch_of(terms.ticket)


@lru_cache(maxsize=1)
def _end_workers_with(_process: int) -> None:
    """End the workers of this process with the process: a child of multiprocessing has no atexit.

    Args:
        _process: the number of this process; a fork needs an end of its own.
    """
    Finalize(None, idle.dismiss, exitpriority=0)
