"""A run that writes to a store: its manifest is there while the run goes on, and afterwards."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Timer

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from printkit.errors import NoSpaceError, OutputError
from printkit.files import remote_run
from printkit.files.haste import seconds_left
from printkit.files.kept_run import MANIFEST
from printkit.files.remote import RemoteFolder
from printkit.files.remote_lock import LOCK
from printkit.files.remote_run import copied_manifest, hold_remote_folder
from tests.support.time_limits import ends_soon


@pytest.fixture
def store() -> Iterator[RemoteFolder]:
    """Return an empty folder of a store."""
    MemoryFileSystem.store.clear()
    yield RemoteFolder("memory://week")
    MemoryFileSystem.store.clear()


def add_line_and_fail(folder: Path) -> None:
    """Write to a manifest, and raise an error."""
    with (folder / MANIFEST).open("ab") as file:
        file.write(b"2\n")
    raise ZeroDivisionError


def test_the_manifest_is_copied_and_put_back(store: RemoteFolder) -> None:
    """The lock is gone after the run, also after an error."""
    store.publish(b"1\n", MANIFEST)
    with pytest.raises(ZeroDivisionError), hold_remote_folder(store, wait=False) as folder:
        add_line_and_fail(folder)
    assert store.read(MANIFEST) == b"1\n2\n"
    assert store.read(LOCK) is None
    assert not folder.exists()
    with copied_manifest(store) as copy:
        assert (copy / MANIFEST).read_bytes() == b"1\n2\n"


def test_the_manifest_is_put_while_the_run_goes_on(
    store: RemoteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that is killed then loses the last lines only; its lock says that it was alive."""
    monkeypatch.setattr(remote_run, "_FIRST", 0.01)
    monkeypatch.setattr(remote_run, "_BETWEEN", 0.01)
    with hold_remote_folder(store, wait=False) as folder:
        first = store.read(LOCK)
        for lines in (b"1\n", b"1\n2\n"):
            (folder / MANIFEST).write_bytes(lines)
            end = time.monotonic() + 30
            while store.read(MANIFEST) != lines and time.monotonic() < end:
                time.sleep(0.01)
            assert store.read(MANIFEST) == lines
        assert first


def test_a_run_without_lines_leaves_no_manifest(store: RemoteFolder) -> None:
    """Nothing else is left, either."""
    with hold_remote_folder(store, wait=False):
        pass
    assert MemoryFileSystem().find("/") == []


def test_a_store_that_fails_at_the_end_is_one_error(
    store: RemoteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The manifest of the earlier run stays."""
    store.publish(b"1\n", MANIFEST)
    with (
        pytest.raises(NoSpaceError, match=r"memory://week/\.printkit-run\.jsonl: could not"),
        hold_remote_folder(store, wait=False),
    ):
        monkeypatch.setattr(MemoryFileSystem, "mv", lambda *_, **__: 1 / 0)
    assert store.read(MANIFEST) == b"1\n"


def test_a_run_that_lost_its_folder_puts_no_manifest(store: RemoteFolder) -> None:
    """The other run has its own manifest there."""
    store.publish(b"1\n", MANIFEST)
    with (
        pytest.raises(OutputError, match="has taken this folder over"),
        hold_remote_folder(store, wait=False),
    ):
        store.publish(b'{"token": "other"}', LOCK)
    assert store.read(MANIFEST) == b"1\n"
    assert store.read(LOCK) == b'{"token": "other"}'


def interrupt_with_hung_store(
    store: RemoteFolder, never: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Interrupt a run whose store gives no answer before the event."""
    with hold_remote_folder(store, wait=False):
        monkeypatch.setattr(MemoryFileSystem, "cat_file", lambda *_: never.wait())
        raise KeyboardInterrupt


def test_a_store_that_hangs_does_not_keep_an_interrupted_run(
    store: RemoteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error of the store is a note of the interrupt; a later call has all its time."""
    never = Event()
    with ends_soon(), pytest.raises(KeyboardInterrupt) as caught:
        interrupt_with_hung_store(store, never, monkeypatch)
    never.set()
    (note,) = caught.value.__notes__
    assert "memory://week/.printkit-run.lock: could not be read: the store does not" in note
    assert "is taken over by the next run, 10 minutes after this run" in note
    assert seconds_left(7) == 7


def test_an_interrupt_while_the_last_lines_are_put_tells_of_the_lock(
    store: RemoteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run is at its end, and the store hangs; the interrupt comes into the waiting."""
    never = Event()
    interrupt = Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with ends_soon(), pytest.raises(KeyboardInterrupt) as caught:
            end_with_hung_store(store, never, monkeypatch, interrupt)
    finally:
        signal.signal(signal.SIGINT, before)
        never.set()
    (note,) = caught.value.__notes__
    assert note.startswith("memory://week: the store does not answer. A lock .printkit-run.lock")


def end_with_hung_store(
    store: RemoteFolder, never: Event, monkeypatch: pytest.MonkeyPatch, interrupt: Timer
) -> None:
    """End a run whose store gives no answer before the event, and interrupt the waiting."""
    with hold_remote_folder(store, wait=False):
        monkeypatch.setattr(MemoryFileSystem, "cat_file", lambda *_: never.wait())
        interrupt.start()
