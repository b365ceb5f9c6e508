"""Signatures: the first bytes of a file go in, the kind of a file that is no record comes out."""

import re

_MAGIC = (
    (rb"%PDF-", "a PDF"),
    (rb"%!PS", "a PostScript file"),
    (rb"\{\\rtf", "an RTF document"),
    (rb"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (rb"\xff\xd8\xff", "a JPEG picture"),
    (rb"GIF8[79]a", "a GIF picture"),
    (rb"(?s)RIFF....WEBP", "a WebP picture"),
    (rb"II\*\0|MM\0\*", "a TIFF picture"),
    # AVIF and HEIC pictures have the container of MP4 videos, so their patterns come first.
    (rb"(?s)\0...ftyp(?:avif|avis|heic|heix|mif1)", "an AVIF or HEIC picture"),
    (rb"(?s)\0...ftyp", "a video"),
    # EPUB and Office files are ZIP archives: the name of the first file in them tells the kind.
    (rb"(?s)PK\x03\x04.{26}mimetypeapplication/epub", "an EPUB book"),
    (rb"(?s)PK\x03\x04.{26}(?:word/|\[Content_Types\])", "an Office document"),
    (rb"PK(?:\x03\x04|\x05\x06)", "a ZIP archive"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (rb"\x1f\x8b", "a gzip archive"),
    (rb"BZh[1-9]1AY&SY", "a bzip2 archive"),
    (rb"\xfd7zXZ\0", "an xz archive"),
    (rb"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (rb"\x7fELF", "a program"),
    # A zero soon after the letters tells a program of Windows from a text that begins with MZ.
    (rb"(?s)MZ[^\0]{0,12}\0", "a program"),
    (rb"SQLite format 3\0", "a SQLite database"),
    (rb"\0\x01\0\0\0|OTTO\0|wOF[F2]", "a font"),
    (rb"ID3[\x02-\x04]|OggS\0|fLaC\0", "a sound file"),
)
_MARKUP = (
    (r"(?i)<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", "an HTML page"),
    (r"(?i)<rss[\s>]|<feed[\s>]|<rdf:rdf[\s>]", "a feed"),
    (r"<\?xml\b|<!DOCTYPE\b|<svg[\s>]|<nitf[\s>]|<newsItem[\s>]", "an XML file"),
)


def kind_of_bytes(data: bytes) -> str | None:
    """Return the kind of a file that is no text, such as `a JPEG picture`; None if unknown."""
    return next((kind for magic, kind in _MAGIC if re.match(magic, data)), None)


def kind_of_text(text: str) -> str | None:
    """Return the kind of a text that is markup, such as `an HTML page`; None for other texts."""
    opening = text[:1000].lstrip()
    return next((kind for mark, kind in _MARKUP if re.match(mark, opening)), None)
