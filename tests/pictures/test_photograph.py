"""Developing: picture files of every kind become pictures that the press can print."""

import struct
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from printkit.pictures.decoding import UnreadableError
from printkit.pictures.photograph import develop
from tests.support.made_pictures import (
    build_display_p3,
    compare_pixels,
    decode_photograph,
    draw_quarters,
    draw_scene,
    draw_steps,
    encode_picture,
    read_pixel,
)
from tests.support.paths import CHECKOUT


def test_a_photograph_that_is_ready_is_handed_on_untouched() -> None:
    """An upright, small sRGB photograph without metadata keeps every byte, in colour or grey."""
    for image in (draw_scene(), draw_scene().convert("L")):
        data = encode_picture(image, "JPEG", quality=80)
        assert develop(data).data == data


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_every_orientation_is_made_upright(orientation: int, kind: str) -> None:
    """The eight EXIF orientations give the same upright picture."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = draw_quarters()
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    photograph = develop(encode_picture(stored, kind, exif=exif, quality=95))
    assert (
        (photograph.width, photograph.height) == upright.size == decode_photograph(photograph).size
    )
    assert decode_photograph(photograph).getexif().get(0x0112, 1) == 1
    for point in ((8, 8), (56, 8), (8, 40), (56, 40)):
        shown = read_pixel(decode_photograph(photograph), point)
        true = read_pixel(upright, point)
        assert all(abs(a - b) < 12 for a, b in zip(shown, true, strict=True)), (point, shown)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_an_animation_the_first_frame_is_printed(kind: str) -> None:
    """Paper does not move."""
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue", "green")]
    data = encode_picture(frames[0], kind, save_all=True, append_images=frames[1:], duration=50)
    red, _, blue = read_pixel(decode_photograph(develop(data)), (10, 10))[:3]
    assert red > 240
    assert blue < 15


def test_a_large_photograph_is_scaled_to_the_page() -> None:
    """The photograph gets 300 dpi on the page, in proportion, with either side as the long side."""
    page = (25.4, 50.8)  # one by two inches
    wide = develop(encode_picture(draw_scene(900, 300), "JPEG"), page_size=page)
    assert (wide.width, wide.height) == (300, 100)
    tall = develop(encode_picture(draw_scene(200, 1200), "JPEG"), page_size=page)
    assert (tall.width, tall.height) == (100, 600)
    assert decode_photograph(tall).size == (100, 600)
    thin = develop(encode_picture(Image.new("L", (5000, 1)), "PNG"), page_size=page)
    assert (thin.width, thin.height) == (300, 1)


def test_line_art_stays_lossless() -> None:
    """A drawing saved as PNG keeps each pixel, small or large, plain or busy."""
    lines = Image.new("RGB", (800, 600), "white")
    pen = ImageDraw.Draw(lines)
    for step in range(0, 800, 7):
        pen.line((step, 0, 800 - step, 600), fill=(step % 256, 0, 90))
    busy = Image.effect_noise((1600, 1600), 90).convert("1").convert("RGB")
    assert len(encode_picture(busy)) > 256_000
    for drawing in (lines, busy):
        shown = develop(encode_picture(drawing))
        assert shown.mime == "image/png"
        assert compare_pixels(decode_photograph(shown), drawing) == 0


def test_a_large_photograph_saved_as_png_becomes_a_jpeg() -> None:
    """A lossless file costs three times as much or more; a small photograph may stay PNG."""
    soft = draw_scene(300, 200).resize((1200, 900), Image.Resampling.BICUBIC)
    photograph = develop(encode_picture(soft))
    assert photograph.mime == "image/jpeg"
    assert len(photograph.data) * 3 < len(encode_picture(soft))
    small = soft.resize((300, 225))
    assert len(encode_picture(small)) > 3 * len(encode_picture(small, "JPEG", quality=90))
    assert develop(encode_picture(small)).mime == "image/png"


def test_a_png_comes_out_plain() -> None:
    """Interlacing, gamma, profile and text go: only chunks that the press needs stay."""
    data = encode_picture(draw_quarters(), dpi=(72, 72), icc_profile=build_display_p3())
    printed = develop(data).data
    at, names = 8, []
    while at < len(printed):
        (length,) = struct.unpack_from(">I", printed, at)
        names.append(printed[at + 4 : at + 8])
        at += 12 + length
    assert set(names) == {b"IHDR", b"IDAT", b"IEND"}
    assert printed[28] == 0  # interlace


def test_a_photograph_cut_short_is_printed_as_far_as_it_goes() -> None:
    """Nine tenths of a JPEG are printed, with a remark; one tenth is no picture."""
    data = encode_picture(draw_scene(400, 400), "JPEG", quality=90)
    photograph = develop(data[: len(data) * 9 // 10])
    assert 0.7 < photograph.whole < 1
    assert decode_photograph(photograph).size == (400, 400)
    with pytest.raises(UnreadableError, match="ends early"):
        develop(data[: len(data) // 10])


def test_the_same_file_gives_the_same_bytes_in_any_process() -> None:
    """A second run of `develop`, here or in another process, gives equal bytes."""
    data = encode_picture(draw_scene(500, 400), "JPEG", icc_profile=build_display_p3())
    here = develop(data, page_size=(25.4, 25.4)).data
    script = (
        "import sys; from printkit.pictures.photograph import develop;"
        "sys.stdout.buffer.write(develop(sys.stdin.buffer.read(), page_size=(25.4, 25.4)).data)"
    )
    there = subprocess.run(
        [sys.executable, "-c", script],
        input=data,
        capture_output=True,
        check=True,
        cwd=CHECKOUT,
    )
    assert there.stdout == here


def test_real_photographs_pass(corpus: Path) -> None:
    """Seven of the eight photographs of the corpus keep every pixel; the eighth is Adobe RGB."""
    paths = sorted((corpus / "photos").glob("*.jpg"))
    assert len(paths) == 8
    pixels = {path: Image.open(path).tobytes() for path in paths}
    changed = [
        path.name
        for path in paths
        if decode_photograph(develop(path.read_bytes())).tobytes() != pixels[path]
    ]
    assert changed == ["rocket.jpg"]


@pytest.mark.parametrize(("kind", "mime"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_the_pieces_of_a_very_tall_picture_are_the_picture(kind: str, mime: str) -> None:
    """Each piece has the format of the whole; a lossless picture keeps its pixels."""
    image = draw_steps()
    photograph = develop(encode_picture(image, kind, quality=95))
    joined = Image.new("RGB", image.size)
    at = 0
    for piece in photograph.pieces:
        assert piece.mime == mime
        assert (piece.width, piece.height) == Image.open(BytesIO(piece.data)).size
        joined.paste(Image.open(BytesIO(piece.data)), (0, at))
        at += piece.height
    assert at == image.height
    assert compare_pixels(joined, image) <= (0 if kind == "PNG" else 90)


@pytest.mark.slow
def test_a_tall_picture_keeps_the_pixels_of_its_width() -> None:
    """A tall picture may be larger than a page; a stored picture may lie on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = draw_steps(800, 4800).transpose(Image.Transpose.ROTATE_90)
    for data in (
        encode_picture(draw_steps(2000, 12_000)),
        encode_picture(draw_steps(1000, 8000), "JPEG"),
        encode_picture(lying, exif=exif),
    ):
        pieces = develop(data).pieces
        assert len(pieces) > 5
        assert pieces[0].width >= 800


def test_a_picture_that_stays_whole_has_no_pieces() -> None:
    """A tall photograph has no pieces either."""
    for image in (draw_scene(), draw_scene(600, 1800), draw_steps(3000, 300)):
        assert develop(encode_picture(image)).pieces == ()
