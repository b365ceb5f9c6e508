"""A cache on disk: bytes kept by what they are made of, so that nothing in it is ever stale.

An entry is there whole or not at all, and whoever takes it checks it. Nothing depends on the
cache but time: where it cannot be read or written there is none.
"""

import hashlib
import os
import re
import stat
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

_HOUR = 3600.0
_ENTRY = re.compile(r"[a-z]{1,20}-[0-9a-f]{16,128}")
_DRAFT = re.compile(r"[0-9a-f]{32}\.draft")
_OURS = re.compile(f"{_ENTRY.pattern}|{_DRAFT.pattern}")
_CHECKSUM = 4
# An entry is opened neither through a link, as other people's files may be, nor at a pipe.
# Windows has neither flag, and needs O_BINARY.
_SAFELY = sum(getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))


def key(*parts: bytes | str) -> str:
    """Name what is made of these parts, in this order: a SHA-256 in hexadecimal.

    Each part goes in with its length, so that no two lists of parts run together.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


@contextmanager
def opened(keep: bool = True) -> Iterator["CacheFolder"]:
    """Open the user's cache; it is trimmed afterwards.

    Args:
        keep: False opens a temporary folder that is removed afterwards, as is done where
            the user's cache cannot be written.
    """
    shelf = user_shelf()
    if keep and shelf.can_be_written():
        try:
            yield shelf
        finally:
            shelf.trim()
        return
    from tempfile import TemporaryDirectory  # seldom needed, and slow to import

    with TemporaryDirectory(prefix="printkit-", ignore_cleanup_errors=True) as folder:
        yield CacheFolder(Path(folder))


def user_shelf() -> "CacheFolder":
    """The user's cache, wherever this system keeps such things; it may not be there yet."""
    return CacheFolder(user_cache_path("printkit"))


@dataclass(frozen=True)
class CacheFolder:
    """Entries in one folder; any number of processes may use it at once.

    A kind is a word in lower case, a key what `key` gives.

    Attributes:
        folder: where the entries are files; made when the first is put there.
    """

    folder: Path

    def get(self, kind: str, key: str) -> bytes | None:
        """Take an entry; None if there is none, or it is damaged or not the user's own."""
        path = self._path(kind, key)
        try:
            with open(path, "rb", buffering=0, opener=_safely) as entry:
                found = os.fstat(entry.fileno())
                if not _is_own(found):
                    return None
                checksum, data = entry.read(_CHECKSUM), entry.read()
        except OSError:
            return None
        if checksum != _checksum(path.name, data):
            _remove(path)
            return None
        _touch(path, found)
        return data

    def has(self, kind: str, key: str) -> bool:
        """Whether there is such an entry; it may still prove damaged when it is taken.

        Like one that is taken, it is not trimmed within the hour.
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
        """Keep an entry, whole or not at all; False if it could not be kept.

        A full disk, a folder that cannot be written, another program that holds the file.
        """
        path = self._path(kind, key)
        try:
            draft = self._draft(_checksum(path.name, data), data)
        except OSError:
            return False
        try:
            draft.replace(path)
        except OSError:
            _remove(draft)
            return False
        return True

    def trim(self, most_bytes: int = 1_000_000_000) -> None:
        """Remove entries until so many bytes are left, those longest unused first.

        What was used within the hour stays, for somebody may be at work with it; what
        an interrupted run left half written goes after an hour.
        """
        unused, total = [], 0
        for path, found in self._files():
            is_recent = _is_recent(found.st_mtime)
            if _DRAFT.fullmatch(path.name) and not is_recent:
                _remove(path)
                continue
            total += found.st_size
            if not is_recent:
                unused.append((found.st_mtime, path.name, found.st_size))
        for _, name, size in sorted(unused):
            if total <= most_bytes:
                return
            _remove(self.folder / name)
            total -= size

    def weed(self, kind: str) -> None:
        """Remove the damaged entries of a kind; each is read."""
        for path, _ in list(self._files()):
            if path.name.startswith(f"{kind}-"):
                self.get(*path.name.split("-"))

    def can_be_written(self) -> bool:
        """Whether an entry can be put here, found out by writing."""
        try:
            _remove(self._draft(b"", b""))
        except OSError:
            return False
        return True

    def _path(self, kind: str, key: str) -> Path:
        name = f"{kind}-{key}"
        if not _ENTRY.fullmatch(name):
            raise ValueError(f"{name!r} names no entry of a cache")
        return self.folder / name

    def _draft(self, *parts: bytes) -> Path:
        """A new file of these parts; a power cut may tear it, which the checksum will tell."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.folder / f"{os.urandom(16).hex()}.draft"
        try:
            with open(path, "xb", opener=_safely) as draft:
                draft.writelines(parts)
        except OSError:
            _remove(path)
            raise
        return path

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        """The entries and drafts, and nothing else that may have got into the folder."""
        try:
            with os.scandir(self.folder) as found:
                ours = [one for one in found if _OURS.fullmatch(one.name)]
        except OSError:
            return
        for one in ours:
            with suppress(OSError):  # another run trims, too
                if one.is_file(follow_symlinks=False):
                    yield Path(one.path), one.stat(follow_symlinks=False)


def _safely(path: str, flags: int) -> int:
    return os.open(path, flags | _SAFELY, 0o600)


def _checksum(name: str, data: bytes) -> bytes:
    """Of damage, not of malice: a CRC takes a third of the time of a hash, and reads are many."""
    return zlib.crc32(data, zlib.crc32(name.encode())).to_bytes(_CHECKSUM, "big")


def _is_own(found: os.stat_result) -> bool:
    """A plain file that this user has put there; what others leave there is not believed."""
    return stat.S_ISREG(found.st_mode) and found.st_uid == getattr(os, "geteuid", int)()


def _is_recent(moment: float) -> bool:
    """Within the hour; a clock that was put back must not make it recent for years."""
    return abs(time.time() - moment) < _HOUR


def _touch(path: Path, found: os.stat_result) -> None:
    """Say that it is used; once an hour, for each time would cost more than the reading."""
    if not _is_recent(found.st_mtime):
        with suppress(OSError):
            os.utime(path)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
