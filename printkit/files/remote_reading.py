"""Files in stores that are read: an address goes in, addresses of files or their bytes come out."""

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeVar

from printkit.files.addresses import Address
from printkit.files.stores import ask_store, open_store, translated

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

T = TypeVar("T")

_SIGNS = frozenset("*?[")  # a name with one of these signs stands for several files
_FAULT = "could not be read"


class StoredFiles(NamedTuple):
    """The files that an address stands for.

    Attributes:
        files: the address of each file, sorted.
        named: True if the user named the files; False if the user named their folder.
    """

    files: tuple[Address, ...]
    named: bool


def list_stored_files(address: Address, suffixes: Sequence[str]) -> StoredFiles:
    """Return the files that an address stands for; none if nothing is there.

    An address stands for one file; with `*`, `?` or `[…]` for all files that have such a name; or
    for a folder, of which the files with certain endings count, without hidden files.

    Args:
        address: a file, several files or a folder.
        suffixes: the endings of files in a folder, in small letters.

    Raises:
        OutputError: the store cannot be read.
    """
    filesystem, path = open_store(address)
    top = fixed_folder(address)
    with translated(address, _FAULT):
        if ask_store(lambda: _is_file(filesystem, path)):
            return StoredFiles((address,), named=True)
        _, root = open_store(top)
        if top != address:
            found = ask_store(lambda: filesystem.glob(path, detail=True))
            names = [name for name, about in found.items() if about["type"] == "file"]
        else:
            names = ask_store(lambda: filesystem.find(path))
    below = sorted(name.removeprefix(root).strip("/") for name in names)
    if top == address:
        below = [name for name in below if _is_wanted(PurePosixPath(name), suffixes)]
    return StoredFiles(tuple(top / name for name in below), named=top != address)


def read_stored_file(address: Address, most: int, begin: int = 0) -> bytes:
    """Return bytes of a file: at most `most` + 1, so that the caller sees if there are more.

    Args:
        address: the file.
        most: the number of bytes that are wanted.
        begin: the place of the first byte.

    Raises:
        OutputError: there is no such file, or the store cannot be read.
    """

    def read(file: BinaryIO) -> bytes:
        file.seek(begin)
        return file.read(most + 1)

    return scan_stored_file(address, read, most)


def scan_stored_file(address: Address, scan: Callable[[BinaryIO], T], most: int = 0) -> T:
    """Return what a function makes of an open file.

    Args:
        address: the file.
        scan: reads the file, which has only a few blocks in memory.
        most: how many bytes the function reads; 0 for the whole file.

    Raises:
        OutputError: there is no such file, or the store cannot be read.
    """
    filesystem, path = open_store(address)

    def opened() -> T:
        cache = "none" if most else "readahead"
        with filesystem.open(path, "rb", cache_type=cache) as file:
            return scan(file)

    with translated(address, _FAULT):
        return ask_store(opened, most or size_of_stored_file(address))


def size_of_stored_file(address: Address) -> int:
    """Return the number of bytes of a file.

    Raises:
        OutputError: there is no such file, or the store cannot be read.
    """
    filesystem, path = open_store(address)
    with translated(address, _FAULT):
        return int(ask_store(lambda: filesystem.info(path))["size"] or 0)


def fixed_folder(address: Address) -> Address:
    """Return the longest part of an address that has no sign of a pattern."""
    return next(one for one in (address, *address.parents) if _SIGNS.isdisjoint(one.full))


def _is_file(filesystem: "AbstractFileSystem", path: str) -> bool:
    try:
        return bool(filesystem.info(path)["type"] == "file")
    except FileNotFoundError:
        return False


def _is_wanted(path: PurePosixPath, suffixes: Sequence[str]) -> bool:
    is_hidden = any(part.startswith(".") for part in path.parts)
    return not is_hidden and path.suffix.lower() in suffixes
