"""Output folders elsewhere: files arrive whole or not at all, and errors have no secret.

A store in memory stands for the stores of the network.
"""

import errno
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from printkit.errors import NoSpaceError, OutputError
from printkit.files.remote import RemoteFolder

STORE = MemoryFileSystem()


class ObjectStore(MemoryFileSystem):  # type: ignore[misc]
    """A store whose objects cannot be moved, and that counts what is put there."""

    protocol = "s3"
    puts: "list[str]" = []  # noqa: RUF012

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return "/" + path.removeprefix("s3://").strip("/")

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **more: Any) -> None:
        """Put an object."""
        self.puts.append(path)
        super().pipe_file(path, value, mode, **more)

    def mv(self, *_: Any, **__: Any) -> None:
        """Refuse to move an object."""
        raise NotImplementedError


class StoreError(Exception):
    """An error that only one store has, as those of botocore."""


class FullStore(MemoryFileSystem):  # type: ignore[misc]
    """A store that is full after half of the bytes."""

    protocol = "smb"
    error: Exception = OSError(errno.ENOSPC, "the store refuses")

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return "/" + path.removeprefix("smb://").rpartition("@")[2].strip("/")

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **more: Any) -> None:
        """Write half of an object, and then fail."""
        super().pipe_file(path, value[: len(value) // 2], mode, **more)
        raise self.error


@pytest.fixture(autouse=True)
def _empty_store() -> Iterator[None]:
    MemoryFileSystem.store.clear()
    fsspec.register_implementation("s3", ObjectStore, clobber=True)
    fsspec.register_implementation("smb", FullStore, clobber=True)
    yield
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    ObjectStore.puts.clear()


def test_a_file_arrives_and_replaces_an_older_file() -> None:
    """No temporary object is left."""
    folder = RemoteFolder("memory://week/")
    for data in (b"old", b"%PDF new"):
        assert folder.publish(data, "news/a.pdf") == "memory://week/news/a.pdf"
    assert STORE.find("/") == ["/week/news/a.pdf"]
    assert STORE.cat_file("/week/news/a.pdf") == b"%PDF new"
    assert folder.read("news/a.pdf") == b"%PDF new"
    assert folder.read("b.pdf") is None
    assert folder.sha256_of("b.pdf") == ""
    assert folder.sha256_of("news/a.pdf").startswith("f8a283dd014f")


def test_an_object_store_gets_each_object_once() -> None:
    """Such a store shows an object only when all of its bytes are there."""
    RemoteFolder("s3://bucket/week").publish(b"%PDF", "a.pdf")
    assert ObjectStore.puts == ["/bucket/week/a.pdf"]
    assert STORE.find("/") == ["/bucket/week/a.pdf"]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "the store refuses"), NoSpaceError),
        (OSError(errno.EACCES, "the store refuses"), NoSpaceError),
        (StoreError("the store refuses"), NoSpaceError),
    ],
)
def test_a_failed_store_keeps_the_older_file_whole(
    error: Exception, kind: type[OutputError], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The half object is removed, and the error shows no password."""
    STORE.pipe_file("/week/a.pdf", b"old")
    monkeypatch.setattr(FullStore, "error", error)
    with pytest.raises(OutputError) as failed:
        RemoteFolder("smb://ana:CANARY@week").publish(b"%PDF new", "a.pdf")
    assert type(failed.value) is kind
    told = "smb://***@week/a.pdf: could not be written: the store refuses"
    assert str(failed.value).splitlines()[0] == told
    assert failed.value.remedy.startswith("Look at the address")
    assert STORE.find("/") == ["/week/a.pdf"]
    assert STORE.cat_file("/week/a.pdf") == b"old"


@pytest.mark.parametrize("name", ["../a.pdf", "/a.pdf", "b/../../a.pdf"])
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    """Nothing is written."""
    with pytest.raises(OutputError, match="this name leads out of the folder"):
        RemoteFolder("memory://week").publish(b"%PDF", name)
    assert STORE.find("/") == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://example.org/week", "files are not written to such an address: https is none"),
        ("nonesuch://week", "files are not written to such an address: nonesuch is none"),
        ("/srv/week", "is no address"),
        ("gs://bucket/week", "Please install gcsfs"),
    ],
)
def test_an_address_that_cannot_be_used_is_one_error(address: str, told: str) -> None:
    """The error says which package is missing."""
    with pytest.raises(OutputError, match=told):
        RemoteFolder(address)


def test_without_fsspec_the_error_says_how_to_install_it() -> None:
    """The package comes with the extra `remote`."""
    program = """
import sys
sys.modules["fsspec"] = None
from printkit.files.remote import RemoteFolder
try:
    RemoteFolder("memory://week")
except Exception as error:
    print(type(error).__name__, error)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout.startswith("OutputError memory://week: fsspec is not installed")
    assert "pip install 'printkit-press[remote]'" in ran.stdout
