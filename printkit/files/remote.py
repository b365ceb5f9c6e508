"""Folders in stores: an address such as `s3://bucket/week` and files go in.

A file goes to the other side whole or not at all. Object stores show a new object only when all of
its bytes are there. On other stores the bytes go to a temporary object, which is then moved.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePosixPath
from secrets import token_hex

from printkit.errors import NoSpaceError, OutputError
from printkit.files.addresses import OBJECT_STORES, Address, find_destination
from printkit.files.stores import ask_store, open_store, translated


class RemoteFolder:
    """A folder behind an address.

    Args:
        address: an address of one of the schemes in `addresses.STORES`.

    Raises:
        OutputError: no package for such addresses is installed, nothing can be written to such
            addresses, or the store cannot be reached.
    """

    def __init__(self, address: Address | str) -> None:
        place = find_destination(address)
        if not isinstance(place, Address):
            raise OutputError("is no address", where=str(place))
        self.address = place
        self._filesystem, self._root = open_store(place)

    def __str__(self) -> str:
        """Return the address without its secrets."""
        return str(self.address)

    def publish(self, data: bytes, name: str) -> str:
        """Write a file whole; return its address, without secrets.

        Args:
            data: the bytes of the file.
            name: the name of the file, from this folder, with slashes and without `..`.

        Raises:
            NoSpaceError: the store does not take the file, and so would take no other; an older
                file of this name is unchanged.
        """
        self._publish(name, len(data), lambda place: self._filesystem.pipe_file(place, data))
        return str(self.address / name)

    def publish_file(self, path: Path, name: str) -> None:
        """Write a file of this machine whole; the arguments and errors are as in `publish`."""
        size = path.stat().st_size
        self._publish(name, size, lambda place: self._filesystem.put_file(str(path), place))

    def create(self, data: bytes, name: str) -> bool:
        """Write a small file that does not exist; return False if there is such a file.

        Raises:
            NoSpaceError: the store does not take the file.
        """
        place = self._place_of(name)
        with translated(self.address / name, "could not be written", NoSpaceError):
            self._make_folder_of(place)
            try:
                ask_store(lambda: self._filesystem.pipe_file(place, data, mode="create"))
            except FileExistsError:
                return False
        return True

    def read(self, name: str, most: int | None = None) -> bytes | None:
        """Return the bytes of a file of this folder; None if there is no such file.

        Args:
            name: as in `publish`.
            most: read only the first `most` + 1 bytes; None for all.

        Raises:
            OutputError: the store cannot be read.
        """
        place = self._place_of(name)
        with translated(self.address / name, "could not be read"):
            try:
                return ask_store(lambda: self._read(place, most))
            except FileNotFoundError:
                return None

    def fetch_file(self, name: str, path: Path) -> bool:
        """Copy a file of this folder to a file of this machine; return False if there is none.

        Raises:
            OutputError: the store cannot be read.
        """
        data = self.read(name)
        if data is not None:
            path.write_bytes(data)
        return data is not None

    def sha256_of(self, name: str) -> str:
        """Return the SHA-256 of a file in hexadecimal; empty if there is no such file."""
        data = self.read(name)
        return "" if data is None else sha256(data).hexdigest()

    def remove(self, name: str) -> None:
        """Remove a file.

        Raises:
            OutputError: the file cannot be removed.
        """
        with translated(self.address / name, "could not be removed"):
            ask_store(lambda: self._filesystem.rm_file(self._place_of(name)))

    def refuse_missing_bucket(self) -> None:
        """Refuse an address whose bucket is missing, before the work for a file is done.

        A bucket that may not be looked at is no error: writing to the bucket may be allowed.

        Raises:
            OutputError: there is no such bucket, or the store does not answer.
        """
        bucket = self._root.partition("/")[0]
        if self.address.scheme not in OBJECT_STORES or not bucket:
            return
        with translated(self.address, "cannot be used"):
            is_there = ask_store(lambda: self._has_bucket(bucket))
        if not is_there:
            raise OutputError(
                f"the store has no bucket {bucket}",
                where=str(self),
                remedy="Make the bucket first, or mend the address.",
            )

    def _has_bucket(self, bucket: str) -> bool:
        try:
            self._filesystem.info(bucket)
        except FileNotFoundError:
            return False
        except PermissionError:
            return True
        return True

    def _place_of(self, name: str) -> str:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise OutputError("this name leads out of the folder", where=f"{self}: {name}")
        return f"{self._root}/{path}"

    def _publish(self, name: str, size: int, write: Callable[[str], object]) -> None:
        place = self._place_of(name)
        with translated(self.address / name, "could not be written", NoSpaceError):
            if self.address.scheme in OBJECT_STORES:
                ask_store(lambda: write(place), size)
            else:
                ask_store(lambda: self._move_into_place(write, place), size)

    def _move_into_place(self, write: Callable[[str], object], place: str) -> None:
        folder, _, _ = place.rpartition("/")
        draft = f"{folder}/.{token_hex(8)}.part"
        self._filesystem.makedirs(folder, exist_ok=True)
        try:
            write(draft)
            self._filesystem.mv(draft, place)
        finally:
            if self._filesystem.exists(draft):
                self._filesystem.rm_file(draft)

    def _read(self, place: str, most: int | None) -> bytes:
        if most is None:
            whole: bytes = self._filesystem.cat_file(place)
            return whole
        with self._filesystem.open(place, "rb", cache_type="none") as file:
            begin: bytes = file.read(most + 1)
        return begin

    def _make_folder_of(self, place: str) -> None:
        if self.address.scheme not in OBJECT_STORES:
            folder, _, _ = place.rpartition("/")
            ask_store(lambda: self._filesystem.makedirs(folder, exist_ok=True))
