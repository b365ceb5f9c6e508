"""JPEG segments: metadata goes, pixels and the meaning of colours stay."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

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
