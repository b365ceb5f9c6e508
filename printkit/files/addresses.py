"""Addresses of stores: a text such as `s3://bucket/week` goes in, a path or an address comes out.

Only stores that stand elsewhere have an address here. fsspec also has schemes for files of this
machine, for archives and for web pages: none of these is accepted.
"""

import re
from pathlib import Path, PurePath, PurePosixPath

from printkit.errors import OutputError
from printkit.files.opening import spelt
from printkit.text.address_secrets import hide_secrets
from printkit.text.patterns import regex

# The name of a drive of Windows is one letter, and so no scheme. Before `::` stands what fsspec
# would put around the store, such as a cache.
_ADDRESS = regex(r"(?:[a-z][a-z0-9+.-]+::)*[a-z][a-z0-9+.-]+://.+", re.IGNORECASE)

OBJECT_STORES = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss", "oci"})
"""Stores that put an object in its place in one step, and that move an object by copying it."""
STORES = OBJECT_STORES | {
    "box", "dbfs", "dropbox", "ftp", "gdrive", "hdfs", "hf", "lakefs", "memory", "sftp", "smb",
    "ssh", "webhdfs",
}  # fmt: skip
"""The schemes that are accepted."""
ONLY_HERE = frozenset({"memory"})
"""The schemes of stores that no other process sees."""


class Address(PurePosixPath):
    """The address of a file or a folder in a store: `s3://bucket/week/a.pdf`.

    Names are added and taken off as with every path. `str` gives the address without its secrets,
    so that a message can show the address.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return hide_secrets(self.full)

    @property
    def full(self) -> str:
        """The address with its secrets, for the store alone."""
        scheme, _, rest = super().__str__().partition(":/")
        return f"{scheme.lower()}://{rest}"

    @property
    def scheme(self) -> str:
        """The scheme, in small letters: `s3`."""
        return self.full.partition("://")[0]


Destination = Path | Address
"""Where a file goes: a path of this machine, or an address."""


def is_remote(text: str) -> bool:
    """Tell whether a text is an address, of whatever scheme, and no path."""
    return _ADDRESS.fullmatch(text) is not None


def find_destination(given: PurePath | str) -> Destination:
    """Return the place that a user named.

    Raises:
        OutputError: the text is an address to which no file is written, such as `file:///srv`.
    """
    if isinstance(given, Address):
        return given
    # A `Path` that was made of an address has lost a slash.
    text = spelt(given) if isinstance(given, Path) else str(given)
    if not is_remote(text):
        return Path(given)
    address = Address(text)
    if why := why_no_store(text):
        raise OutputError(
            f"files are not written to such an address: {why}",
            where=hide_secrets(text),
            remedy="Give a path, or an address such as s3://bucket/week.",
        )
    return address


def why_no_store(text: str) -> str:
    """Return why an address leads to no store; empty for an address of a store."""
    scheme = text.partition("://")[0].lower()
    if "::" in text:
        return "an address within an address is not accepted"
    if scheme not in STORES:
        return f"{scheme} is none of {', '.join(sorted(STORES))}"
    if ".." in PurePosixPath(text).parts:
        return "an address has no .. in its path"
    return ""
