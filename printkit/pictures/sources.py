"""Get the bytes of a record's pictures, within limits.

In: the address of a picture, as a hostile record may have it. Out: bytes from the record's own
folder, from a root, from a `data:` address, or from the `fetch` that the caller gave.
"""

import time
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from printkit.edition.choices import Fetch
from printkit.edition.limits import DEFAULTS, MB, Limits, with_setting
from printkit.files.opening import read_at_most
from printkit.pictures.addresses import picture_address, scheme
from printkit.pictures.carried_files import CarriedFiles, carry_files
from printkit.pictures.decoding import UnreadableError
from printkit.pictures.folder import read_picture
from printkit.pictures.local_files import LocalFiles


class NetworkOffError(OSError):
    """A picture was not fetched, because the network is off."""


class FoundPicture(NamedTuple):
    """The bytes of a picture.

    Attributes:
        data: the bytes.
        is_file: whether the picture is a file in a folder; then its limits are larger.
    """

    data: bytes
    is_file: bool


class PictureSources:
    """The sources of one record's pictures, and how much was taken from them so far.

    Every picture is looked for in the same order, whichever part of the record names it: in the
    record's own folder, in the roots, and on the web.

    Args:
        folder: the record's own folder; None for none.
        fetch: a function that returns the bytes of a web address; None leaves the network off.
        roots: further folders, as `LocalFiles` explains.
        url: the address of the article, for relative addresses.
        chosen: a file that the user named, which is the picture at every address.
        limits: how much may be taken from the sources.
        carried: the picture files that the record brings along; None to look in the folders.
    """

    def __init__(
        self,
        folder: Path | None,
        fetch: Fetch | None,
        *,
        roots: Sequence[Path] = (),
        url: str | None = None,
        chosen: Path | None = None,
        limits: Limits = DEFAULTS,
        carried: Mapping[str, bytes | OSError] | None = None,
    ) -> None:
        self._in_folders = LocalFiles(folder, roots, url)
        self._files = self._in_folders if carried is None else CarriedFiles(carried)
        self._url, self._chosen = url, chosen
        self.limits = limits
        self._fetch = fetch
        self._sizes: dict[str, int] = {}
        self._bytes = 0
        self._pixels = 0
        self._seconds_fetching = 0.0

    def read(self, src: str) -> FoundPicture:
        """Return the bytes of a picture. A picture that is read again counts once.

        Raises:
            UnreadableError: a data: address holds no image.
            NetworkOffError: the picture would have to be fetched, but the network is off.
            PermissionError: the address must not be read, or a limit is reached.
            OSError: the picture cannot be read or fetched.
        """
        if src not in self._sizes and len(self._sizes) >= self.limits.pictures:
            told = f"the record has more than {self.limits.pictures} pictures"
            raise with_setting(PermissionError(told), "pictures")
        before = self._sizes.setdefault(src, 0)
        found = self._found(src)
        size = "picture_file_size" if found.is_file else "picture_size"
        limit = getattr(self.limits, size)
        if len(found.data) > limit * MB:
            told = f"the picture is over the limit of {limit} MB"
            raise with_setting(PermissionError(told), size)
        more = len(found.data) - before
        if self._bytes + more > self.limits.all_pictures_size * MB:
            told = f"the record's pictures are over {self.limits.all_pictures_size} MB together"
            raise with_setting(PermissionError(told), "all_pictures_size")
        self._bytes += more
        self._sizes[src] = len(found.data)
        return found

    def take_pixels(self, pixels: int) -> None:
        """Count the pixels of a picture that is going to be decoded.

        Raises:
            PermissionError: with this picture, the record's pictures have too many pixels. The
                picture does not count.
        """
        if self._pixels + pixels > self.limits.all_pictures_megapixels * 1_000_000:
            limit = f"{self.limits.all_pictures_megapixels} megapixels"
            told = f"the record's pictures are over {limit} together"
            raise with_setting(PermissionError(told), "all_pictures_megapixels")
        self._pixels += pixels

    def shown_address(self, src: str) -> str:
        """Return the web address of a picture, for readers; the address itself if it has none."""
        return picture_address(src, self._url) or src

    def carry(self, srcs: Iterable[str]) -> Mapping[str, bytes | OSError]:
        """Return the files at some addresses, so that another machine can print the record."""
        return carry_files(srcs, self._in_folders, self.limits)

    def _found(self, src: str) -> FoundPicture:
        if self._chosen:
            most = self.limits.picture_file_size * MB
            return FoundPicture(read_at_most(self._chosen, most), is_file=True)
        address = picture_address(src, self._url)
        path: Path | bytes | None = None
        notes: Sequence[str] = ()
        try:
            path = self._files.find(src)
        except OSError as error:
            if not address:
                raise
            notes = error.__notes__
        if path is not None:
            most = self.limits.picture_file_size * MB
            data = path if isinstance(path, bytes) else read_picture(path, most)
            return FoundPicture(data, is_file=True)
        try:
            return FoundPicture(self._data(src, address), is_file=False)
        except OSError as error:
            for note in notes:
                error.add_note(note)
            raise

    def _data(self, src: str, address: str) -> bytes:
        """Return the bytes that a web address leads to, or that a `data:` address holds."""
        if address:
            return self._fetched(address)
        if scheme(src) == "data":
            return _data_of_address(src)
        raise PermissionError(f"pictures are not taken from {scheme(src)[:20]}: addresses")

    def _fetched(self, url: str) -> bytes:
        if self._fetch is None:
            error = NetworkOffError("the picture was not fetched: the network is off")
            error.add_note("--fetch turns the network on")
            raise error
        if self._seconds_fetching > self.limits.all_fetches_seconds:
            limit = f"{self.limits.all_fetches_seconds:g} seconds"
            told = f"the record's pictures took over {limit} to fetch"
            raise with_setting(TimeoutError(told), "all_fetches_seconds")
        start = time.monotonic()
        try:
            data = self._fetch(url)
        finally:
            self._seconds_fetching += time.monotonic() - start
        if data is None:
            raise FileNotFoundError("there is nothing at this address")
        return data


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
