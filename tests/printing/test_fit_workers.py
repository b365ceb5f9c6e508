"""Fit workers of a cluster: a worker that cannot write to the store is refused, or left out."""

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from distributed import Client

from printkit.errors import PressError
from printkit.files.addresses import Address
from printkit.printing.fit_workers import FitWorkers
from printkit.printing.local_cluster import open_local_cluster
from printkit.workers.losses import UnfitWorkerError

_SCHEME, _PACKAGE = "adl", "adlfs"


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Return the client of a cluster with one worker on this machine."""
    with open_local_cluster(1) as address:
        client = Client(address, set_as_default=False)
        client.wait_for_workers(1)
        yield client
        client.close(timeout=1)


def test_workers_with_our_versions_are_fit(client: Client) -> None:
    """The addresses are those that Dask knows."""
    fit = FitWorkers(client, Address("memory://week"))
    fit.refuse_unfit()
    assert fit.find() == list(client.nthreads())


@pytest.mark.skipif(find_spec(_PACKAGE) is not None, reason=f"{_PACKAGE} is installed")
def test_a_worker_without_the_package_of_the_store_is_unfit(client: Client) -> None:
    """Before the first record the worker is refused; later there is nobody who prints."""
    fit = FitWorkers(client, Address(f"{_SCHEME}://box/week"))
    with pytest.raises(UnfitWorkerError, match=f"cannot write to {_SCHEME}://box/week"):
        fit.refuse_unfit()
    with pytest.raises(PressError, match="has no worker that can print") as caught:
        fit.find()
    assert "--resume" in caught.value.remedy
