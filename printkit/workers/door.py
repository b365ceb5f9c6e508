"""The door of a worker: the only place that catches every error of the work.

An error that printkit does not know becomes an UnexpectedError of the record, and ends no run.
"""

import traceback
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from printkit.errors import PrintkitError
from printkit.workers.losses import UnexpectedError

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")


def at_the_door(work: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
    """Return the result of work.

    Raises:
        PrintkitError: the work raised this error.
        UnexpectedError: the work raised any other error, such as a RecursionError.
        MemoryError: the work had no memory.
    """
    try:
        return work(*arguments)
    except PrintkitError:
        raise
    except MemoryError:
        raise
    except Exception as error:
        raise unexpected(error) from error


def unexpected(error: Exception) -> UnexpectedError:
    """Return the error that stands for a bug."""
    return UnexpectedError(
        f"printkit failed with {type(error).__name__}, which is a bug",
        remedy="Please report the bug with the record; --debug FILE writes the details to a file.",
        traceback="".join(traceback.format_exception(error)),
    )
