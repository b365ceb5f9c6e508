"""Worker arguments: refuse wrong values of `executor`, `jobs`, `fetch` and `publish`."""

import pickle
from concurrent.futures import ProcessPoolExecutor

from printkit.errors import EditionError
from printkit.files.addresses import ONLY_HERE, Address, Destination

PUBLISHERS = ("client", "worker")
"""Who writes the files of a run: the machine of the run, or the worker that printed the record."""


def refuse_wrong_workers(executor: object, jobs: object, fetch: object) -> None:
    """Refuse wrong arguments on workers; callers do this before they read records.

    Args:
        executor: a `concurrent.futures.Executor`, or None.
        jobs: the number of processes that print, or None.
        fetch: a function that fetches pictures; or True or False.

    Raises:
        EditionError: a value is wrong, or `fetch` is a function that cannot be sent to another
            process; the error names every problem.
    """
    problems = []
    elsewhere = isinstance(executor, ProcessPoolExecutor) or (type(jobs) is int and jobs > 1)
    if callable(fetch) and elsewhere and not _can_travel(fetch):
        problems.append(
            "fetch is a function that cannot be sent to another process; define the function in"
            " a module, or print in this process"
        )
    if jobs is not None and (type(jobs) is not int or jobs < 1):
        problems.append(f"jobs is {jobs!r}; jobs must be a whole number from 1, or None")
    if executor is not None and not callable(getattr(executor, "submit", None)):
        problems.append(
            f"executor is {executor!r}; executor must be a concurrent.futures.Executor, or None"
        )
    if problems:
        raise EditionError(*problems)


def refuse_wrong_publisher(publish: object, executor: object, folder: Destination) -> None:
    """Refuse workers that would publish what nobody else finds; callers do this before they print.

    Args:
        publish: one of PUBLISHERS.
        executor: a `concurrent.futures.Executor`, or None.
        folder: where the files go.

    Raises:
        EditionError: there is no such publisher, no worker, or no store that all workers see.
    """
    if publish not in PUBLISHERS:
        told = " or ".join(PUBLISHERS)
        raise EditionError(f"publish is {publish!r}", remedy=f"Give {told}.")
    if publish == "worker" and executor is None:
        raise EditionError(
            "no worker can publish, because this run has no executor",
            remedy="Give an executor, or publish with the client.",
        )
    if publish == "worker":
        find_shared_folder(folder)


def find_shared_folder(folder: Destination) -> Address:
    """Return the address of a folder that workers on other machines see, too.

    Raises:
        EditionError: the folder is a path, or its store exists in one process only.
    """
    if not isinstance(folder, Address) or folder.scheme in ONLY_HERE:
        raise EditionError(
            "workers cannot publish to this folder, which only this machine sees",
            where=str(folder),
            remedy="Give the address of a store, such as s3://bucket/week, or publish with the"
            " client.",
        )
    return folder


def _can_travel(function: object) -> bool:
    """Tell whether pickle can send a function to another process; a lambda cannot be sent."""
    try:
        pickle.dumps(function)
    # pickle raises one of these, depending on the object and on the version of Python.
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True
