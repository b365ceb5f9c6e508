"""Cache on disk: bytes go in under a key, and come out under the same key. Owns platformdirs.

The key is made of everything that the bytes depend on, so no entry can be out of date.
platformdirs knows the cache folder of each operating system.

An entry is written whole or not at all, and is checked when it is read. If the cache cannot be
read or written, printkit works without it, and only takes longer.
"""

import hashlib
import os
import stat
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from printkit.files.held_files import remove_quietly
from printkit.files.opening import open_no_link
from printkit.text.patterns import regex

_HOUR = 3600.0
_ENTRY = regex(r"[a-z]{1,20}-[0-9a-f]{16,128}")
_DRAFT = regex(r"[0-9a-f]{32}\.draft")
_OURS = regex(f"{_ENTRY.pattern}|{_DRAFT.pattern}")
_CHECKSUM = 4


def key(*parts: bytes | str) -> str:
    """Return the key of an entry that depends on these parts: a SHA-256 in hexadecimal.

    Each part is hashed with its length: so `ab` and `c` give another key than `a` and `bc`.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


@contextmanager
def open_cache(keep: bool = True) -> Iterator["CacheFolder"]:
    """Open the user's cache, and trim it afterwards.

    If the user's cache cannot be written, a temporary folder takes its place.

    Args:
        keep: False opens a temporary folder in any case, and removes the folder afterwards.
    """
    folder = user_cache()
    if keep and folder.can_be_written():
        try:
            yield folder
        finally:
            folder.trim()
        return
    from printkit.files.scratch import open_scratch_folder  # seldom needed, and slow to import

    with open_scratch_folder() as temporary:
        yield CacheFolder(temporary)


def user_cache() -> "CacheFolder":
    """Return the user's cache, whose folder may not exist yet."""
    return CacheFolder(user_cache_path("printkit"))


@dataclass(frozen=True)
class CacheFolder:
    """A folder of cache entries. Several processes may use it at the same time.

    An entry has a kind, a word in lower case, and a key, which the function `key` makes.

    Attributes:
        folder: the folder, which is made when the first entry is put there.
    """

    folder: Path

    def get(self, kind: str, key: str) -> bytes | None:
        """Return an entry; None if it is missing, damaged, or owned by another user."""
        path = self._path(kind, key)
        try:
            # Unbuffered: an entry is read at once, and a buffer would only copy its bytes.
            with open(path, "rb", buffering=0, opener=open_no_link) as entry:
                found = os.fstat(entry.fileno())
                if not _is_own(found):
                    return None
                checksum, data = entry.read(_CHECKSUM), entry.read()
        except OSError:
            return None
        if checksum != _checksum(path.name, data):
            remove_quietly(path)
            return None
        _touch(path, found)
        return data

    def has(self, kind: str, key: str) -> bool:
        """Return whether an entry exists. The entry may be damaged: only `get` checks its bytes.

        The entry counts as used: `trim` keeps the entry for the next hour.
        """
        path = self._path(kind, key)
        try:
            found = path.lstat()
        except OSError:
            return False
        if _is_own(found):
            _touch(path, found)
            return True
        return False

    def put(self, kind: str, key: str, data: bytes) -> bool:
        """Write an entry, whole or not at all; return whether it was written.

        A full disk, a read-only folder, or a program that holds the file may prevent the writing.
        """
        path = self._path(kind, key)
        try:
            draft = self._draft(_checksum(path.name, data), data)
        except OSError:
            return False
        try:
            draft.replace(path)  # atomic: other processes find the old entry or the new one
        except OSError:
            remove_quietly(draft)
            return False
        return True

    def trim(self, most_bytes: int = 1_000_000_000) -> None:
        """Remove the entries that were unused longest, until at most `most_bytes` are left.

        Entries used within the last hour stay, because another process may work with them.
        Drafts that an interrupted process left half written are removed after an hour.
        """
        unused, total = [], 0
        for path, found in self._files():
            is_recent = _is_recent(found.st_mtime)
            if _DRAFT.fullmatch(path.name) and not is_recent:
                remove_quietly(path)
                continue
            total += found.st_size
            if not is_recent:
                unused.append((found.st_mtime, path.name, found.st_size))
        for _, name, size in sorted(unused):
            if total <= most_bytes:
                return
            remove_quietly(self.folder / name)
            total -= size

    def remove_damaged(self, kind: str) -> None:
        """Read all entries of a kind, and remove the damaged ones."""
        for path, _ in list(self._files()):
            if path.name.startswith(f"{kind}-"):
                self.get(*path.name.split("-"))

    def entries(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield the kind, the key and the bytes of each entry."""
        for path, _ in list(self._files()):
            kind, _, key_of_entry = path.name.partition("-")
            if key_of_entry and (data := self.get(kind, key_of_entry)) is not None:
                yield kind, key_of_entry, data

    def can_be_written(self) -> bool:
        """Return whether entries can be written to the folder; write and remove a file to test."""
        try:
            remove_quietly(self._draft(b"", b""))
        except OSError:
            return False
        return True

    def _path(self, kind: str, key: str) -> Path:
        name = f"{kind}-{key}"
        if not _ENTRY.fullmatch(name):
            raise ValueError(f"{name!r} cannot be the name of a cache entry")
        return self.folder / name

    def _draft(self, *parts: bytes) -> Path:
        """Write a new file of these parts, and return its path.

        A power cut may leave an entry incomplete under its final name; its checksum then fails.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.folder / f"{os.urandom(16).hex()}.draft"
        try:
            with open(path, "xb", opener=open_no_link) as draft:
                draft.writelines(parts)
        except OSError:
            remove_quietly(path)
            raise
        return path

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Yield the entries and drafts, without other files that may be in the folder."""
        try:
            with os.scandir(self.folder) as found:
                ours = [one for one in found if _OURS.fullmatch(one.name)]
        except OSError:
            return
        for one in ours:
            with suppress(OSError):  # another process may have removed the file just now
                if one.is_file(follow_symlinks=False):
                    yield Path(one.path), one.stat(follow_symlinks=False)


def _checksum(name: str, data: bytes) -> bytes:
    """Return a checksum of an entry's name and bytes."""
    # A CRC finds damage, but no forgery. A hash takes three times as long, and reads are many.
    return zlib.crc32(data, zlib.crc32(name.encode())).to_bytes(_CHECKSUM, "big")


def _is_own(found: os.stat_result) -> bool:
    """Return whether a file is a regular file of this user. No other file is trusted."""
    # Windows has no user numbers: `st_uid` is 0 there, and so is `int()`.
    return stat.S_ISREG(found.st_mode) and found.st_uid == getattr(os, "geteuid", int)()


def _is_recent(moment: float) -> bool:
    """Return whether a moment is less than an hour before or after now.

    After a clock was put back, a file may lie years in the future: such a file is not recent.
    """
    return abs(time.time() - moment) < _HOUR


def _touch(path: Path, found: os.stat_result) -> None:
    """Mark a file as used just now, but once an hour at most: marking takes longer than reading."""
    if not _is_recent(found.st_mtime):
        with suppress(OSError):
            os.utime(path)
