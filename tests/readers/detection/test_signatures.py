"""Files are recognised by their first bytes."""

import gzip

import pytest

from printkit.readers.detection.signatures import format_of_bytes


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\n" * 2000 + b"%PDF-1.7\n1 0 obj\n<<>>\nendobj", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"RIFF\x01\x02\x03\x04WEBPVP8", "a WebP picture"),
        (b"BM\x9a\x01\0\0\0\0\0\0", "a BMP picture"),
        (b"\0\0\0\x20ftypavif", "an AVIF or HEIC picture"),
        (b"\0\0\0\x20ftypisom", "a video"),
        (b"PK\x03\x04" + b"\x14" * 26 + b"word/document.xml", "an Office document"),
        (b"PK\x03\x04" + b"\x14" * 26 + b"mimetypeapplication/epub+zip", "an EPUB book"),
        (
            b"PK\x03\x04" + b"\x14" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "an OpenDocument file",
        ),
        (b"PK\x03\x04" + b"\x14" * 26 + b"a.txt", "a ZIP archive"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (gzip.compress(b"WARC/1.0\r\n", mtime=0), "a web archive (WARC), packed with gzip"),
        (gzip.compress(b"WARC is short", mtime=0), "a gzip archive"),
        (gzip.compress(b"A text", mtime=0), "a gzip archive"),
        (b"bplist00\xd1", "a binary property list"),
        (b"bplist00\xd1_\x10\x0fWebMainResource", "a web archive of Safari"),
        (b"a.txt".ljust(257, b"\0") + b"ustar\x0000", "a tar archive"),
        (b"a.txt".ljust(257, b"\0") + b"ustar  \0", "a tar archive"),
        (b"\x7fELF\x02", "a program"),
        (b"MZ\x90\0\x03", "a program"),
        (b"{\\rtf1", "an RTF document"),
        (b"\x0e\xfe\xffThe ferry", "a text in the encoding SCSU"),
    ],
)
def test_a_file_is_named_by_its_first_bytes(data: bytes, name: str) -> None:
    """The message has the name of the format that a sender knows, such as “a JPEG picture”."""
    found = format_of_bytes(data)
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "data",
    [
        *(b"MZ, a title", b"PKs", b"GIF or not", b"{}", b"The ftyp", b"BM. A title and a text"),
        b"Es hora. " * 28 + b"de ajustar las tarifas del transbordador",
        *(b"bplist", b"WARC/1.0 explained", b"About PDF\n%PDF-1.7 begins a file", b""),
    ],
)
def test_text_that_begins_alike_is_text(data: bytes) -> None:
    """A headline may begin with the letters of a signature."""
    assert format_of_bytes(data) is None
