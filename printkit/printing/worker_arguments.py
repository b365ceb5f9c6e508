"""Worker arguments: refuse wrong values of `executor`, `jobs` and `fetch`."""

import pickle
from concurrent.futures import ProcessPoolExecutor

from printkit.errors import EditionError


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


def _can_travel(function: object) -> bool:
    """Tell whether pickle can send a function to another process; a lambda cannot be sent."""
    try:
        pickle.dumps(function)
    # pickle raises one of these, depending on the object and on the version of Python.
    except (pickle.PicklingError, AttributeError, TypeError):
        return False
    return True
