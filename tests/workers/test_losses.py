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
    crash_error,
    memory_error,
    processor_error,
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


def test_a_bug_keeps_its_traceback_on_the_way_to_another_process() -> None:
    """Errors are pickled."""
    error = UnexpectedError("failed", where="a", remedy="Report.", traceback="lines")
    sent = unpacked(packed(error))
    assert isinstance(sent, UnexpectedError)
    assert (str(sent), sent.traceback, sent.code) == (str(error), "lines", "PK199")
    assert isinstance(sent, LOSSES)
