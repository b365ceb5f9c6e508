"""A PNG is printed without a profile or a text that is too large for Pillow."""

import zlib
from base64 import b64encode
from collections.abc import Sequence

import pytest

from printkit.pictures.photograph import develop
from printkit.pictures.png_blocks import SlimPng, without_large_blocks
from tests.support.made_pictures import compare_pixels, decode_photograph, draw_quarters
from tests.support.made_pictures import encode_picture as encoded
from tests.support.printed_articles import print_article
from tests.support.sample_records import PLAIN

LARGE = zlib.compress(bytes(2_000_000))
SMALL = zlib.compress(b"words")
PNG = encoded(draw_quarters())
PROFILE, PACKED, TEXT = "the colour profile (iCCP)", "a text (zTXt)", "a text (iTXt)"
XMP = b"XML:com.adobe.xmp\0\1\0\0\0"


def with_blocks(*blocks: tuple[bytes, bytes]) -> bytes:
    """Return a PNG with blocks behind its header."""
    made = b"".join(
        len(content).to_bytes(4) + kind + content + zlib.crc32(kind + content).to_bytes(4)
        for kind, content in blocks
    )
    return PNG[:33] + made + PNG[33:]


@pytest.mark.parametrize(
    ("blocks", "left_out"),
    [
        ([(b"iCCP", b"ICC\0\0" + LARGE)], [PROFILE]),
        ([(b"zTXt", b"Comment\0\0" + LARGE)], [PACKED]),
        ([(b"iTXt", XMP + LARGE)], [TEXT]),
        ([(b"zTXt", b"a\0\0" + LARGE), (b"iTXt", XMP + LARGE)], [PACKED, TEXT]),
        ([(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(1_000_000)))] * 99, [PACKED]),
    ],
    ids=["profile", "packed", "international", "two", "many"],
)
def test_a_picture_is_whole_without_its_large_blocks(
    blocks: Sequence[tuple[bytes, bytes]], left_out: Sequence[str]
) -> None:
    """The last picture has texts of 99 MB, none of which is too large alone."""
    found = develop(with_blocks(*blocks))
    assert (found.whole, list(found.blocks.left_out)) == (1.0, left_out)
    assert compare_pixels(decode_photograph(found), draw_quarters()) == 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8 a JPEG",
        PNG,
        PNG[:50],
        PNG[:20] + b"\xff" * 30,
        with_blocks((b"iCCP", b"ICC\0\0" + SMALL), (b"iTXt", XMP + SMALL), (b"tEXt", b"a\0b")),
        with_blocks((b"iCCP", b"ICC\0\0" + b"rubbish"), (b"zTXt", b""), (b"iTXt", b"a")),
    ],
)
def test_other_bytes_stay_as_they_are(data: bytes) -> None:
    """Nothing is copied."""
    assert without_large_blocks(data) == SlimPng(data)
    assert without_large_blocks(data).data is data


def test_the_user_is_told_what_was_left_out() -> None:
    """The colours of the picture may differ, and the file ends where it should."""
    picture = with_blocks((b"iCCP", b"ICC\0\0" + LARGE))
    address = f"data:image/png;base64,{b64encode(picture).decode()}"
    made = print_article(PLAIN | {"images": [{"src": address, "alt": "Quarters"}]})
    (told,) = (one.message for one in made.remarks if one.code == "PK404")
    assert told == f"too large to be read, and left out of the file: {PROFILE}"
