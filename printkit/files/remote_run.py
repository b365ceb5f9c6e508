"""A run that writes to a store: its folder goes in, a folder for its manifest comes out.

Nothing can be appended to an object of a store. So the manifest stands in a folder for temporary
files, and is put into the store whole, each half minute and at the end.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

from printkit.errors import OutputError
from printkit.files.addresses import Address
from printkit.files.haste import in_haste_after, seconds_left
from printkit.files.kept_run import MANIFEST
from printkit.files.remote import RemoteFolder
from printkit.files.remote_lock import LOCK, STALE, LostFolderError, RemoteLock
from printkit.files.scratch import open_scratch_folder

_FIRST = 1.0  # seconds until the store has the first lines of a run
_BETWEEN = 30.0  # seconds; a run that is killed loses the lines of this time
_LAST_PUT = 10.0  # seconds for a thread to end what it puts
_REMEDY = (
    f"A lock {LOCK} that stays there is taken over by the next run, {STALE.seconds // 60} minutes"
    " after this run. Print the rest with --resume."
)


@contextmanager
def copied_manifest(store: RemoteFolder) -> Iterator[Path]:
    """Make a folder with a copy of the manifest of a store, if the store has a manifest.

    Raises:
        OutputError: the store cannot be read.
        NoSpaceError: no folder can be made where temporary files go.
    """
    with open_scratch_folder() as folder:
        store.fetch_file(MANIFEST, folder / MANIFEST)
        yield folder


@contextmanager
def hold_remote_folder(store: RemoteFolder, *, wait: bool) -> Iterator[Path]:
    """Hold a folder of a store for the run of this process.

    Args:
        store: the folder.
        wait: wait until another run lets the folder go; else another run is an error.

    Yields:
        A folder for the manifest, with a copy of the manifest of the earlier run.

    Raises:
        OutputError: another run holds the folder or has taken it over, or the manifest cannot be
            put into the store.
        NoSpaceError: the store takes no file.
        KeyboardInterrupt: as in the block; an error of the store is a note of the interrupt.
    """
    lock = RemoteLock(store, wait=wait)
    try:
        with copied_manifest(store) as folder, _kept_alive(store, folder, lock):
            yield folder
    finally:
        ended = sys.exception()
        with in_haste_after(ended):
            released = lock.release(store)
        if not released and isinstance(ended, KeyboardInterrupt) and not _is_told(ended):
            ended.add_note(f"{store}: the store does not answer. {_REMEDY}")


def _is_told(error: BaseException) -> bool:
    return bool(getattr(error, "__notes__", ()))


@contextmanager
def _kept_alive(store: RemoteFolder, folder: Path, lock: RemoteLock) -> Iterator[None]:
    """Put the manifest into the store again and again, and at the end; renew the lock."""
    ended = Event()
    work = (store.address, folder, lock, ended)
    keeper = Thread(target=_keep_alive, args=work, name="store-keeper", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        interrupt = sys.exception()
        try:
            with in_haste_after(interrupt):
                ended.set()
                keeper.join(seconds_left(_LAST_PUT))
                lock.refuse_loss(store)
                _put_manifest(store, folder)
        except OutputError as error:
            if not isinstance(error, LostFolderError):
                error.remedy = _REMEDY
            if not isinstance(interrupt, KeyboardInterrupt):
                raise
            interrupt.add_note(str(error))


def _keep_alive(address: Address, folder: Path, lock: RemoteLock, ended: Event) -> None:
    seconds = _FIRST
    while not ended.wait(seconds):
        seconds = _BETWEEN
        try:
            # Connections of some packages belong to one thread.
            store = RemoteFolder(address)
            lock.renew(store)
            _put_manifest(store, folder)
        except LostFolderError:
            return
        except OutputError:
            continue  # the store may answer again; the end of the run tells if it does not


def _put_manifest(store: RemoteFolder, folder: Path) -> None:
    """Put the manifest into the store; a last line that is cut off is forgiven when it is read."""
    with suppress(FileNotFoundError):
        store.publish_file(folder / MANIFEST, MANIFEST)
