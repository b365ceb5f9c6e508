"""Get the bytes of a record's pictures, within limits.

In: the address of a picture, as a hostile record may have it. Out: bytes from the record's own
folder, from a `data:` address, or from the `fetch` that the caller gave.
"""

import re
import time
from base64 import b64decode
from binascii import Error as Base64Error
from pathlib import Path
from urllib.parse import unquote_to_bytes

from printkit.edition.choices import Fetch
from printkit.pictures.decoding import UnreadableError
from printkit.pictures.folder import PictureFolder

MAX_PICTURES = 500
MAX_BYTES = 10_000_000
MAX_BYTES_OF_FILE = 50_000_000  # a camera's photograph, from the record's own folder
MAX_BYTES_TOGETHER = 200_000_000
MAX_SECONDS_FETCHING = 60.0


class NetworkOffError(OSError):
    """A picture was not fetched, because the network is off."""


class PictureSources:
    """The sources of one record's pictures, and how much was taken from them so far.

    Args:
        folder: the record's own folder; None for none.
        fetch: a function that returns the bytes of a web address; None leaves the network off.
    """

    def __init__(self, folder: Path | None, fetch: Fetch | None) -> None:
        self._folder = PictureFolder(folder) if folder else None
        self._fetch = fetch
        self._pictures = 0
        self._bytes = 0
        self._seconds_fetching = 0.0

    def read(self, src: str) -> bytes:
        """Return the bytes of a picture.

        Raises:
            UnreadableError: a data: address holds no image.
            NetworkOffError: the picture would have to be fetched, but the network is off.
            PermissionError: the address must not be read, or a limit is reached.
            OSError: the picture cannot be read or fetched.
        """
        self._pictures += 1
        if self._pictures > MAX_PICTURES:
            raise PermissionError(f"the record has more than {MAX_PICTURES} pictures")
        data = self._data(src)
        limit = MAX_BYTES_OF_FILE if is_file(src) else MAX_BYTES
        if len(data) > limit:
            raise PermissionError(f"the picture is over the limit of {limit // 10**6} MB")
        if self._bytes + len(data) > MAX_BYTES_TOGETHER:
            limit = MAX_BYTES_TOGETHER // 10**6
            raise PermissionError(f"the record's pictures are over {limit} MB together")
        self._bytes += len(data)
        return data

    def _data(self, src: str) -> bytes:
        if is_file(src):
            if self._folder is None:
                raise PermissionError("the picture is a file, but the record came without a folder")
            return self._folder.read(src, MAX_BYTES_OF_FILE)
        if src.startswith("//"):
            return self._fetched(f"https:{src}")
        match src.partition(":")[0].lower():
            case "http" | "https":
                return self._fetched(src)
            case "data":
                return _data_of_address(src)
            case other:
                raise PermissionError(f"pictures are not taken from {other[:20]}: addresses")

    def _fetched(self, url: str) -> bytes:
        if self._fetch is None:
            error = NetworkOffError("the picture was not fetched: the network is off")
            error.add_note("--fetch turns the network on")
            raise error
        if self._seconds_fetching > MAX_SECONDS_FETCHING:
            limit = f"{MAX_SECONDS_FETCHING:g} seconds"
            raise TimeoutError(f"the record's pictures took over {limit} to fetch")
        start = time.monotonic()
        try:
            data = self._fetch(url)
        finally:
            self._seconds_fetching += time.monotonic() - start
        if data is None:
            raise FileNotFoundError("there is nothing at this address")
        return data


def is_file(src: str) -> bool:
    """Return whether an address is the path of a file."""
    # One letter before the colon is a drive of Windows, and no scheme.
    return not re.match(r"//|[a-z][a-z0-9+.-]+:", src, re.IGNORECASE)


def _data_of_address(src: str) -> bytes:
    """Return the bytes that a `data:` address holds (RFC 2397)."""
    head, comma, payload = src[len("data:") :].partition(",")
    kind, *parameters = (part.strip().lower() for part in head.split(";"))
    if not comma or (kind and not kind.startswith("image/")):
        raise UnreadableError("the data: address holds no image")
    data = unquote_to_bytes(payload)
    if "base64" not in parameters:
        return data
    try:
        # b64decode refuses missing padding, and accepts too much of it.
        return b64decode(data + b"==")
    except Base64Error as error:
        raise UnreadableError("the data: address is not base64") from error
