"""A run lists its records before it prints: names of files, hashes, and sources that are lost."""

import json
from pathlib import Path

from printkit.article.output_patterns import NUMBER_MARK, OutputPattern
from printkit.edition.limits import Limits
from printkit.edition.ticket import JobTicket
from printkit.pipeline.listing import list_records_of
from printkit.printing.press_room import open_press_room
from printkit.readers.record_sources import RecordSource
from tests.support.sample_records import BROKEN, PLAIN


def test_good_and_broken_records_are_listed_in_order(tmp_path: Path) -> None:
    """A broken record has no name; each record has a hash of its own."""
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, [PLAIN, BROKEN, {**PLAIN, "body": "<p>B</p>"}])))
    with open_press_room(JobTicket()) as workers:
        ((source, records),) = list_records_of([RecordSource(path)], None, workers, ())
    assert source.record == path
    assert [one.where for one in records] == [f"{path}:{number}" for number in (1, 2, 3)]
    assert [bool(one.name) for one in records] == [True, False, True]
    assert len({one.sha256 for one in records}) == 3


def test_a_pattern_leaves_a_mark_for_the_number() -> None:
    """The worker that names a record does not know its place in the run."""
    with open_press_room(JobTicket()) as workers:
        pattern = OutputPattern("{number}-{slug}.pdf")
        ((_, (record,)),) = list_records_of([RecordSource(PLAIN, "a")], pattern, workers)
    assert record.name
    assert record.name.name == f"{NUMBER_MARK}-harbour-opens-after-forty-years.pdf"


def test_a_source_that_was_lost_is_not_read_again() -> None:
    """The error of the loss takes the place of the source."""
    with open_press_room(JobTicket(limits=Limits(memory=300))) as workers:
        huge = json.dumps({**PLAIN, "extra": "x" * 60_000_000}).encode()
        (found,) = list_records_of([RecordSource(huge, "a")], None, workers)
    assert found.source.is_read
    (record,) = found.records
    assert (record.where, record.name) == ("a", None)


def test_only_files_that_a_record_names_count_in_its_hash(tmp_path: Path) -> None:
    """Other files of its folder change while the run goes on: reports, logs, outputs."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps({**PLAIN, "body": "<p>B</p><img src=pics/quay%201.png>"}))
    (tmp_path / "pics").mkdir()
    with open_press_room(JobTicket()) as workers:

        def own_hash() -> str:
            ((_, (record,)),) = list_records_of([RecordSource(path)], None, workers, ())
            return record.sha256

        first = own_hash()
        (tmp_path / "report").write_text("x")
        assert own_hash() == first
        (tmp_path / "pics" / "quay 1.png").write_bytes(b"x")
        assert own_hash() != first
