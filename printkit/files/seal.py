"""Seal a PDF: its /ID becomes a checksum of all its bytes, so that a later change can be seen.

In: the bytes of a finished PDF. Out: the same PDF with another /ID, or whether a PDF has the bytes
that printkit wrote. A seal shows a change by another program; it is no proof against forgery.
"""

import re
from hashlib import sha256

# A file has two identifiers (ISO 32000-1, 14.4): pydyf and qpdf write the same 32 hexadecimal
# digits twice.
_ID = re.compile(rb"/ID \[([(<])([0-9a-f]{32})([)>]) ?\1\2\3\]")
_DIGITS = 32


def seal(pdf: bytes) -> bytes:
    """Return a PDF whose /ID is the checksum of all other bytes; without an /ID, the PDF as is."""
    found = _last_id(pdf)
    return _with_digits(pdf, found, _true_digits(pdf, found)) if found else pdf


def is_sealed(pdf: bytes) -> bool:
    """Return whether a PDF has the bytes that `seal` returned; space at the end may differ."""
    found = _last_id(pdf)
    return found is not None and found[2] == _true_digits(pdf, found)


def _last_id(pdf: bytes) -> "re.Match[bytes] | None":
    return next(reversed(list(_ID.finditer(pdf))), None)


def _true_digits(pdf: bytes, found: "re.Match[bytes]") -> bytes:
    blank = _with_digits(pdf, found, b"0" * _DIGITS)
    return sha256(blank.rstrip()).hexdigest()[:_DIGITS].encode()


def _with_digits(pdf: bytes, found: "re.Match[bytes]", digits: bytes) -> bytes:
    written = found[0].replace(found[2], digits)
    return pdf[: found.start()] + written + pdf[found.end() :]
