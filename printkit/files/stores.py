"""Stores behind addresses: an address goes in, a file system or an error comes out; owns fsspec."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from printkit.errors import OutputError
from printkit.files.addresses import Address, why_no_store
from printkit.files.deadlines import call_within
from printkit.text.address_secrets import hide_secrets_of
from printkit.text.characters import one_line

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

T = TypeVar("T")

_SECONDS = 60.0  # for an answer of the store
_SLOWEST = 100_000  # bytes that a slow line carries in a second
_REMEDY = "Look at the address, the network, and the keys and rights of the store."
_LONGEST = 400  # characters of a reason; some packages quote the whole answer of the store


def open_store(address: Address) -> "tuple[AbstractFileSystem, str]":
    """Return the file system of an address, and the path of the address in this file system.

    Raises:
        OutputError: the address leads to no store, or a package for such addresses is missing.
    """
    if why := why_no_store(address.full):
        raise OutputError(f"is not the address of a store: {why}", where=str(address))
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise OutputError(
            "fsspec is not installed, which reads and writes at addresses",
            where=str(address),
            remedy="Run: pip install 'printkit-press[remote]'.",
        ) from error
    # For an address whose package is missing, fsspec says which package to install.
    with translated(address, "cannot be used"):
        filesystem, path = url_to_fs(address.full)
    return filesystem, str(path).rstrip("/")


def ask_store(call: Callable[[], T], size: int = 0) -> T:
    """Return the answer of a store to a call.

    Args:
        call: asks the store.
        size: how many bytes go to the store or come from the store.

    Raises:
        TimeoutError: the store does not answer in time.
    """
    return call_within(_SECONDS + size / _SLOWEST, call)


@contextmanager
def translated(
    address: Address, fault: str, kind: type[OutputError] = OutputError
) -> Iterator[None]:
    """Turn any error of the package of a store into an OutputError.

    Args:
        address: what the error is about.
        fault: the words before the reason, as `could not be read`.
        kind: the class of the error.
    """
    try:
        yield
    # Each package has errors of its own: s3fs passes errors of botocore on, as without network.
    except Exception as error:
        told = f"{fault}: {_told_reason(error, address)}"
        raise kind(told, where=str(address), remedy=_REMEDY) from error


def _told_reason(error: Exception, address: Address) -> str:
    """Return the reason of an error of a store, on one line and without secrets."""
    if isinstance(error, TimeoutError) and not str(error):
        return "the store does not answer"
    reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
    told = one_line(hide_secrets_of(address.full, reason or type(error).__name__))
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
