"""Addresses of schedulers: a wrong form is told before Dask is asked."""

import pytest

from printkit.errors import EditionError
from printkit.printing.scheduler_addresses import refuse_wrong_scheduler


@pytest.mark.parametrize(
    "address",
    ["tcp://10.0.0.5:8786", "tls://dask.example.org:1", "10.0.0.5:8786", "wss://[::1]:65535/"],
)
def test_an_address_of_a_scheduler_is_accepted(address: str) -> None:
    """Dask takes an address without a scheme as tcp."""
    refuse_wrong_scheduler(address)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("nonsense", "the number of the port is missing"),
        ("", "its form is not tcp://HOST:PORT"),
        ("tcp://host:1/x", "its form is not tcp://HOST:PORT"),
        ("tcp://host:port", "its form is not tcp://HOST:PORT"),
        ("http://example.org/", "http is none of tcp, tls, ucx, ws, wss"),
        ("inproc://10.0.0.5:1", "inproc is none of tcp"),
        ("tcp://host:0", "there is no port 0"),
        ("tcp://host:65536", "there is no port 65536"),
        ("tcp://user:CANARY@127.0.0.1:1", "a scheduler takes no user and no password"),
    ],
)
def test_another_text_is_refused_with_its_fault(address: str, told: str) -> None:
    """A password in the text is not told."""
    with pytest.raises(EditionError, match="is not the address of a Dask scheduler") as caught:
        refuse_wrong_scheduler(address)
    assert told in str(caught.value)
    assert "CANARY" not in str(caught.value)
    assert "tcp://10.0.0.5:8786" in caught.value.remedy
