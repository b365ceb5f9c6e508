"""Records in stores: read with the network on, within the limits, and named by their addresses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFile, MemoryFileSystem

from printkit.edition.limits import Limits
from printkit.errors import RecordError
from printkit.files.addresses import Address
from printkit.readers import Reading
from printkit.readers.inputs import read_source, sources_of
from printkit.readers.record_sources import fetched
from printkit.readers.stored_records import (
    address_of_record,
    bytes_at_address,
    files_of_address,
    parts_at_address,
)
from tests.support.sample_records import PLAIN, TEN

STORE = MemoryFileSystem()


@pytest.fixture(autouse=True)
def _empty_store() -> Iterator[None]:
    MemoryFileSystem.store.clear()
    yield
    MemoryFileSystem.store.clear()


def put(name: str, *records: dict[str, Any]) -> None:
    """Put records into the store, one a line."""
    STORE.pipe_file(f"/in/{name}", "\n".join(map(json.dumps, records)).encode())


@pytest.mark.parametrize("given", ["s3://b/a.json", Path("s3://b/a.json"), "S3://b/a.json"])
def test_a_text_and_a_path_can_be_an_address(given: str | Path) -> None:
    """A `Path` has lost a slash."""
    assert str(address_of_record(given)) == "s3://b/a.json"


@pytest.mark.parametrize(
    "given",
    ["a.json", "file:///etc/passwd", "https://example.org/a.json", "zip://a::s3://b/c", b"s3://b"],
)
def test_everything_else_is_no_address_of_a_store(given: object) -> None:
    """So fsspec opens no file of this machine, and no web page."""
    assert address_of_record(given) is None


def test_without_the_network_no_store_is_asked() -> None:
    """The error says how to turn the network on."""
    put("a.json", PLAIN)
    with pytest.raises(RecordError, match="the network is off"):
        files_of_address(Address("memory://in/a.json"), fetch=False)
    (source,) = sources_of("memory://in/a.json")
    assert isinstance(source.record, RecordError)


def test_the_records_of_a_folder_are_read() -> None:
    """Names are addresses; a draft is held back, as in a folder of this machine."""
    put("a.json", PLAIN)
    put("_drafts/b.json", PLAIN)
    sources = sources_of("memory://in", fetch=True)
    found = [one for source in sources for one in read_source(fetched(source, Limits()))]
    readings = {one.where: one for one in found if isinstance(one, Reading)}
    assert readings.keys() == {"memory://in/a.json", "memory://in/_drafts/b.json"}
    assert [readings[name].article.status for name in readings] == ["withheld", "usable"]
    assert not any(one.named or one.folder for one in readings.values())


def test_large_json_lines_are_read_in_parts() -> None:
    """Each line keeps its number, and no part is much larger than a megabyte."""
    put("a.jsonl", *({**TEN[n % 10], "body": "<p>words</p>" * 20_000} for n in range(9)))
    assert len(parts_at_address(Address("memory://in/a.jsonl"))) == 3
    sources = [fetched(one, Limits()) for one in sources_of("memory://in/a.jsonl", fetch=True)]
    assert max(len(one.record) for one in sources if isinstance(one.record, bytes)) < 1_000_000
    names = [one.where for source in sources for one in read_source(source)]
    assert names == [f"memory://in/a.jsonl:{number}" for number in range(1, 10)]


def test_the_limit_holds_while_a_record_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than one byte beyond the limit comes from the store."""
    STORE.pipe_file("/in/a.json", b" " * 3_000_000)
    asked = []
    read = MemoryFile.read

    def note_and_read(file: MemoryFile, size: int = -1) -> bytes:
        asked.append(size)
        found: bytes = read(file, size)
        return found

    monkeypatch.setattr(MemoryFile, "read", note_and_read)
    with pytest.raises(RecordError, match=r"memory://in/a\.json: is over .*limits\.record_size"):
        bytes_at_address(Address("memory://in/a.json"), Limits(record_size=1))
    assert asked == [1_000_001]


def test_a_file_that_goes_away_is_the_error_of_its_record() -> None:
    """The other records are read."""
    put("a.json", PLAIN)
    put("b.json", PLAIN)
    sources = sources_of("memory://in/*.json", fetch=True)
    STORE.rm_file("/in/a.json")
    gone, kept = [read_source(fetched(one, Limits()))[0] for one in sources]
    assert isinstance(gone, RecordError)
    assert str(gone).startswith("memory://in/a.json: could not be read")
    assert isinstance(kept, Reading)


def test_an_empty_folder_is_an_error() -> None:
    """A folder without records says which endings count."""
    with pytest.raises(RecordError, match=r"memory://in: there is no record\n.*\.json"):
        files_of_address(Address("memory://in"), fetch=True)
