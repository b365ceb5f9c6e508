"""The home of a run: the place of its PDFs goes in, and the folder of its manifest comes out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from printkit.files.addresses import Address, Destination
from printkit.files.folder_lock import hold_folder
from printkit.files.kept_run import KeptRun
from printkit.files.remote import RemoteFolder
from printkit.files.remote_run import copied_manifest, hold_remote_folder


class RunHome(NamedTuple):
    """The folder in which a run keeps its account.

    Attributes:
        folder: the folder of the manifest.
        sum_of: gives the SHA-256 of a PDF by its name; None for the PDFs of `folder`.
        shown: the place of the PDFs, for messages; empty for `folder`.
    """

    folder: Path
    sum_of: Callable[[str], str] | None = None
    shown: str = ""


@contextmanager
def hold_home(place: Destination, *, wait: bool = False) -> Iterator[RunHome]:
    """Hold a folder for the run of this process.

    Args:
        place: the folder of the PDFs; a folder of this machine exists.
        wait: wait until another run lets the folder go; else another run is an error.

    Raises:
        OutputError: another run holds the folder, or the folder cannot be locked.
        NoSpaceError: the disk is full or read-only, or the store takes no file.
    """
    if isinstance(place, Address):
        store = RemoteFolder(place)
        with hold_remote_folder(store, wait=wait) as folder:
            yield RunHome(folder, store.sha256_of, str(place))
    else:
        with hold_folder(place, wait=wait):
            yield RunHome(place)


@contextmanager
def open_kept_run(place: Destination) -> Iterator[KeptRun]:
    """Open the manifest that a run left beside its PDFs; errors are those of KeptRun.

    Raises:
        OutputError: the store of the PDFs cannot be read.
    """
    if isinstance(place, Address):
        with copied_manifest(RemoteFolder(place)) as folder:
            yield KeptRun(folder, str(place))
    else:
        yield KeptRun(place)
