"""Output folders elsewhere: an address such as `s3://bucket/week` and files go in; owns fsspec.

A file goes to the other side whole or not at all. Object stores show a new object only when all of
its bytes are there. On other stores the bytes go to a temporary object, which is then moved.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import PurePosixPath
from secrets import token_hex
from typing import TYPE_CHECKING

from printkit.errors import NoSpaceError, OutputError
from printkit.files.lack_of_space import is_lack_of_space
from printkit.text.address_secrets import hide_secrets
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

# The name of a drive of Windows is one letter, and so no scheme.
_ADDRESS = regex(r"(?P<scheme>[a-z][a-z0-9+.-]+)://.+")
_REFUSED = ("http", "https", "file", "local")
# In these stores an object is put in its place in one step, and to move an object is to copy it.
_OBJECT_STORES = {"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss", "oci"}


def is_remote(address: str) -> bool:
    """Tell whether an output is an address, such as `s3://bucket/week`, and no path."""
    return _ADDRESS.fullmatch(address) is not None


class RemoteFolder:
    """A folder behind an address.

    Args:
        address: an address that fsspec knows.

    Raises:
        OutputError: no package for such addresses is installed, nothing can be written to such
            addresses, or the store cannot be reached.
    """

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")
        found = _ADDRESS.fullmatch(address)
        self._scheme = found["scheme"] if found else ""
        self._filesystem, self._root = self._opened()

    def __str__(self) -> str:
        """Return the address without its secrets."""
        return hide_secrets(self._address)

    def publish(self, data: bytes, name: str) -> str:
        """Write a file whole; return its address, without secrets.

        Args:
            data: the bytes of the file.
            name: the name of the file, from this folder, with slashes and without `..`.

        Raises:
            OutputError: the file could not be written; an older file of this name is unchanged.
            NoSpaceError: the store is full, or can only be read.
        """
        place = self._place_of(name)
        with self._translated(name, "could not be written"):
            if self._scheme in _OBJECT_STORES:
                self._filesystem.pipe_file(place, data)
            else:
                self._move_into_place(data, place)
        return hide_secrets(f"{self._address}/{name}")

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file of this folder; None if there is no such file.

        Raises:
            OutputError: the store cannot be read.
        """
        place = self._place_of(name)
        with self._translated(name, "could not be read"):
            try:
                found: bytes = self._filesystem.cat_file(place)
            except FileNotFoundError:
                return None
        return found

    def sha256_of(self, name: str) -> str:
        """Return the SHA-256 of a file in hexadecimal; empty if there is no such file."""
        data = self.read(name)
        return "" if data is None else sha256(data).hexdigest()

    def _opened(self) -> "tuple[AbstractFileSystem, str]":
        if not self._scheme or self._scheme in _REFUSED:
            raise OutputError(
                "PDFs cannot be written to such an address",
                where=str(self),
                remedy="Give a folder, or an address such as s3://bucket/week.",
            )
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise OutputError(
                "fsspec is not installed, which writes to addresses",
                where=str(self),
                remedy="Run: pip install 'printkit-press[remote]'.",
            ) from error
        # For an address whose package is missing, fsspec says which package to install.
        with self._translated("", "cannot be used"):
            filesystem, root = url_to_fs(self._address)
        return filesystem, str(root).rstrip("/")

    def _place_of(self, name: str) -> str:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise OutputError("this name leads out of the folder", where=f"{self}: {name}")
        return f"{self._root}/{path}"

    def _move_into_place(self, data: bytes, place: str) -> None:
        folder, _, _ = place.rpartition("/")
        draft = f"{folder}/.{token_hex(8)}.part"
        self._filesystem.makedirs(folder, exist_ok=True)
        try:
            self._filesystem.pipe_file(draft, data)
            self._filesystem.mv(draft, place)
        finally:
            if self._filesystem.exists(draft):
                self._filesystem.rm_file(draft)

    @contextmanager
    def _translated(self, name: str, fault: str) -> Iterator[None]:
        """Turn any error of the package of a store into an OutputError."""
        try:
            yield
        # Each package has errors of its own: s3fs passes errors of botocore on, as without network.
        except Exception as error:
            raise self._error(name, fault, error) from error

    def _error(self, name: str, fault: str, error: Exception) -> OutputError:
        full = isinstance(error, OSError) and is_lack_of_space(error)
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        told = hide_secrets(reason or type(error).__name__)
        kind = NoSpaceError if full else OutputError
        return kind(f"{fault}: {told}", where=f"{self}/{name}".rstrip("/"))
