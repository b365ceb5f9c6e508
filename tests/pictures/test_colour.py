"""Colours of every kind, on their way to paper."""

import struct

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat

from printkit.pictures.colour import is_proofed
from printkit.pictures.photograph import develop
from tests.support.made_pictures import (
    build_display_p3,
    build_odd_press,
    build_png,
    compare_pixels,
    decode_photograph,
    draw_lab_scene,
    draw_quarters,
    draw_scene,
    encode_picture,
    read_pixel,
)


def test_wide_colours_come_down_to_srgb() -> None:
    """A P3 green that sRGB has looks the same: with other numbers, and without a profile."""
    green = Image.new("RGB", (40, 40), (120, 200, 120))
    image = decode_photograph(develop(encode_picture(green, icc_profile=build_display_p3())))
    red, level, blue = read_pixel(image, (20, 20))
    assert red < 105
    assert abs(level - 202) < 5
    assert blue < 120
    assert "icc_profile" not in image.info


def test_alpha_survives_the_change_of_colours() -> None:
    """A wide-colour PNG with alpha stays transparent."""
    image = Image.new("RGBA", (20, 20), (120, 200, 120, 90))
    shown = decode_photograph(develop(encode_picture(image, icc_profile=build_display_p3())))
    assert shown.mode == "RGBA"
    assert read_pixel(shown, (5, 5))[3] == 90
    assert read_pixel(shown, (5, 5))[0] < 105


def test_cmyk_goes_through_its_own_profile() -> None:
    """A profile gives the colours of its press; without a profile, the plain formula counts."""
    magenta = Image.new("CMYK", (32, 32), (0, 255, 0, 0))
    plain = decode_photograph(develop(encode_picture(magenta, "JPEG", quality=95)))
    assert plain.mode == "RGB"
    assert compare_pixels(plain, Image.new("RGB", (32, 32), (255, 0, 255))) < 8
    odd = decode_photograph(
        develop(encode_picture(magenta, "JPEG", quality=95, icc_profile=build_odd_press()))
    )
    assert compare_pixels(odd, Image.new("RGB", (32, 32), (255, 255, 0))) < 30


def test_cmyk_tiff_is_printed_in_rgb() -> None:
    """Black ink is black and paper is white, also from a TIFF."""
    image = Image.new("CMYK", (20, 20), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 10, 20))
    shown = decode_photograph(develop(encode_picture(image, "TIFF")))
    assert shown.getpixel((2, 2)) == (0, 0, 0)
    assert shown.getpixel((15, 2)) == (255, 255, 255)


@pytest.mark.parametrize("junk", [b"no profile at all", build_odd_press(), b"\0" * 200])
def test_a_wrong_profile_spoils_nothing(junk: bytes) -> None:
    """A broken profile, or a CMYK profile in an RGB picture, is ignored."""
    data = encode_picture(draw_scene(), "JPEG", icc_profile=junk)
    assert develop(data).data == data


def test_sixteen_bits_become_eight() -> None:
    """16-bit grey keeps its steps: black, a quarter, half, white."""
    deep = Image.new("I;16", (4, 1))
    for x, level in enumerate((0, 16384, 32768, 65535)):
        deep.putpixel((x, 0), level)
    shown = decode_photograph(develop(encode_picture(deep)))
    assert shown.mode == "L"
    assert list(shown.tobytes()) == [0, 64, 128, 255]
    deep = Image.new("I;16", (2, 1), 16384)
    assert list(decode_photograph(develop(encode_picture(deep))).tobytes()) == [64, 64]


def test_sixteen_bit_colour_becomes_eight() -> None:
    """16-bit colour keeps its levels: 65535 becomes 255, and 257 becomes 1."""
    row = b"\0" + struct.pack(">6H", 65535, 32896, 0, 0, 257, 65535)
    shown = decode_photograph(develop(build_png(2, 1, 16, 2, row)))
    assert (shown.getpixel((0, 0)), shown.getpixel((1, 0))) == ((255, 128, 0), (0, 1, 255))


@pytest.mark.parametrize(
    ("mode", "kind", "printed"),
    [
        ("1", "PNG", "L"),
        ("L", "PNG", "L"),
        ("LA", "PNG", "LA"),
        ("P", "PNG", "RGB"),
        ("P", "GIF", "RGB"),
        ("RGBA", "PNG", "RGBA"),
        ("RGBA", "WEBP", "RGBA"),
        ("RGB", "BMP", "RGB"),
        ("RGB", "AVIF", "RGB"),
        ("I", "TIFF", "L"),
        ("F", "TIFF", "L"),
        ("LAB", "TIFF", "RGB"),
        ("YCbCr", "TIFF", "RGB"),
        ("I;16B", "TIFF", "L"),
    ],
)
def test_every_mode_ends_as_grey_or_rgb(mode: str, kind: str, printed: str) -> None:
    """From pixels of any mode, the press gets 8 bits in a mode that the press knows."""
    if mode == "I;16B":
        image = Image.frombytes("I;16B", (4, 4), bytes(range(32)))
    elif mode in ("LA", "RGBA"):
        image = Image.new(mode, (20, 20), (10, 99) if mode == "LA" else (10, 20, 30, 99))
    else:
        image = (
            draw_scene(40, 30).convert("RGB").convert(mode) if mode != "LAB" else draw_lab_scene()
        )
    photograph = develop(encode_picture(image, kind))
    assert decode_photograph(photograph).mode == printed
    assert (photograph.width, photograph.height) == image.size


def test_lab_colours_are_right() -> None:
    """Lab becomes sRGB, with small errors only."""
    difference = ImageChops.difference(
        decode_photograph(develop(encode_picture(draw_lab_scene(), "TIFF"))), draw_scene(40, 30)
    )
    assert max(ImageStat.Stat(difference).mean) < 4


def test_alpha_that_shows_nothing_is_left_out() -> None:
    """An opaque RGBA picture prints as plain RGB."""
    image = draw_scene(40, 30)
    image.putalpha(255)
    assert decode_photograph(develop(encode_picture(image))).mode == "RGB"


def test_transparent_palette_and_grey_keep_their_holes() -> None:
    """A hole that a colour marks, without alpha, is a hole in print, too."""
    image = draw_quarters().convert("P", palette=Image.Palette.ADAPTIVE, colors=4)
    hole = image.getpixel((1, 1))
    shown = decode_photograph(develop(encode_picture(image, "GIF", transparency=hole)))
    assert shown.mode == "RGBA"
    assert (read_pixel(shown, (1, 1))[3], read_pixel(shown, (60, 1))[3]) == (0, 255)
    grey = Image.new("L", (4, 4), 7)
    assert decode_photograph(develop(encode_picture(grey, transparency=7))).getpixel((0, 0)) == (
        7,
        0,
    )


def test_srgb_is_known_by_what_it_does_not_by_its_name() -> None:
    """A JPEG with an sRGB profile is not touched; a JPEG with a wider profile is converted."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encode_picture(draw_scene(), "JPEG", icc_profile=srgb)
    assert develop(data).data == data
    data = encode_picture(draw_scene(), "JPEG", icc_profile=build_display_p3())
    assert develop(data).data != data


def test_what_needs_no_proof_is_told() -> None:
    """Grey and RGB need no conversion; alpha, palettes, CMYK and wide colours need a conversion."""
    assert is_proofed(draw_scene())
    assert is_proofed(draw_scene().convert("L"))
    assert not any(
        is_proofed(draw_scene().convert(mode)) for mode in ("RGBA", "P", "CMYK", "1", "LA")
    )
    wide = draw_scene()
    wide.info["icc_profile"] = build_display_p3()
    assert not is_proofed(wide)
