"""Mail is recognised by its headers, and an article that quotes headers is none."""

import pytest

from printkit.readers.detection.messages import format_of_message
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("From: ana@example.org\nSubject: A\n\nHi", "a mail"),
        ("\nFrom: Ana\nTo: Ben\nDate: today\n\nHi", "a mail"),
        ("Received: from a\n\tby b\nSubject: A\n", "a mail"),
        ("Message-ID: <a@b>\nMIME-Version: 1.0\nbroken\n\nHi", "a mail"),
        ("412\nFrom: ana@example.org\nSubject: A\n\nHi", "a mail"),
        ("De : Ana\nEnvoyé le : lundi\nÀ : Ben\nObjet : A\n\nHi", "a mail"),
        ("From ana Sat Nov 21 06:00:00 2026\nSubject: A\n\nHi", "a mailbox (mbox)"),
        ("From: <Saved by Blink>\nSubject: A\nMIME-Version: 1.0\n", "a web page in MHTML"),
        (
            "MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=a\n\n--a",
            "a web page in MHTML",
        ),
        (f"From {'0a' * 20} Mon Sep 17 00:00:00 2001\nFrom: A\n", "a patch in a mail"),
        ("HTTP/1.1 404 Not Found\n\n", "an answer of a web server (HTTP)"),
    ],
)
def test_a_message_is_named(text: str, name: str) -> None:
    """One header is no mail: two that people write with an address, or three, are."""
    found = format_of_message(text)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        *("From: the harbour, with love\n\nThe ferry is back.", "Subject: ships\nDate: today\n\nA"),
        *("From: the master\nTo: all who sail\n\nThe ferry is back.", "From: Ana\nThe ferry\n"),
        *("A mail\n\nFrom: a@example.org\nTo: b@example.org\nSubject: A\n", "3\n\nThe ferry"),
        *(
            "From Paris to Avon by 12:30 in 2026\n\nThe ferry.",
            "References: A\n\nThe ferry",
        ),
        *("Date: today\nBy: Ana\n\nThe ferry", "", "HTTP/1.1 explained", "From: Ana\n To: Ben"),
    ],
)
def test_an_article_is_no_message(text: str) -> None:
    """An article may open with a word and a colon, and may quote a mail."""
    assert format_of_message(text) is None


def test_a_long_header_costs_little() -> None:
    """The pattern of an address goes over each word again at each of its letters."""
    with ends_soon():
        assert format_of_message("From: " + "a" * 400_000 + "\nSubject: A\n") is None
        assert format_of_message("From: A\n" + " a" * 400_000 + "\nSubject: A\n") is None
