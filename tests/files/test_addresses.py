"""Addresses of stores: told from paths, joined as paths, shown without secrets."""

import pickle
from pathlib import Path

import pytest

from printkit.errors import OutputError
from printkit.files.addresses import Address, find_destination, is_remote


@pytest.mark.parametrize(
    ("text", "remote"),
    [
        ("s3://bucket/week", True),
        ("S3://bucket/week", True),
        ("memory://week", True),
        ("out/week", False),
        ("C:/week", False),
        ("C://week", False),
        ("s3:/bucket", False),
        ("-", False),
        ("", False),
    ],
)
def test_an_address_is_told_from_a_path(text: str, remote: bool) -> None:
    """A drive of Windows is no scheme."""
    assert is_remote(text) == remote


def test_names_are_added_to_an_address_and_taken_off() -> None:
    """The result is an address, also in another process."""
    folder = find_destination("S3://bucket/{week}")
    made = [folder / "a.b" / "c.pdf", (folder / "a.pdf").with_suffix(".html"), folder.parent]
    assert all(isinstance(one, Address) for one in made)
    told = ["s3://bucket/{week}/a.b/c.pdf", "s3://bucket/{week}/a.html", "s3://bucket"]
    assert [str(one) for one in made] == told
    assert [str(one) for one in pickle.loads(pickle.dumps(made))] == told  # noqa: S301  our own


def test_an_address_is_shown_without_its_secrets() -> None:
    """Only the store gets the whole address."""
    address = Address("sftp://ana:CANARY@host/week") / "a.pdf"
    assert "CANARY" not in f"{address} {address!r}"
    assert address.full == "sftp://ana:CANARY@host/week/a.pdf"


def test_a_path_that_was_made_of_an_address_is_the_address() -> None:
    """A folder `s3:` would else be made here."""
    assert find_destination(Path("s3://bucket/week")) == Address("s3://bucket/week")
    assert find_destination("out/week") == Path("out/week")


@pytest.mark.parametrize(
    "address",
    [
        "file:///srv/week",
        "local:///srv/week",
        "FILE:///srv/week",
        "http://example.org/week",
        "zip://week::s3://bucket/a.zip",
        "s3://bucket/week::file:///srv",
        "simplecache::s3://bucket/week",
        "filecache://week",
        "dir://week",
        "reference://week",
        "data://week",
        "s3://bucket/../../week",
        "sftp://host/a/..",
    ],
)
def test_no_address_leads_to_files_of_this_machine(address: str) -> None:
    """Web pages, archives and addresses within addresses are refused, too."""
    with pytest.raises(OutputError, match="files are not written to such an address") as caught:
        find_destination(address)
    assert caught.value.where == address
