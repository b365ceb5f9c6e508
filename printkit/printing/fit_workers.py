"""Fit workers of a Dask cluster: a client goes in; the workers that can print come out.

A worker is fit if it has the versions of this process, and can write to the store of the run.
"""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from printkit.errors import EditionError, PressError
from printkit.files.addresses import Address
from printkit.press.engine_versions import engine_versions, refuse_other_versions
from printkit.printing.far_stores import refuse_worker_without_store
from printkit.workers.losses import UnfitWorkerError

if TYPE_CHECKING:
    from distributed import Client


class FitWorkers:
    """The workers of a cluster that can print the records of a run.

    Args:
        client: the client of the cluster.
        store: the folder to which workers publish; None if the client publishes.
    """

    def __init__(self, client: "Client", store: Address | None = None) -> None:
        self._client = client
        self._store = store
        self._present: frozenset[str] = frozenset()
        self._fit: list[str] = []

    def refuse_unfit(self) -> None:
        """Refuse a cluster with a worker that is unfit.

        Raises:
            UnfitWorkerError: a worker has no printkit, has another version of printkit or of an
                engine, or cannot write to the store.
        """
        for error in self._faults().values():
            raise error

    def find(self) -> list[str]:
        """Return the addresses of all fit workers; workers are asked only after a change.

        Raises:
            PressError: no worker is fit.
        """
        present = frozenset(self._client.nthreads())
        if present != self._present:
            faults = self._faults()
            self._present = present
            self._fit = sorted(present.difference(faults))
            if not self._fit:
                raise PressError(
                    "the executor has no worker that can print",
                    remedy="Start workers with the versions that this machine has, and print the"
                    " rest with --resume.",
                ) from next(iter(faults.values()), None)
        return self._fit

    def _faults(self) -> dict[str, EditionError]:
        """Return the fault of each unfit worker, by the address of the worker."""
        ours, found = engine_versions(), dict[str, EditionError]()
        for worker, theirs in self._client.run(engine_versions, on_error="return").items():
            if not isinstance(theirs, Mapping):
                found[worker] = _useless(worker, theirs)
                continue
            try:
                refuse_other_versions(ours, theirs, f"worker {worker}")
            except UnfitWorkerError as error:
                found[worker] = error
        return found | self._faults_with_store(self._client.nthreads().keys() - found)

    def _faults_with_store(self, workers: Collection[str]) -> dict[str, EditionError]:
        if not self._store or not workers:
            return {}
        ask = (refuse_worker_without_store, self._store)
        told = self._client.run(*ask, workers=list(workers), on_error="return").items()
        return {
            worker: error if isinstance(error, EditionError) else _useless(worker, error)
            for worker, error in told
            if error is not None
        }


def _useless(worker: str, error: object) -> UnfitWorkerError:
    return UnfitWorkerError(
        f"printkit cannot be used there: {error}",
        where=f"worker {worker}",
        remedy="Install the same version of printkit here and on all workers.",
    )
