"""Signatures: the first bytes of a file go in, the format of a file that is no text comes out."""

import re
import zlib

from printkit.readers.detection.formats import Family, Format

_PICTURE, _DOCUMENT, _ARCHIVE = Family.PICTURE, Family.DOCUMENT, Family.ARCHIVE
_DATA = Family.DATA
_IN_ZIP = rb"(?s)PK\x03\x04.{26}mimetypeapplication/"
_MAGIC = (
    (rb"%!PS", "a PostScript file", _DOCUMENT),
    (rb"\{\\rtf", "an RTF document", _DOCUMENT),
    (rb"\x89PNG\r\n\x1a\n", "a PNG picture", _PICTURE),
    (rb"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (rb"GIF8[79]a", "a GIF picture", _PICTURE),
    (rb"(?s)RIFF....WEBP", "a WebP picture", _PICTURE),
    (rb"II\*\0|MM\0\*", "a TIFF picture", _PICTURE),
    (rb"(?s)BM....\0\0\0\0", "a BMP picture", _PICTURE),
    (rb"\0\0\x01\0[^\0]", "an icon", _PICTURE),
    (rb"8BPS\0", "a Photoshop document", _PICTURE),
    (rb"\0\0\0\x0cjP  ", "a JPEG 2000 picture", _PICTURE),
    (rb"\xff\x0a|\0\0\0\x0cJXL ", "a JPEG XL picture", _PICTURE),
    # AVIF and HEIC pictures have the container of MP4 videos, so their patterns come first.
    (rb"(?s)\0...ftyp(?:avif|avis|heic|heix|mif1)", "an AVIF or HEIC picture", _PICTURE),
    (rb"(?s)\0...ftyp|\x1aE\xdf\xa3|(?s:RIFF....AVI )", "a video", _DATA),
    # EPUB and Office files are ZIP archives: the name of the first file in them tells the kind.
    (_IN_ZIP + rb"epub", "an EPUB book", _DOCUMENT),
    (_IN_ZIP + rb"vnd\.oasis", "an OpenDocument file", _DOCUMENT),
    (rb"(?s)PK\x03\x04.{26}(?:word/|xl/|ppt/|\[Content_Types\])", "an Office document", _DOCUMENT),
    (rb"PK(?:\x03\x04|\x05\x06)", "a ZIP archive", _ARCHIVE),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _DOCUMENT),
    (rb"AT&TFORM", "a DjVu document", _DOCUMENT),
    (rb"(?s).{60}BOOKMOBI", "a Kindle book", _DOCUMENT),
    (rb"\x1f\x8b", "a gzip archive", _ARCHIVE),
    (rb"BZh[1-9]1AY&SY", "a bzip2 archive", _ARCHIVE),
    (rb"\xfd7zXZ\0", "an xz archive", _ARCHIVE),
    (rb"\x28\xb5\x2f\xfd", "a Zstandard archive", _ARCHIVE),
    (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _ARCHIVE),
    (rb"Rar!\x1a\x07", "a RAR archive", _ARCHIVE),
    # The zero tells the header of a tar archive from words such as `ajustar`.
    (rb"(?s).{257}ustar(?:\0|  \0)", "a tar archive", _ARCHIVE),
    (rb"\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|\0asm", "a program", _DATA),
    # A zero soon after the letters tells a program of Windows from a text that begins with MZ.
    (rb"(?s)MZ[^\0]{0,12}\0", "a program", _DATA),
    (rb"SQLite format 3\0", "a SQLite database", _DATA),
    (rb"(?s)bplist0\d(?=.*WebMainResource)", "a web archive of Safari", Family.PAGE),
    (rb"bplist0\d", "a binary property list", _DATA),
    (rb"WARC/[01]\.\d+\r?\n", "a web archive (WARC)", Family.PAGE),
    (rb"\0\x01\0\0\0|OTTO\0|wOF[F2]", "a font", _DATA),
    (rb"ID3[\x02-\x04]|OggS\0|fLaC\0|(?s:RIFF....WAVE)", "a sound file", _DATA),
    # Unicode section 23.8: byte order marks of encodings that Python cannot decode.
    (rb"\x0e\xfe\xff", "a text in the encoding SCSU", _DOCUMENT),
    (rb"\xfb\xee\x28", "a text in the encoding BOCU-1", _DOCUMENT),
    (rb"\xdd\x73\x66\x73", "a text in the encoding UTF-EBCDIC", _DOCUMENT),
    (rb"\xf7\x64\x4c", "a text in the encoding UTF-1", _DOCUMENT),
)
_PDF = Format("a PDF", _DOCUMENT)
_PDF_OPENING = re.compile(rb"(?:[\r\n]|\A)%PDF-\d")
_LATEST_PDF = 1024  # bytes; ISO 32000 readers find the header of a PDF within them
_UNPACKED = 512  # bytes


def format_of_bytes(data: bytes) -> Format | None:
    """Return the format of a file that is no text, such as a JPEG picture; None if unknown."""
    if data.startswith(b"%PDF-") or _is_late_pdf(data):
        return _PDF
    for magic, name, family in _MAGIC:
        if re.match(magic, data):
            return _packed(data) or Format(name, family)
    return None


def _is_late_pdf(data: bytes) -> bool:
    """Tell whether bytes of another program stand before the header of a PDF."""
    opening = data.lstrip()[:_LATEST_PDF]
    return bool(_PDF_OPENING.search(opening)) and b"endobj" in data


def _packed(data: bytes) -> Format | None:
    """Return the format of a web archive that is packed with gzip; None for any other file."""
    if not data.startswith(b"\x1f\x8b"):
        return None
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        opening = unpacking.decompress(data[:_UNPACKED], _UNPACKED)
    except zlib.error:
        return None
    if opening.startswith(b"WARC/"):
        return Format("a web archive (WARC), packed with gzip", Family.PAGE)
    return None
