"""Records are read in workers, in their order; a record that is lost is an error in its place."""

from pathlib import Path

import printkit
from printkit.edition.limits import Limits
from printkit.errors import RecordError
from printkit.printing.reading import LostRecordError, read
from printkit.report import Account
from tests.support.sample_records import PLAIN


def test_a_record_is_read_as_in_this_process(tmp_path: Path) -> None:
    """Values, bytes and files give the same readings with a worker and without."""
    path = tmp_path / "a.txt"
    path.write_text("Ships\n\nThey come in.\n")
    for record in (PLAIN, b'{"headline": "A", "body": "B"}', path, str(path), b"\x00"):
        trusted = read(record, "r", trusted=True)
        assert [str(one) for one in read(record, "r")] == [str(one) for one in trusted]


def test_a_record_that_takes_too_long_is_an_error_in_its_place(tmp_path: Path) -> None:
    """The account has the status of the loss."""
    path = tmp_path / "a.json"
    path.write_text('{"headline": "A", "body": "' + "words " * 1_000_000 + '"}')
    (lost,) = read(path, limits=Limits(patience=0.01))
    assert isinstance(lost, LostRecordError | RecordError)
    account = Account.of_error(lost.where, lost)
    assert (account.record, account.status, lost.code) == (str(path), "timeout", "PK153")


def test_the_public_door_reads_in_a_worker() -> None:
    """A value of the caller's own class is read here, because no worker knows the class."""

    class Own(dict[str, object]):
        pass

    (found,) = printkit.read(Own(headline="A", body="B"), "own")
    assert not isinstance(found, RecordError)
    assert found.article.headline == "A"
