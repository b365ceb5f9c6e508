"""Lock a folder in a store for one run, as far as a store can lock: an address goes in.

The lock is an object that says who holds the folder, and that is written anew each half minute. A
lock that is old belongs to a run that was killed, and the next run takes the folder over.
"""

import json
import os
import platform
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from secrets import token_hex

from printkit.errors import OutputError
from printkit.files.remote import RemoteFolder
from printkit.text.characters import one_line

LOCK = ".printkit-run.lock"
STALE = timedelta(minutes=10)
"""A lock that nobody has renewed for so long belongs to a run that was killed."""
_BETWEEN_LOOKS = 2.0  # seconds


class RemoteLock:
    """The lock of a run on a folder in a store.

    Args:
        store: the folder.
        wait: wait until another run lets the folder go; else another run is an error.

    Raises:
        OutputError: another run holds the folder, or the store cannot be used.
        NoSpaceError: the store takes no file.
    """

    def __init__(self, store: RemoteFolder, *, wait: bool = False) -> None:
        self._token = token_hex(8)
        self._since = datetime.now(UTC)
        while not store.create(self._told(), LOCK):
            holder = _Holder(store.read(LOCK) or b"")
            if holder.is_gone:
                store.remove(LOCK)
            elif not wait:
                raise _held(store, holder)
            else:
                time.sleep(_BETWEEN_LOOKS)

    def renew(self, store: RemoteFolder) -> None:
        """Say that the run still goes on.

        Args:
            store: the folder, opened by the thread that calls.

        Raises:
            OutputError: the store cannot be used, or another run has taken the folder over.
        """
        self.refuse_loss(store)
        store.publish(self._told(), LOCK)

    def refuse_loss(self, store: RemoteFolder) -> None:
        """Refuse to go on if another run has taken the folder over.

        Raises:
            OutputError: another run has the lock, or the store cannot be read.
        """
        if _Holder(store.read(LOCK) or b"").token != self._token:
            raise LostFolderError(
                "another run of printkit has taken this folder over, because this run was silent"
                f" for {STALE.seconds // 60} minutes",
                where=str(store),
                remedy="Print the records again with --resume, when the other run has ended.",
            )

    def release(self, store: RemoteFolder) -> bool:
        """Let the folder go; a lock that another run has taken stays.

        Returns:
            False if the lock of this run stays, because the store does not work.
        """
        try:
            self.refuse_loss(store)
            store.remove(LOCK)
        except OutputError as error:
            return isinstance(error, LostFolderError)
        return True

    def _told(self) -> bytes:
        holder = {
            "process": os.getpid(),
            "host": platform.node(),
            "since": self._since.isoformat(timespec="seconds"),
            "alive": datetime.now(UTC).isoformat(timespec="seconds"),
            "token": self._token,
        }
        return json.dumps(holder).encode()


class LostFolderError(OutputError):
    """Another run has taken the folder over."""


class _Holder:
    """The holder of a lock, read from the lock; a damaged lock has no holder, and counts as old."""

    def __init__(self, data: bytes) -> None:
        self.token = ""
        self.is_gone = True
        self.told = ""
        with suppress(ValueError, TypeError, KeyError):
            found = json.loads(data)
            alive = datetime.fromisoformat(found["alive"])
            self.told = f"process {found['process']:d} on {found['host']}, since {found['since']}"
            self.token = str(found["token"])
            self.is_gone = datetime.now(UTC) - alive > STALE


def _held(store: RemoteFolder, holder: _Holder) -> OutputError:
    return OutputError(
        f"another run of printkit writes to this folder: {one_line(holder.told)}",
        where=str(store),
        remedy="Wait for its end with --wait, or give another folder with -d.",
    )
