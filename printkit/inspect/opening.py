"""Open anybody's PDF, or refuse it for one clear reason."""

import io
import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from printkit.errors import InspectionError
from printkit.files.opening import read_at_most, reason

MOST_BYTES = 100_000_000
MOST_PAGES = 10_000
_MOST_IN_A_STREAM = 75_000_000  # as pypdf has it
_MOST_IN_ALL = 500_000_000
_FILTERS_DEEP = 4
_HEAD = 4_000_000  # of what was unpacked, looked into once more
_MOUTHFUL = 1 << 16

_STREAM = re.compile(rb"stream\r?\n")
_ZLIB = re.compile(rb"[\x08\x18\x28\x38\x48\x58\x68\x78]")

# What pypdf raises over broken objects, besides its own errors; it asks callers to catch them.
_BROKEN = (
    AttributeError,
    IndexError,
    KeyError,
    NotImplementedError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)


@contextmanager
def named(pdf: bytes | Path) -> Iterator[None]:
    """Let every refusal within say which file it is about."""
    try:
        yield
    except InspectionError as error:
        where = "" if isinstance(pdf, bytes) else str(pdf)
        raise InspectionError(*error.problems, where=where, remedy=error.remedy) from error


def read_file(pdf: bytes | Path) -> bytes:
    """The bytes of a PDF of reasonable size.

    Raises:
        InspectionError: it cannot be read, is too large, is no PDF, or unpacks to far more.
    """
    data = pdf if isinstance(pdf, bytes) else _read(pdf)
    if len(data) > MOST_BYTES:
        raise InspectionError(f"the file has more than {MOST_BYTES // 1_000_000} MB")
    if b"%PDF-" not in data[:8192]:
        raise InspectionError("this is no PDF", remedy="Give a file that begins with %PDF.")
    _refuse_bombs(data)
    return data


@contextmanager
def opened(data: bytes) -> Iterator[PdfReader]:
    """A reader of a PDF; what goes wrong while it is used, too, becomes one clear error.

    Raises:
        InspectionError: it is encrypted, broken, or over a limit.
    """
    # What it warns of, it mends; preflight and qpdf tell what matters.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InspectionError("the PDF is encrypted", remedy="Save it without a password.")
        if not 0 < len(reader.pages) <= MOST_PAGES:
            raise InspectionError(f"the PDF has {len(reader.pages)} pages; 1 to {MOST_PAGES:,} do")
        yield reader
    except (DependencyError, FileNotDecryptedError) as error:
        remedy = "Save it without a password."
        raise InspectionError("the PDF is encrypted", remedy=remedy) from error
    except LimitReachedError as error:
        raise InspectionError(f"the PDF is over a limit: {error}") from error
    except (PyPdfError, *_BROKEN) as error:
        raise InspectionError(f"the PDF is broken: {str(error) or type(error).__name__}") from error


def _read(path: Path) -> bytes:
    try:
        return read_at_most(path, MOST_BYTES, handed_over=True)
    except (OSError, ValueError) as error:
        raise InspectionError(reason(error)) from error


def _refuse_bombs(data: bytes) -> None:
    """Refuse a small file that unpacks to a huge one, before any engine unpacks it."""
    total = 0
    for found in _STREAM.finditer(data):
        if _ZLIB.match(data, found.end()):
            total += _unpacked(memoryview(data)[found.end() :], _FILTERS_DEEP)
        if total > _MOST_IN_ALL:
            raise InspectionError(f"the file unpacks to over {_MOST_IN_ALL // 1_000_000} MB")


def _unpacked(packed: memoryview, depth: int) -> int:
    """How many bytes a stream unpacks to, and what is packed in it once more."""
    size, head = 0, bytearray()
    for piece in _pieces(packed):
        size += len(piece)
        head += piece[: max(_HEAD - len(head), 0)]
        if size > _MOST_IN_A_STREAM:
            limit = _MOST_IN_A_STREAM // 1_000_000
            raise InspectionError(f"a stream in the file unpacks to over {limit} MB")
    return size + (_unpacked(memoryview(head), depth - 1) if depth and _ZLIB.match(head) else 0)


def _pieces(packed: memoryview) -> Iterator[bytes]:
    """A zlib stream unpacked piece by piece, as far as it is one."""
    unpacker = zlib.decompressobj()
    for start in range(0, len(packed), _MOUTHFUL):
        rest = bytes(packed[start : start + _MOUTHFUL])
        while rest and not unpacker.eof:
            try:
                yield unpacker.decompress(rest, 16 * _MOUTHFUL)
            except zlib.error:
                return
            rest = unpacker.unconsumed_tail
        if unpacker.eof:
            return
