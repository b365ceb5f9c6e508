"""Stores of far workers: a worker that cannot write to a store is refused by name."""

import socket
from importlib.util import find_spec

import pytest

from printkit.errors import EditionError
from printkit.files.addresses import Address
from printkit.printing.far_stores import refuse_worker_without_package, refuse_worker_without_store
from tests.support.object_stores import open_object_store

_SCHEME, _PACKAGE = "adl", "adlfs"


def test_a_worker_that_can_write_passes() -> None:
    """The store in the memory of this process needs no package."""
    refuse_worker_without_package(Address("memory://week"))
    refuse_worker_without_store(Address("memory://week"))


@pytest.mark.skipif(find_spec(_PACKAGE) is not None, reason=f"{_PACKAGE} is installed")
def test_a_worker_without_the_package_is_named() -> None:
    """The error says which package is missing on which machine, and no secret."""
    address = Address(f"{_SCHEME}://ana:CANARY@box/week")
    with pytest.raises(EditionError, match=f"cannot write to {_SCHEME}://.*{_PACKAGE}") as caught:
        refuse_worker_without_package(address)
    assert caught.value.where == f"worker on {socket.gethostname()}"
    assert "--publish client" in caught.value.remedy
    assert "CANARY" not in str(caught.value)


@pytest.mark.slow
def test_a_worker_without_the_bucket_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is there, so only a question to the store finds the fault."""
    with open_object_store() as store:
        for name, value in store.surroundings.items():
            monkeypatch.setenv(name, value)
        refuse_worker_without_store(Address("s3://bucket/week"))
        refuse_worker_without_package(Address("s3://none/week"))
        with pytest.raises(EditionError, match="the store has no bucket none"):
            refuse_worker_without_store(Address("s3://none/week"))
