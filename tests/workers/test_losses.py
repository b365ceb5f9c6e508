"""Each loss has a code, a status, and a sentence with the limit and its setting."""

import pytest

from printkit.errors import PressError
from printkit.report import Account
from printkit.workers.channel import packed, unpacked
from printkit.workers.losses import (
    LOSSES,
    CrashError,
    LimitError,
    MemoryLimitError,
    TimeLimitError,
    UnexpectedError,
    about_pdf,
    crash_error,
    memory_error,
    processor_error,
    start_error,
    time_error,
)


def test_every_loss_is_an_error_of_a_limit_or_a_crash() -> None:
    """A caller can tell the two apart."""
    assert issubclass(TimeLimitError, LimitError)
    assert issubclass(MemoryLimitError, LimitError)
    assert not issubclass(CrashError, LimitError)


@pytest.mark.parametrize(
    ("error", "code", "status", "words"),
    [
        (time_error(60), "PK153", "timeout", ("60 seconds", "--patience")),
        (processor_error(7), "PK153", "timeout", ("7 seconds of processor time", "processor_time")),
        (memory_error(2000), "PK154", "crashed", ("2,000 MB", "--memory")),
        (crash_error("signal 11"), "PK155", "crashed", ("died (signal 11)",)),
        (start_error(120), "PK155", "crashed", ("not ready after 120 seconds", "again")),
    ],
)
def test_a_loss_tells_its_limit_and_what_to_do(
    error: PressError, code: str, status: str, words: tuple[str, ...]
) -> None:
    """The account of a record takes its status from the error."""
    account = Account.of_error("a.json", error.at("a.json"))
    assert (error.code, account.status) == (code, status)
    assert str(account.error).startswith("a.json: ")
    assert all(one in str(account.error) for one in words)


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (time_error(60), "Give a PDF with fewer pages, or raise the limit with --patience."),
        (
            processor_error(7),
            "Give a PDF with fewer pages, or raise the limit with processor_time in [limits].",
        ),
        (memory_error(2000), "Give a PDF with fewer pages, or raise the limit with --memory."),
        (crash_error("signal 11"), "Export the PDF anew: the file may be damaged."),
        (start_error(120), start_error(120).remedy),
        (UnexpectedError("failed", remedy="Report."), "Report."),
    ],
)
def test_a_loss_of_a_pdf_has_a_remedy_for_a_pdf(error: PressError, remedy: str) -> None:
    """Nobody can split the article of a PDF; the kind and the words stay as they were."""
    found = about_pdf(error)
    assert (type(found), found.problems, found.remedy) == (type(error), error.problems, remedy)


def test_a_bug_keeps_its_traceback_on_the_way_to_another_process() -> None:
    """Errors are pickled."""
    error = UnexpectedError("failed", where="a", remedy="Report.", traceback="lines")
    sent = unpacked(packed(error))
    assert isinstance(sent, UnexpectedError)
    assert (str(sent), sent.traceback, sent.code) == (str(error), "lines", "PK199")
    assert isinstance(sent, LOSSES)
