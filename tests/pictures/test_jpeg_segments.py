"""JPEG segments: metadata goes, pixels and the meaning of colours stay."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from printkit.edition.limits import DEFAULTS
from printkit.pictures.decoding import TooLargeError
from printkit.pictures.jpeg_segments import exceeded_limit
from printkit.pictures.photograph import develop
from tests.support.made_pictures import (
    add_segment,
    build_iim,
    build_photoshop_segment,
    build_xmp,
    compare_pixels,
    decode_photograph,
    draw_scene,
    encode_picture,
)
from tests.support.time_limits import ends_soon


def repeat_last_scan(jpeg: bytes, times: int) -> bytes:
    """Return a progressive JPEG whose last scan stands there so many times."""
    last = jpeg.rindex(b"\xff\xda")
    return jpeg[:last] + jpeg[last:-2] * times + jpeg[-2:]


@pytest.mark.timeout(20)
def test_a_jpeg_of_thousands_of_scans_is_refused_at_once() -> None:
    """Each scan costs a pass over 40 megapixels: such a file took minutes."""
    large = encode_picture(Image.new("L", (6300, 6300)), "JPEG", progressive=True)
    bomb = repeat_last_scan(large, 4_000)
    assert len(bomb) < 900_000
    told = "more than 100 scans; save it as a baseline JPEG"
    with ends_soon(), pytest.raises(TooLargeError, match=told):
        develop(bomb)


def test_the_scans_of_a_usual_photograph_are_no_problem() -> None:
    """A thumbnail in the metadata has scans of its own, which do not count."""
    plain = encode_picture(draw_scene(), "JPEG", progressive=True)
    assert exceeded_limit(plain, DEFAULTS) == ""
    scans = plain.count(b"\xff\xda")
    most = repeat_last_scan(plain, DEFAULTS.picture_scans - scans + 1)
    assert exceeded_limit(add_segment(most, 0xE1, b"\xff\xda\0\2" * 200), DEFAULTS) == ""
    more = repeat_last_scan(plain, DEFAULTS.picture_scans - scans + 2)
    assert exceeded_limit(more, DEFAULTS) == "picture_scans"
    assert develop(most).width == 300


@pytest.mark.timeout(20)
def test_a_jpeg_of_a_million_segments_is_refused_at_once() -> None:
    """Pillow keeps each segment apart, in a list."""
    plain = encode_picture(draw_scene(), "JPEG")
    bomb = plain[:2] + b"\xff\xfe\0\2" * 1_000_000 + plain[2:]
    with ends_soon(), pytest.raises(TooLargeError, match="more than 5,000 segments"):
        develop(bomb)


def gps() -> Image.Exif:
    """Return EXIF as a telephone writes it, with the place of the photographer."""
    exif = Image.Exif()
    exif[0x010E] = "a mole"
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 31.0, 45.0)})
    return exif


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photograph_handed_on_does_not_say_where_it_was_taken(progressive: bool) -> None:
    """EXIF, XMP, IIM, comments and trailing data go; no pixel changes."""
    data = encode_picture(
        draw_scene(),
        "JPEG",
        exif=gps(),
        xmp=build_xmp("<dc:rights/>"),
        progressive=progressive,
        comment=b"c",
    )
    data = add_segment(
        add_segment(data, 0xED, build_photoshop_segment(build_iim((2, 90, b"Cadiz")))), 0xE2, b"MPF"
    )
    photograph = develop(data + b"trailing" + data)
    shown = decode_photograph(photograph)
    assert Image.open(BytesIO(data)).getexif().get_ifd(0x8825)
    assert not shown.getexif()
    assert photograph.blocks.exif[0x010E] == "a mole"
    for word in (b"Exif", b"xmpmeta", b"Cadiz", b"MPF", b"trailing"):
        assert word not in photograph.data
    assert "comment" not in shown.info
    assert compare_pixels(shown, Image.open(BytesIO(data))) == 0
    assert photograph.data.count(b"\xff\xd9") == 1


def test_a_photograph_handed_on_keeps_what_its_colours_mean() -> None:
    """JFIF, profile and Adobe marker stay, so that an RGB JPEG stays RGB."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encode_picture(draw_scene(), "JPEG", icc_profile=srgb, dpi=(300, 300))
    shown = decode_photograph(develop(data))
    assert (shown.info["icc_profile"], shown.info["dpi"]) == (srgb, (300, 300))
    adobe = add_segment(encode_picture(draw_scene(), "JPEG"), 0xEE, b"Adobe\0d\0\0\0\0\1")
    assert b"Adobe" in develop(adobe).data


def test_an_arithmetic_coded_jpeg_is_written_anew() -> None:
    """PDF readers know only Huffman coding: a file marked otherwise is encoded again."""
    huffman = encode_picture(draw_scene(), "JPEG")
    assert huffman.count(b"\xff\xc0") == 1
    extended = huffman.replace(b"\xff\xc0", b"\xff\xc1")
    assert develop(extended).data == extended
    arithmetic = huffman.replace(b"\xff\xc0", b"\xff\xc9")
    assert develop(arithmetic).data != arithmetic
