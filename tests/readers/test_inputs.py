"""Records as a caller gives them: each record becomes readings, or an error in its place."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from printkit import digest, export, export_many
from printkit.errors import RecordError
from printkit.pipeline.checking import check
from printkit.readers import Reading
from printkit.readers.inputs import read_all, read_one, read_record
from printkit.readers.record_sources import Record
from tests.support.sample_records import PLAIN
from tests.support.time_limits import ends_soon

BROKEN = {"headline": "A ship is lost at sea"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one good record and one broken record."""
    (tmp_path / "a.json").write_text(json.dumps(PLAIN))
    (tmp_path / "b.json").write_text("{")
    return tmp_path


def test_a_record_may_be_given_in_any_form(folder: Path) -> None:
    """A record is a mapping, bytes, a path, a path as text, an article, or a `Reading`."""
    (given,) = read_record(PLAIN, "by name")
    assert isinstance(given, Reading)
    forms: list[tuple[Record, str]] = [
        (json.dumps(PLAIN).encode(), "by name"),
        (folder / "a.json", str(folder / "a.json")),
        (str(folder / "a.json"), str(folder / "a.json")),
        (given.article, "by name"),
        (given, "by name"),
    ]
    for record, where in forms:
        (reading,) = read_record(record, "by name")
        assert isinstance(reading, Reading)
        assert (reading.article, reading.where) == (given.article, where)


def test_reading_never_raises_for_a_record(folder: Path) -> None:
    """An error takes the place of an article that cannot be read."""
    good, bad = read_record(folder)
    assert isinstance(good, Reading)
    assert good.article.headline == PLAIN["headline"]
    assert isinstance(bad, RecordError)
    assert isinstance(read_record(folder / "none.json")[0], RecordError)
    assert read_record(bad) == (bad,)
    (broken,) = read_record(BROKEN, "the record")
    assert isinstance(broken, RecordError)
    assert broken.where == "the record"


def test_records_without_names_are_numbered(folder: Path) -> None:
    """A file has its own name, and takes a number all the same; one record needs no list."""
    records: list[Record] = [PLAIN, folder / "a.json", json.dumps(PLAIN).encode()]
    found = read_all(iter(records))
    assert [one.where for one in found] == ["record 1", str(folder / "a.json"), "record 3"]
    for alone in (PLAIN, json.dumps(PLAIN).encode(), str(folder / "a.json")):
        assert len(read_all(alone)) == 1


def test_where_one_article_is_wanted_there_is_one(folder: Path) -> None:
    """The error has the number of articles, or the reason why a record cannot be read."""
    assert read_one(PLAIN, "a").where == "a"
    assert read_one(folder / "a.json").where == str(folder / "a.json")
    with pytest.raises(RecordError, match="holds 2 articles, but one article is wanted") as caught:
        read_one(folder)
    assert caught.value.where == str(folder)
    with pytest.raises(RecordError, match="JSON"):
        read_one(folder / "b.json")


def endless_record() -> dict[str, object]:
    """Return a record that holds itself."""
    record: dict[str, object] = dict(PLAIN)
    record["extra"] = record
    return record


def doubled_record() -> dict[str, object]:
    """Return a record whose lists hold the same list twice, thirty levels deep."""
    doubled: list[object] = []
    for _ in range(30):
        doubled = [doubled, doubled]
    return {**PLAIN, "extra": doubled}


def deep_record() -> dict[str, object]:
    """Return a record that is nested so deep that no process can send it to another."""
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    return {**PLAIN, "extra": deep}


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        (endless_record, "is nested deeper than 100 levels (limits.record_depth)"),
        (doubled_record, "holds more than 20,000 values (limits.record_values)"),
        (deep_record, "is nested deeper than 100 levels (limits.record_depth)"),
    ],
)
def test_a_record_without_end_is_refused_by_every_route(
    record: Callable[[], dict[str, object]], problem: str, tmp_path: Path
) -> None:
    """The next record is printed."""
    with ends_soon():
        with pytest.raises(RecordError, match=re.escape(problem)):
            export(record(), tmp_path / "a.pdf", trusted=True)
        accounts = list(export_many([record(), PLAIN], tmp_path, trusted=True))
        assert [one.status for one in accounts] == ["failed", "ok"]
        assert problem in str(accounts[0].error)
        assert problem in str(next(check(record(), trusted=True)).error)
        made = digest([record(), PLAIN], title="T", trusted=True)
        assert sorted(one.status for one in made.accounts) == ["ok", "refused"]
