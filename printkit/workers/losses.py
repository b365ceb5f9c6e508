"""The errors of work that did not end by itself, and of bugs.

LimitError           PK152  the work took more time or memory than a limit allows
├ TimeLimitError     PK153
└ MemoryLimitError   PK154
CrashError           PK155  the process of the work died
UnexpectedError      PK199  a bug of printkit or of an engine
UnfitWorkerError     PK130  a worker of the caller's executor cannot print

The attribute `seconds` says how long the task took on the clock; None if nobody measured this.
The attribute `remedy_for_pdf` is the remedy for work on a PDF; empty if `remedy` fits all work.
"""

from typing import TypeVar

from printkit.errors import EditionError, PressError, PrintkitError

L = TypeVar("L", bound="LimitError")
E = TypeVar("E", bound=PrintkitError)


class LimitError(PressError):
    """The work was stopped at a limit of a worker process."""

    code = "PK152"
    seconds: float | None = None
    remedy_for_pdf = ""


class TimeLimitError(LimitError):
    """The work took too long, and its process was killed."""

    code = "PK153"
    status = "timeout"


class MemoryLimitError(LimitError):
    """The work needed more memory than a worker process may take."""

    code = "PK154"
    status = "crashed"


class CrashError(PressError):
    """The process of the work died, for example in native code."""

    code = "PK155"
    seconds: float | None = None
    remedy_for_pdf = ""
    status = "crashed"


class UnexpectedError(PrintkitError):
    """A bug: printkit or one of its engines raised an error that nobody expects.

    Attributes:
        traceback: the lines that Python would print, for a report of the bug.
    """

    code = "PK199"
    seconds: float | None = None

    def __init__(
        self, *problems: str, where: str = "", remedy: str = "", traceback: str = ""
    ) -> None:
        super().__init__(*problems, where=where, remedy=remedy)
        self.traceback = traceback


class UnfitWorkerError(EditionError):
    """A worker of the caller's executor has other versions, or cannot write to the store."""


LOSSES = (LimitError, CrashError, UnexpectedError)
"""The errors of a task that gave no result of its own."""


def time_error(seconds: float) -> TimeLimitError:
    """Return the error of work that took longer than so many seconds of the clock."""
    told = f"took more than {seconds:g} seconds (limits.patience), and was stopped"
    return _at_limit(TimeLimitError, told, "--patience")


def processor_error(seconds: float) -> TimeLimitError:
    """Return the error of work that took more than so many seconds of the processor."""
    told = (
        f"took more than {seconds:g} seconds of processor time (limits.processor_time), and was"
        " stopped"
    )
    return _at_limit(TimeLimitError, told, "processor_time in [limits]")


def memory_error(megabytes: int) -> MemoryLimitError:
    """Return the error of work that needed more than so many megabytes of memory."""
    told = f"needed more than {megabytes:,} MB of memory (limits.memory), and was stopped"
    return _at_limit(MemoryLimitError, told, "--memory")


def crash_error(how: str) -> CrashError:
    """Return the error of work whose process died.

    Args:
        how: how the process ended, such as `signal 11`.
    """
    error = CrashError(
        f"the process that did the work died ({how})",
        remedy="Print the record alone, and see whether the same happens again.",
    )
    error.remedy_for_pdf = "Export the PDF anew: the file may be damaged."
    return error


def start_error(seconds: float) -> CrashError:
    """Return the error of a process that was not ready after so many seconds of the clock."""
    return CrashError(
        f"the process for the work was not ready after {seconds:g} seconds, and was stopped",
        remedy="Run the command again when the machine has less to do.",
    )


def about_pdf(error: E) -> E:
    """Return the error of work on a PDF, with the remedy for a PDF."""
    told = error.at("")
    told.remedy = getattr(error, "remedy_for_pdf", "") or error.remedy
    return told


def _at_limit(kind: type[L], told: str, setting: str) -> L:
    error = kind(told, remedy=f"Split the article, or raise the limit with {setting}.")
    error.remedy_for_pdf = f"Give a PDF with fewer pages, or raise the limit with {setting}."
    return error


def is_unfit(error: BaseException | None) -> bool:
    """Tell whether a worker could not do a task that another worker may do.

    A worker without printkit, or with another printkit, may lack the function of the task.
    """
    return isinstance(error, UnfitWorkerError | ImportError | AttributeError)
