"""Zip bombs: a small file that unpacks to a huge size is refused before an engine opens it."""

import zlib

import pytest

from printkit.edition.limits import Limits
from printkit.errors import InspectionError
from printkit.inspect.opening import read_pdf
from tests.support.time_limits import ends_soon


def pdf_with(stream: bytes) -> bytes:
    """Return a PDF with this stream."""
    return b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + stream + b"\nendstream\nendobj\n%%EOF"


@pytest.mark.parametrize("packed", [1, 2])
def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(packed: int) -> None:
    """A stream packed once or twice is refused quickly, before pypdf reads the file."""
    bomb = b"\0" * 80_000_000
    for _ in range(packed):
        bomb = zlib.compress(bomb, 9)
    with ends_soon(), pytest.raises(InspectionError, match="unpacks to over 75 MB"):
        read_pdf(pdf_with(bomb))


def test_many_bombs_are_counted_together() -> None:
    """Each stream alone is within the limit."""
    limits = Limits(pdf_unpacked_size=5)
    stream = zlib.compress(b"\0" * 2_000_000)
    assert read_pdf(pdf_with(stream) + pdf_with(stream), limits)
    with pytest.raises(InspectionError, match="the file unpacks to over 5 MB"):
        read_pdf(pdf_with(stream) * 3, limits)
