"""Worker arguments: refuse wrong values of `executor`, `jobs` and `fetch`."""

import pickle
from concurrent.futures import ProcessPoolExecutor

from printkit.errors import EditionError


def refuse_wrong_workers(executor: object, jobs: object, fetch: object) -> None:
    """Refuse wrong workers before anything is read.

    Args:
        executor: a `concurrent.futures.Executor`, or None.
        jobs: how many processes print, or None.
        fetch: the function that fetches pictures, or a switch.

    Raises:
        EditionError: a value is wrong, or other processes are to call a function that they
            cannot be sent; the error names every problem.
    """
    problems = []
    elsewhere = isinstance(executor, ProcessPoolExecutor) or (type(jobs) is int and jobs > 1)
    if callable(fetch) and elsewhere and not _can_travel(fetch):
        problems.append(
            "fetch is a function that cannot be sent to another process; define the function in"
            " a module, or print in this process"
        )
    if jobs is not None and (type(jobs) is not int or jobs < 1):
        problems.append(f"jobs is {jobs!r}; it is a whole number from 1, or None")
    if executor is not None and not callable(getattr(executor, "submit", None)):
        problems.append(f"executor is {executor!r}; it is a concurrent.futures.Executor, or None")
    if problems:
        raise EditionError(*problems)


def _can_travel(function: object) -> bool:
    """Tell whether pickle can send a function to another process; a lambda it cannot."""
    try:
        pickle.dumps(function)
    # Which of these pickle raises depends on the object and on the version of Python.
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True
