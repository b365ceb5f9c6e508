"""Files are recognised by their first bytes."""

import pytest

from printkit.readers.signatures import kind_of_bytes, kind_of_text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"RIFF\x01\x02\x03\x04WEBPVP8", "a WebP picture"),
        (b"\0\0\0\x20ftypavif", "an AVIF or HEIC picture"),
        (b"\0\0\0\x20ftypisom", "a video"),
        (b"PK\x03\x04" + b"\x14" * 26 + b"word/document.xml", "an Office document"),
        (b"PK\x03\x04" + b"\x14" * 26 + b"mimetypeapplication/epub+zip", "an EPUB book"),
        (b"PK\x03\x04" + b"\x14" * 26 + b"a.txt", "a ZIP archive"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\x7fELF\x02", "a program"),
        (b"MZ\x90\0\x03", "a program"),
        (b"{\\rtf1", "an RTF document"),
    ],
)
def test_a_file_is_named_by_its_first_bytes(data: bytes, kind: str) -> None:
    """The message has the name of the format that a sender knows, such as “a JPEG picture”."""
    assert kind_of_bytes(data) == kind


@pytest.mark.parametrize("data", [b"MZ, a title", b"PKs", b"GIF or not", b"{}", b"The ftyp"])
def test_text_that_begins_alike_is_text(data: bytes) -> None:
    """A headline may begin with the letters of a signature."""
    assert kind_of_bytes(data) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("\n<!DOCTYPE html><title>x", "an HTML page"),
        ('<HTML lang="en">', "an HTML page"),
        ('<rss version="2.0">', "a feed"),
        ('<?xml version="1.0"?>', "an XML file"),
        ("<p>A paragraph", None),
        ("A headline about <html>", None),
    ],
)
def test_a_page_of_markup_is_named(text: str, kind: str | None) -> None:
    """A whole HTML page is no record; a paragraph that begins with an element may be."""
    assert kind_of_text(text) == kind
