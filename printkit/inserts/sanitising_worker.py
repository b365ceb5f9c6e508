"""Sanitise somebody else's PDF in a worker process, because a hostile PDF can crash qpdf.

In: the bytes of a PDF. Out: a `SanitisedPdf`, or an InsertError if the process died or was killed
at a limit. qpdf is native code: a hostile file can crash qpdf, or make qpdf take all memory or
time. Then the process ends, and printkit goes on.
"""

from dataclasses import replace

from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import InsertError
from printkit.inserts.sanitised_pdf import SanitisedPdf
from printkit.workers.losses import LOSSES, TimeLimitError, about_pdf
from printkit.workers.tasks import Workers

_PRELOADED = "printkit.inserts.opening"
_LATE = "Export the file anew, or raise the limit with joined_seconds in [limits]."


def sanitise_in_worker(data: bytes, limits: Limits = DEFAULTS) -> SanitisedPdf:
    """Return the sanitised file that a worker process makes.

    Raises:
        InsertError: the file was refused or was over a limit, or the process died.
    """
    # A joined PDF has a patience of its own, and the clock is to end before the processor's time.
    seconds = limits.joined_seconds
    processor = max(limits.processor_time, seconds)
    own = replace(limits, patience=seconds, processor_time=processor)
    with Workers(preload=_PRELOADED, limits=own) as workers:
        try:
            return workers.do(_sanitise, data, limits)
        except TimeLimitError as error:
            told = f"the file was not read within {limits.told('joined_seconds')}"
            raise InsertError(told, remedy=_LATE) from error
        except LOSSES as error:
            raise InsertError(*error.problems, remedy=about_pdf(error).remedy) from error


def _sanitise(data: bytes, limits: Limits) -> SanitisedPdf:
    from printkit.inserts.opening import open_and_sanitise  # qpdf stays in the worker

    return open_and_sanitise(data, limits)
