"""Mail is recognised by its headers, and an article that quotes headers is none."""

import pytest

from printkit.readers.detection.messages import format_of_message
from tests.support.time_limits import ends_soon

MAILS = (
    "De : Ana <ana@example.org>\nEnvoyé le : lundi\nÀ : Ben\nObjet : A\n\nHi",
    "De\N{NO-BREAK SPACE}: Ana <ana@example.org>\nObjet\N{NO-BREAK SPACE}: A\n\nHi",
    "Fra: Ana <ana@example.org>\nTil: Ben\nEmne: A\n\nHi",
    "Från: Ana <ana@example.org>\nTill: Ben\nÄmne: A\n\nHi",
    "Von: Ana <ana@example.org>\nAn: Ben\nBetreff: A\n\nHi",
    "De: Ana <ana@example.org>\nEnviado el: lunes\nPara: Ben\nAsunto: A\n\nHi",
    "Da: Ana <ana@example.org>\nInviato: oggi\nA: Ben\nOggetto: A\n\nHi",
    "Van: Ana <ana@example.org>\nVerzonden: nu\nAan: Ben\nOnderwerp: A\n\nHi",
    "Od: Ana <ana@example.org>\nDo: Ben\nTemat: A\n\nHi",
    "От: Ана <ana@example.org>\nКому: Ben\nТема: А\n\nHi",
    "差出人: アナ <ana@example.org>\n宛先: ben@example.org\n件名: A\n\nHi",
    "发件人：安娜 <ana@example.org>\n收件人：Ben\n主题：A\n\nHi",
    "من: آنا <ana@example.org>\nإلى: Ben\nالموضوع: A\n\nHi",
    "Subject: A\nTo: ben@example.org\nDate: today\n\nHi",
    "Title: A\nFrom: Ana <ana@example.org>\nTo: Ben\nSubject: A\n\nHi",
    "-------- Original Message --------\nFrom: ana@example.org\nTo: Ben\n\nHi",
    "Begin forwarded message:\n\nFrom: Ana <ana@example.org>\nSubject: A\n\nHi",
    "---------- Forwarded message ---------\nFrom: ana@example.org\nTo: Ben\n\nHi",
    "> From: Ana <ana@example.org>\n> To: Ben\n> Subject: A\n>\n> Hi",
    "*From:* Ana <ana@example.org>\n*To:* Ben\n*Subject:* A\n\nHi",
    "**From:** Ana <ana@example.org>\n**Sent:** Monday\n\nHi",
    "Content-Type: multipart/mixed; boundary=a\n\n--a\n",
    "From: Ana\nSent: Monday\nTo: Ben\nSubject: A\n\nHi",
    "From: Ana <ana@example.org>\nHi\n",
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("From: ana@example.org\nSubject: A\n\nHi", "a mail"),
        ("\nFrom: Ana\nTo: ben@example.org\nDate: today\n\nHi", "a mail"),
        ("Received: from a\n\tby b\nSubject: A\n", "a mail"),
        ("Message-ID: <a@b>\nMIME-Version: 1.0\nbroken\n\nHi", "a mail"),
        ("412\nFrom: ana@example.org\nSubject: A\n\nHi", "a mail"),
        *((text, "a mail") for text in MAILS),
        ("From ana Sat Nov 21 06:00:00 2026\nSubject: A\n\nHi", "a mailbox (mbox)"),
        ("From: <Saved by Blink>\nSubject: A\nMIME-Version: 1.0\n", "a web page in MHTML"),
        (
            "MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=a\n\n--a",
            "a web page in MHTML",
        ),
        ("Content-Type: multipart/related\n\n--a\n", "a web page in MHTML"),
        (f"From {'0a' * 20} Mon Sep 17 00:00:00 2001\nFrom: A\n", "a patch in a mail"),
        ("HTTP/1.1 404 Not Found\nServer: a\n\n", "an answer of a web server (HTTP)"),
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
        *("HTTP/1.1 404 and other lies\n\nThe web", "HTTP/2 200 ships later\nBy: Ana\n\nThe web"),
        "Headline: The ferry\nFrom: Ana\nDate: today\nSubject: ferry\n\nThe ferry",
        "To: The Editor\nFrom: Ana Lima, Avon\nSubject: Your article of May\n\nThe ferry",
        "To: all\nFrom: the editor\nDate: today\nSubject: tea\nCc: the cook\n\nThe ferry",
        "Date: today\nReferences: none\n\nThe ferry",
        "Contact: Ana Lima, ana@example.org\nDate: today\n\nThe ferry",
        "Begin forwarded message: a story\n\nThe ferry",
        "From the sea: a story\nBy: Ana Lima <ana@example.org>\n\nThe ferry",
        "> From: the sea\n> To: the land\n\nThe ferry",
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


@pytest.mark.parametrize("piece", ["-", "--a", "> ", "*", "a: b\n", " ", "HTTP/1.1 200\n", "a:"])
def test_a_long_text_without_a_header_costs_little(piece: str) -> None:
    """Each pattern looks at each place of a text once."""
    with ends_soon():
        assert format_of_message(piece * 200_000) is None
