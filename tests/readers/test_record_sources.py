"""Sources of records: which values every process can read, and their names."""

from pathlib import Path

from printkit.edition.limits import Limits
from printkit.errors import RecordError
from printkit.readers.record_sources import RecordSource, fetched, is_plain_record, with_names
from tests.support.sample_records import PLAIN


class Lazy:
    """An object of a program."""


def test_only_values_that_every_process_knows_are_plain() -> None:
    """An object of a program, a deep value and a large value are read where they are."""
    assert is_plain_record(PLAIN, Limits())
    assert not is_plain_record({**PLAIN, "extra": Lazy()}, Limits())
    assert not is_plain_record({**PLAIN, "extra": [[[]]]}, Limits(record_depth=2))
    assert not is_plain_record({**PLAIN, "extra": [0] * 50}, Limits(record_values=40))


def test_a_record_without_a_name_has_its_number() -> None:
    """A mapping and a text are one record, a list is several."""
    assert list(with_names(PLAIN)) == [("record 1", PLAIN)]
    assert [name for name, _ in with_names(["a.json", PLAIN])] == ["record 1", "record 2"]


def test_a_source_is_named_as_the_user_named_the_record() -> None:
    """A file has its path, an error the place of the error; a file of this machine stays a file."""
    source = RecordSource(Path("in/a.json"))
    assert source.where == str(Path("in/a.json"))
    assert RecordSource(RecordError("is missing", where="b.json")).where == "b.json"
    assert fetched(source, Limits()) is source
