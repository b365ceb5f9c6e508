"""A record of a batch is printed and published; whatever fails is its account."""

import os
import pickle
from pathlib import Path

import pytest

from printkit.edition.limits import DEFAULTS
from printkit.edition.ticket import JobTicket
from printkit.errors import RecordError
from printkit.pipeline.printed_records import (
    account_for_lost,
    print_record_of_batch,
    publish_printed,
)
from printkit.printing.reading import lost_record
from printkit.readers.inputs import read_one
from printkit.readers.record_sources import RecordSource
from printkit.report import Account
from printkit.workers.losses import time_error
from tests.support.sample_records import PLAIN


@pytest.fixture(scope="module")
def printed() -> Account:
    """Return the account of the plain record, printed in this process."""
    return print_record_of_batch(read_one(PLAIN, "a"), JobTicket())


def test_an_account_has_time_and_memory(printed: Account) -> None:
    """An error has its time, too."""
    assert printed.status == "ok"
    assert (printed.seconds or 0) > 0
    if Path("/proc/self/status").exists():
        assert (printed.memory_mb or 0) > 20
    failed = print_record_of_batch(RecordError("bad", where="b"), JobTicket())
    assert (failed.record, failed.status) == ("b", "failed")
    assert failed.seconds is not None


def test_a_lost_record_has_the_time_until_it_was_stopped() -> None:
    """The account names the record and its limit."""
    error = time_error(3)
    error.seconds = 3.25
    account = account_for_lost(error, read_one(PLAIN, "a"), JobTicket())
    assert (account.record, account.status, account.seconds) == ("a", "timeout", 3.25)


def test_files_go_into_the_folders_of_the_name(printed: Account, tmp_path: Path) -> None:
    """The HTML stands beside the PDF."""
    done = publish_printed(printed, tmp_path, "2026/a.pdf", html=True)
    assert done.result
    assert done.result.path == tmp_path / "2026" / "a.pdf"
    assert (tmp_path / "2026" / "a.pdf").read_bytes() == done.result.pdf
    assert (tmp_path / "2026" / "a.html").read_text().startswith("<!doctype html>")


def test_a_file_that_cannot_be_written_is_an_error_of_the_record(
    printed: Account, tmp_path: Path
) -> None:
    """The account keeps its time."""
    (tmp_path / "a.pdf").mkdir()
    done = publish_printed(printed, tmp_path, "a.pdf", html=False)
    assert (done.status, done.result, done.seconds) == ("failed", None, printed.seconds)


def test_a_record_that_nobody_expected_is_not_called_printed(
    printed: Account, tmp_path: Path
) -> None:
    """A record that could not be read at first has no name of a file."""
    done = publish_printed(printed, tmp_path, "", html=False)
    assert done.status == "failed"
    assert "changed while the run went on" in str(done.error)
    assert not os.listdir(tmp_path)  # noqa: PTH208


def test_a_record_that_was_killed_while_it_was_read_has_the_time_of_the_reading() -> None:
    """The memory is unknown: the process is gone."""
    error = time_error(3)
    error.seconds = 3.5
    lost = lost_record(error, RecordSource(PLAIN, "a"), DEFAULTS)
    account = print_record_of_batch(pickle.loads(pickle.dumps(lost)), JobTicket())  # noqa: S301
    assert account.status == "timeout"
    assert (account.seconds or 0) >= 3.5
    assert account.memory_mb is None
