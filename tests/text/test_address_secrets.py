"""Secrets of addresses: a log and a message show an address without them."""

import pytest

from printkit.text.address_secrets import (
    hide_secrets,
    hide_secrets_of,
    without_secrets,
    without_users,
)
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("https://ana:CANARY@example.org/a.png", "https://***@example.org/a.png"),
        ("sftp://ana:CANARY%2F@example.org/", "sftp://***@example.org/"),
        ("https://CANARY@example.org", "https://***@example.org"),
        ("ftp://ana:CANARY@example.org and more", "ftp://***@example.org and more"),
        ("s3://CANARY:CANARY@bucket/key", "s3://***@bucket/key"),
        ("https://e.org/a?token=CANARY&w=300", "https://e.org/a?token=***&w=300"),
        ("https://e.org/a?w=3&access_token=CANARY#top", "https://e.org/a?w=3&access_token=***#top"),
        ("https://e.org/?X-Amz-Signature=CANARY&x=1", "https://e.org/?X-Amz-Signature=***&x=1"),
        ("https://e.org/?X-Amz-Credential=CANARY%2F2", "https://e.org/?X-Amz-Credential=***"),
        ("https://e.org/?X-Amz-Security-Token=CANARY", "https://e.org/?X-Amz-Security-Token=***"),
        ("https://e.org/?sv=2&sig=CANARY%3D&se=3", "https://e.org/?sv=2&sig=***&se=3"),
        ("https://e.org/?KEY=CANARY", "https://e.org/?KEY=***"),
        ("https://e.org/?api_key=CANARY;apikey=CANARY", "https://e.org/?api_key=***;apikey=***"),
        ("https://e.org/?client_secret=CANARY", "https://e.org/?client_secret=***"),
        ("https://e.org/?password=CANARY", "https://e.org/?password=***"),
        ("https://e.org/#access_token=CANARY", "https://e.org/#access_token=***"),
        ("“https://e.org/?key=CANARY” is lost", "“https://e.org/?key=*** is lost"),
        (
            "https://e.org/?u=https%3A%2F%2Fana%3ACANARY%40e.org%2F%3Ftoken%3DCANARY%26w%3D3",
            "https://e.org/?u=https%3A%2F%2F***%40e.org%2F%3Ftoken%3D***%26w%3D3",
        ),
        ("a https://b:CANARY@c https://d:CANARY@e", "a https://***@c https://***@e"),
        ("https:/ana:CANARY@e.org/a.json", "https:/***@e.org/a.json"),
    ],
)
def test_a_secret_is_hidden(text: str, hidden: str) -> None:
    """All other parts of the address stay."""
    assert hide_secrets(text) == hidden


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/2026/a.png?w=300&h=200#top",
        "news/key points.json: line 3",
        "ana@example.org wrote: the key = 3",
        "https://medium.com/@ana/a-token-of-love",
        "https://example.org/a?q=a@b",
    ],
)
def test_other_texts_stay(text: str) -> None:
    """A log must still say which address is meant."""
    assert hide_secrets(text) == text


@pytest.mark.parametrize(
    ("address", "text", "hidden"),
    [
        ("s3://a:CANARY@bk/x", 'Invalid bucket name "a:CANARY@bk"', 'Invalid bucket name "***@bk"'),
        ("sftp://ana:CANARY%2F@h/x", "no CANARY/ of ana, or CANARY%2F", "no *** of ana, or ***"),
        ("sftp://ana:CAN%C3%84RY@h/x", "no key CANÄRYs", "no key ***s"),
        ("sftp://ana:CAN/ARY@h/x?token=CANARY", "see CANARY", "see ***"),
        ("sftp://ana:pa@h/x", "no pa in the path", "no *** in the path"),
        ("s3://bk/x", "ftp://a:CANARY@h of bk", "ftp://***@h of bk"),
        ("s3://bk/x", "no bucket bk", "no bucket bk"),
    ],
)
def test_a_secret_of_the_address_in_use_is_hidden_everywhere(
    address: str, text: str, hidden: str
) -> None:
    """Packages quote passwords without the address around them."""
    assert hide_secrets_of(address, text) == hidden


@pytest.mark.parametrize("piece", ["://", "a://", "key=", "://a", "%3A%2F%2F", "x", "token=%26"])
def test_long_texts_take_linear_time(piece: str) -> None:
    """A hostile record may have an address of megabytes."""
    with ends_soon():
        hide_secrets(piece * (2_000_000 // len(piece)))


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://ana:CANARY@e.org/a", "https://e.org/a"),
        ("https://CANARY@e.org", "https://e.org"),
        ("https://ana&#58;CANARY&#64;e.org", "https://e.org"),
        (
            "https://e.org/?u=https%3A%2F%2Fa%3ACANARY%40b.org",
            "https://e.org/?u=https%3A%2F%2Fb.org",
        ),
        ("https://e.org/?w=3&token=CANARY&x=1", "https://e.org/?w=3&x=1"),
        ("https://e.org/?token=CANARY&amp;api_key=CANARY&amp;w=3#t", "https://e.org/?w=3#t"),
        ("https://e.org/?X-Amz-Signature=CANARY", "https://e.org/"),
        ("https://e.org/#access_token=CANARY", "https://e.org/"),
    ],
)
def test_a_secret_is_taken_off_an_address(address: str, clean: str) -> None:
    """All other parts of the address stay."""
    assert without_secrets(address) == clean


@pytest.mark.parametrize(
    "address",
    [
        "https://medium.com/@ana/x",
        "https://e.org/?monkey=3&code=4&key=5&sid=6",
        "https://e.org/?q=a@b",
        "ana@e.org",
        "https://e.org\uff0cme@e.org",
    ],
)
def test_an_address_without_certain_secrets_stays(address: str) -> None:
    """Many sites number their articles with `key` and `code`; prose may follow an address."""
    assert without_secrets(address) == address


@pytest.mark.parametrize("piece", ["a://", "a://a:", "?token=a", "&", "?a-", " &#64;@a://b:"])
def test_to_clean_long_texts_takes_linear_time(piece: str) -> None:
    """A hostile record may have an address of megabytes."""
    with ends_soon():
        without_secrets("@" + piece * (1_000_000 // len(piece)))
        without_users("@" + piece * (1_000_000 // len(piece)))
