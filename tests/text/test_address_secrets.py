"""Secrets of addresses: a log and a message show an address without them."""

import pytest

from printkit.text.address_secrets import hide_secrets
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("https://ana:CANARY@example.org/a.png", "https://***@example.org/a.png"),
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


@pytest.mark.parametrize("piece", ["://", "a://", "key=", "://a", "%3A%2F%2F", "x", "token=%26"])
def test_long_texts_take_linear_time(piece: str) -> None:
    """A hostile record may have an address of megabytes."""
    with ends_soon():
        hide_secrets(piece * (2_000_000 // len(piece)))
