"""Stores of far workers: an address goes in, and a worker that cannot write there is refused."""

import socket

from printkit.errors import OutputError
from printkit.files.addresses import Address
from printkit.files.remote import RemoteFolder
from printkit.workers.losses import UnfitWorkerError

THIS_WORKER = f"worker on {socket.gethostname()}"
"""The name of this machine in errors that the user of another machine reads."""


def refuse_worker_without_package(folder: Address) -> None:
    """Refuse this machine as a worker if the package of a store is missing; ask no network.

    Raises:
        UnfitWorkerError: nothing can be written to such addresses from here.
    """
    try:
        RemoteFolder(folder)
    except OutputError as error:
        raise _refused(error) from error


def refuse_worker_without_store(folder: Address) -> None:
    """Refuse this machine as a worker if the store does not answer, or has no such bucket.

    Raises:
        UnfitWorkerError: nothing can be written to the folder from here.
    """
    try:
        RemoteFolder(folder).refuse_missing_bucket()
    except OutputError as error:
        raise _refused(error) from error


def _refused(error: OutputError) -> UnfitWorkerError:
    return UnfitWorkerError(
        *(f"cannot write to {error.where}: {one}" for one in error.problems),
        where=THIS_WORKER,
        remedy="Give each worker the package and the keys of the store, or print with --publish"
        " client.",
    )
