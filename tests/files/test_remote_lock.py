"""The lock of a folder in a store: one run holds the folder, and a dead run loses the folder."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Timer

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from printkit.errors import OutputError
from printkit.files.remote import RemoteFolder
from printkit.files.remote_lock import LOCK, LostFolderError, RemoteLock


@pytest.fixture
def store() -> Iterator[RemoteFolder]:
    """Return an empty folder of a store."""
    MemoryFileSystem.store.clear()
    yield RemoteFolder("memory://week")
    MemoryFileSystem.store.clear()


def leave_lock(store: RemoteFolder, minutes: float) -> None:
    """Leave the lock of another run, which said so many minutes ago that it goes on."""
    alive = datetime.now(UTC) - timedelta(minutes=minutes)
    since = "2026-11-28T22:00:00+00:00"
    holder = {"process": 7, "host": "h", "since": since, "alive": alive.isoformat(), "token": "t"}
    store.publish(json.dumps(holder).encode(), LOCK)


def test_a_second_run_is_told_who_holds_the_folder(store: RemoteFolder) -> None:
    """After the first run the folder is free."""
    lock = RemoteLock(store)
    with pytest.raises(OutputError, match=r"another run .* process \d+ on .*, since 2.*\n.*--wait"):
        RemoteLock(store)
    lock.release(store)
    assert store.read(LOCK) is None
    RemoteLock(store).release(store)


def test_a_run_can_wait_for_the_folder(store: RemoteFolder) -> None:
    """The lock is taken as soon as the other run has let the folder go."""
    leave_lock(store, 1)
    timer = Timer(0.3, store.remove, [LOCK])
    timer.start()
    RemoteLock(store, wait=True).release(store)
    timer.join()


@pytest.mark.parametrize("left", ["old", "empty", "damaged"])
def test_the_lock_of_a_dead_run_is_taken_over(store: RemoteFolder, left: str) -> None:
    """A live run renews its lock each half minute."""
    if left == "old":
        leave_lock(store, 11)
    else:
        store.publish(b"" if left == "empty" else b"[", LOCK)
    lock = RemoteLock(store)
    lock.renew(store)
    lock.release(store)
    assert store.read(LOCK) is None


def test_a_run_that_lost_its_folder_says_so_and_leaves_the_lock(store: RemoteFolder) -> None:
    """The other run keeps its lock."""
    lock = RemoteLock(store)
    leave_lock(store, 0)
    for call in (lock.renew, lock.refuse_loss):
        with pytest.raises(LostFolderError, match="has taken this folder over"):
            call(store)
    lock.release(store)
    assert b'"token": "t"' in (store.read(LOCK) or b"")
