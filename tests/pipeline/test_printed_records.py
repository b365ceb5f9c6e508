"""A record of a batch is printed and published; whatever fails is its account."""

import os
import pickle
import socket
from importlib.util import find_spec
from pathlib import Path

import pytest

from printkit.edition.limits import DEFAULTS
from printkit.edition.ticket import JobTicket
from printkit.errors import EditionError, NoSpaceError, RecordError
from printkit.files.addresses import Address
from printkit.files.remote import RemoteFolder
from printkit.pipeline.printed_records import (
    account_for_lost,
    print_record_of_batch,
    publish_on_worker,
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


def test_a_worker_publishes_as_the_client_does(printed: Account) -> None:
    """The report has the same values; the account that travels has no bytes of the PDF."""
    folder = Address("memory://as-client")
    here = publish_printed(printed, folder, "2026/a.pdf", html=True)
    there = publish_on_worker(printed, folder, "2026/a.pdf", html=True)
    assert there.to_json() == here.to_json()
    assert (there.seconds, there.memory_mb) == (printed.seconds, printed.memory_mb)
    assert printed.result
    assert there.result
    assert (there.result.pdf, there.result.markup) == (b"", "")
    assert len(pickle.dumps(there)) < len(printed.result.pdf) / 2
    store = RemoteFolder(folder)
    assert store.read("2026/a.pdf") == printed.result.pdf
    assert store.read("2026/a.html") == printed.result.markup.encode()


def test_a_store_that_fails_names_the_worker(printed: Account) -> None:
    """The error ends the run, as with a client that publishes."""
    folder = Address("memory://full")
    RemoteFolder(folder).publish(b"in the way", "2026")
    there = publish_on_worker(printed, folder, "2026/a.pdf", html=False)
    here = publish_printed(printed, folder, "2026/a.pdf", html=False)
    assert (there.status, there.result) == (here.status, None)
    assert isinstance(there.error, NoSpaceError)
    assert here.error
    assert there.error.where == f"worker on {socket.gethostname()}: {here.error.where}"
    assert there.error.problems == here.error.problems
    assert publish_on_worker(here, folder, "2026/a.pdf", html=False).error is here.error


@pytest.mark.skipif(find_spec("adlfs") is not None, reason="adlfs is installed")
def test_a_worker_without_the_package_of_the_store_ends_the_run(printed: Account) -> None:
    """A worker that fails each record at once would take all records from the others."""
    with pytest.raises(EditionError, match=r"worker on .*adlfs"):
        publish_on_worker(printed, Address("adl://box/week"), "a.pdf", html=False)
