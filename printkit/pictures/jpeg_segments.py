"""Read a JPEG as segments, to count them, and to remove metadata without touching pixels.

The markers are those of ITU-T T.81, annex B.
"""

import re
import struct
from collections.abc import Iterator

from printkit.edition.limits import Limits

# Comments, and application data other than JFIF, colour profiles and Adobe's colour marker.
_METADATA = re.compile(rb"\xff(?:[\xe1\xe3-\xed\xef\xfe]|\xe2(?!..ICC_PROFILE\0))", re.DOTALL)
# The three markers between the frames are Huffman tables, an extension, and arithmetic coding.
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_HUFFMAN_FRAMES = (0xC0, 0xC1, 0xC2)
_SCAN = 0xDA
_END = b"\xff\xd9"
# A marker that a length follows, or the end of the picture. 0xFF before a zero is image data.
_MARKER = re.compile(rb"\xff[^\0\x01\xd0-\xd8\xff]")


def is_huffman_coded(jpeg: bytes) -> bool:
    """Return whether the first frame is Huffman coded. PDF readers know no arithmetic coding."""
    frames = (segment[1] for segment in _segments(jpeg) if segment[1] in _FRAMES)
    return next(frames, 0) in _HUFFMAN_FRAMES


def exceeded_limit(jpeg: bytes, limits: Limits) -> str:
    """Return the name of the limit that a JPEG exceeds; empty for a usual JPEG.

    Each scan of a progressive JPEG costs a pass over all pixels; programs write about ten scans.
    50 MB of XMP and colour profiles, in pieces of 64 kB, are 800 segments.
    """
    scans = 0
    for count, segment in enumerate(_segments(jpeg), 1):
        scans += segment[1] == _SCAN
        if scans > limits.picture_scans:
            return "picture_scans"
        if count > limits.picture_segments:
            return "picture_segments"
    return ""


def without_metadata(jpeg: bytes) -> bytes:
    """Return the JPEG without metadata, but with its pixels and its colour profile."""
    return b"\xff\xd8" + b"".join(
        segment for segment in _segments(jpeg) if not _METADATA.match(segment)
    )


def _segments(jpeg: bytes) -> Iterator[bytes]:
    """Yield the segments of a JPEG, from its first marker to its end.

    A scan is yielded together with its image data. Bytes after the end are left out: telephones
    append a second picture there.
    """
    at = 2
    while (found := _MARKER.search(jpeg, at)) and found.end() + 2 <= len(jpeg):
        at = found.start()
        marker, length = struct.unpack_from(">xBH", jpeg, at)
        end = at + 2 + length
        if marker == _SCAN:
            after = _MARKER.search(jpeg, end)
            end = after.start() if after else len(jpeg)
        yield jpeg[at:end]
        at = end
        if jpeg[at : at + 2] == _END:
            break
    yield _END
