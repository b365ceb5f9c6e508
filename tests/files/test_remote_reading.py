"""Files in stores that are read: names, patterns and folders; no more bytes than are wanted."""

from collections.abc import Iterator

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from printkit.errors import OutputError
from printkit.files.addresses import Address
from printkit.files.remote_reading import (
    fixed_folder,
    list_stored_files,
    read_stored_file,
    scan_stored_file,
    size_of_stored_file,
)


@pytest.fixture(autouse=True)
def _store() -> Iterator[None]:
    MemoryFileSystem.store.clear()
    store = MemoryFileSystem()
    names = ("b.json", "a.JSON", "c.pdf", "d/e.json", "d/.f.json", ".g/h.json", "[i].json")
    for name in names:
        store.pipe_file(f"/in/{name}", b"0123456789")
    yield
    MemoryFileSystem.store.clear()


@pytest.mark.parametrize(
    ("address", "files", "named"),
    [
        ("memory://in/c.pdf", ["c.pdf"], True),
        ("memory://in/[i].json", ["[i].json"], True),
        ("memory://in/[ab].*", ["a.JSON", "b.json"], True),
        ("memory://in/*/*.json", ["d/e.json"], True),
        ("memory://in", ["[i].json", "a.JSON", "b.json", "d/e.json"], False),
        ("memory://in/d/", ["d/e.json"], False),
        ("memory://in/none.json", [], False),
        ("memory://none", [], False),
        ("memory://in/x*", [], True),
    ],
)
def test_an_address_stands_for_files(address: str, files: list[str], named: bool) -> None:
    """Hidden files and files of other kinds count only if they are named."""
    found = list_stored_files(Address(address), (".json",))
    shown = [str(one).removeprefix("memory://in/") for one in found.files]
    visible = [one for one in shown if "/." not in f"/{one}"]
    assert (visible, found.named) == (files, named)


def test_no_more_is_read_than_is_wanted() -> None:
    """One byte more tells that there is more."""
    address = Address("memory://in/b.json")
    assert read_stored_file(address, 3) == b"0123"
    assert read_stored_file(address, 1, 7) == b"78"
    assert read_stored_file(address, 100) == b"0123456789"
    assert scan_stored_file(address, lambda file: len(file.read())) == 10
    assert size_of_stored_file(address) == 10


def test_a_file_that_is_gone_is_an_error() -> None:
    """The error names the file."""
    with pytest.raises(OutputError, match=r"memory://in/none: could not be read"):
        read_stored_file(Address("memory://in/none"), 3)


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("s3://b/in/*.json", "s3://b/in"),
        ("s3://b/2026-??/a/b.json", "s3://b"),
        ("s3://b/in", "s3://b/in"),
    ],
)
def test_the_folder_of_a_pattern_has_no_sign(address: str, folder: str) -> None:
    """A pattern may stand in a folder, too."""
    assert fixed_folder(Address(address)) == Address(folder)
