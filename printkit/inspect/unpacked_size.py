"""Refuse a small PDF whose streams unpack to a huge size (a "zip bomb").

In: the bytes of a PDF. Out: nothing, or an error. The bytes are searched for compressed streams,
without an engine: pypdf and qpdf would unpack a stream before they know its size.
"""

import re
import zlib
from collections.abc import Iterator

from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.errors import InspectionError

_FILTERS_DEEP = 4
_HEAD = 4_000_000  # bytes of an unpacked stream that are searched for packed data again
_CHUNK = 1 << 16

_STREAM = re.compile(rb"stream\r?\n")
# The first byte of a zlib stream: method 8, and one of the eight window sizes (RFC 1950, 2.2).
_ZLIB = re.compile(rb"[\x08\x18\x28\x38\x48\x58\x68\x78]")


def refuse_bombs(data: bytes, limits: Limits = DEFAULTS) -> None:
    """Refuse a file that unpacks to a huge size, before any engine unpacks it.

    Args:
        data: the bytes of the file.
        limits: how large a stream, and all streams together, may be when they are unpacked.

    Raises:
        InspectionError: a stream, or all streams together, are over a limit.
    """
    total = 0
    for found in _STREAM.finditer(data):
        if _ZLIB.match(data, found.end()):
            total += _unpacked_size(memoryview(data)[found.end() :], limits, _FILTERS_DEEP)
        if total > limits.pdf_unpacked_size * MB:
            raise InspectionError(f"the file unpacks to over {limits.told('pdf_unpacked_size')}")


def _unpacked_size(packed: memoryview, limits: Limits, depth: int) -> int:
    """Return the size of an unpacked stream, plus the size of a stream packed within it."""
    size, head = 0, bytearray()
    for chunk in _unpacked_chunks(packed):
        size += len(chunk)
        head += chunk[: max(_HEAD - len(head), 0)]
        if size > limits.pdf_stream_size * MB:
            limit = limits.told("pdf_stream_size")
            raise InspectionError(f"a stream in the file unpacks to over {limit}")
    if depth and _ZLIB.match(head):
        size += _unpacked_size(memoryview(head), limits, depth - 1)
    return size


def _unpacked_chunks(packed: memoryview) -> Iterator[bytes]:
    """Yield a zlib stream unpacked, chunk by chunk, as far as it is valid."""
    unpacker = zlib.decompressobj()
    for start in range(0, len(packed), _CHUNK):
        rest = bytes(packed[start : start + _CHUNK])
        while rest and not unpacker.eof:
            try:
                yield unpacker.decompress(rest, 16 * _CHUNK)
            except zlib.error:
                return
            rest = unpacker.unconsumed_tail
        if unpacker.eof:
            return
