"""What the darkroom makes of every kind of file."""

import struct
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageFile, ImageStat

from printkit.pictures.photograph import MAX_MEGAPIXELS, TooLargeError, UnreadableError, develop
from tests.support.made_pictures import (
    apart,
    display_p3,
    iim,
    opened,
    photoshop,
    png,
    quarters,
    saved,
    scene,
    with_segment,
    xmp,
)
from tests.support.paths import CHECKOUT


def test_a_photograph_that_is_ready_is_handed_on_untouched() -> None:
    """Upright, small, sRGB, without labels: not one byte is changed, in colour or in grey."""
    for image in (scene(), scene().convert("L")):
        data = saved(image, "JPEG", quality=80)
        assert develop(data).data == data


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_every_orientation_is_made_upright(orientation: int, kind: str) -> None:
    """The eight ways a camera can be held print as one upright picture."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = quarters()
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = upright.transpose(undo[orientation]) if orientation in undo else upright
    photograph = develop(saved(stored, kind, exif=exif, quality=95))
    assert (photograph.width, photograph.height) == upright.size == opened(photograph).size
    assert opened(photograph).getexif().get(0x0112, 1) == 1
    for point in ((8, 8), (56, 8), (8, 40), (56, 40)):
        shown, true = opened(photograph).getpixel(point), upright.getpixel(point)
        assert all(abs(a - b) < 12 for a, b in zip(shown, true, strict=True)), (point, shown)


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_an_animation_the_first_frame_is_printed(kind: str) -> None:
    """Paper does not move."""
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue", "green")]
    data = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=50)
    red, _, blue = opened(develop(data)).getpixel((10, 10))[:3]
    assert red > 240
    assert blue < 15


def test_a_large_photograph_is_scaled_to_the_page() -> None:
    """No more pixels than the page shows at 300 dpi, in proportion, on either side."""
    page = (25.4, 50.8)  # one by two inches
    wide = develop(saved(scene(900, 300), "JPEG"), page_size=page)
    assert (wide.width, wide.height) == (300, 100)
    tall = develop(saved(scene(200, 1200), "JPEG"), page_size=page)
    assert (tall.width, tall.height) == (100, 600)
    assert opened(tall).size == (100, 600)
    thin = develop(saved(Image.new("L", (5000, 1)), "PNG"), page_size=page)
    assert (thin.width, thin.height) == (300, 1)


def test_line_art_stays_lossless() -> None:
    """A drawing saved as PNG keeps each pixel, small or large, plain or busy."""
    lines = Image.new("RGB", (800, 600), "white")
    pen = ImageDraw.Draw(lines)
    for step in range(0, 800, 7):
        pen.line((step, 0, 800 - step, 600), fill=(step % 256, 0, 90))
    busy = Image.effect_noise((1600, 1600), 90).convert("1").convert("RGB")
    assert len(saved(busy)) > 256_000
    for drawing in (lines, busy):
        shown = develop(saved(drawing))
        assert shown.mime == "image/png"
        assert apart(opened(shown), drawing) == 0


def test_a_large_photograph_saved_as_png_becomes_a_jpeg() -> None:
    """Where lossless costs three times as much and more; a small one may stay as it is."""
    soft = scene(300, 200).resize((1200, 900), Image.Resampling.BICUBIC)
    photograph = develop(saved(soft))
    assert photograph.mime == "image/jpeg"
    assert len(photograph.data) * 3 < len(saved(soft))
    small = soft.resize((300, 225))
    assert len(saved(small)) > 3 * len(saved(small, "JPEG", quality=90))
    assert develop(saved(small)).mime == "image/png"


def test_a_png_comes_out_plain() -> None:
    """No interlace, no gamma, no profile, no words: only what the press needs."""
    data = saved(quarters(), dpi=(72, 72), icc_profile=display_p3())
    printed = develop(data).data
    at, names = 8, []
    while at < len(printed):
        (length,) = struct.unpack_from(">I", printed, at)
        names.append(printed[at + 4 : at + 8])
        at += 12 + length
    assert set(names) == {b"IHDR", b"IDAT", b"IEND"}
    assert printed[28] == 0  # interlace


def test_an_arithmetic_coded_jpeg_is_written_anew() -> None:
    """Readers of PDF know Huffman coding only: a frame marked otherwise is not handed on."""
    huffman = saved(scene(), "JPEG")
    assert huffman.count(b"\xff\xc0") == 1
    extended = huffman.replace(b"\xff\xc0", b"\xff\xc1")
    assert develop(extended).data == extended
    arithmetic = huffman.replace(b"\xff\xc0", b"\xff\xc9")
    assert develop(arithmetic).data != arithmetic


def test_a_photograph_cut_short_is_printed_as_far_as_it_goes() -> None:
    """Nine tenths of a JPEG: printed, and told; a tenth: not a picture."""
    data = saved(scene(400, 400), "JPEG", quality=90)
    photograph = develop(data[: len(data) * 9 // 10])
    assert 0.7 < photograph.whole < 1
    assert opened(photograph).size == (400, 400)
    with pytest.raises(UnreadableError, match="ends early"):
        develop(data[: len(data) // 10])


@pytest.mark.parametrize("tolerant", [False, True])
def test_a_cut_file_is_found_whatever_other_libraries_set(
    tolerant: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeasyPrint makes Pillow forgive cut files process-wide; here that changes nothing."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", tolerant)
    data = saved(scene(400, 400), "JPEG")
    assert develop(data[: len(data) * 9 // 10]).whole < 1
    assert develop(data).whole == 1
    assert ImageFile.LOAD_TRUNCATED_IMAGES is tolerant


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><title>404</title>", "a web page"),
        (b"\n <HTML><body>not here", "a web page"),
        (b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "EPS"),
        (b"8BPS\0\1", "Photoshop"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"MZ\x90\0 something else", "none of JPEG, PNG"),
    ],
)
def test_what_is_no_picture_is_named(data: bytes, told: str) -> None:
    """A page that pretends, an empty file, a drawing: each is called what it is."""
    with pytest.raises(UnreadableError, match=told):
        develop(data)


def test_formats_nobody_expects_are_not_opened() -> None:
    """Pillow reads forty formats; we let it read seven."""
    for kind in ("PPM", "TGA", "ICO", "PCX", "JPEG2000", "EPS"):
        with pytest.raises(UnreadableError):
            develop(saved(scene(32, 32), kind))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it has this many pixels, of one bit."""
    return png(width, height, 1, 0, bytes(100_000))


@pytest.mark.parametrize("size", [(12_001, 10_000), (13_000, 13_000), (65_000, 20_000)])
def test_a_bomb_is_refused_before_it_is_decoded(
    size: tuple[int, int], recwarn: pytest.WarningsRecorder
) -> None:
    """Just over our limit, over Pillow's warning, over Pillow's error: one clear refusal."""
    with pytest.raises(TooLargeError, match=f"{MAX_MEGAPIXELS} megapixels"):
        develop(bomb(*size))
    assert not recwarn.list


def test_damage_ends_in_a_named_refusal_or_a_picture() -> None:
    """Two thousand damaged files of seven formats: no other way out."""
    seen = set()
    for kind in ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "BMP"):
        whole = saved(scene(48, 36), kind)
        state = 1
        for _ in range(290):
            damaged = bytearray(whole)
            for _ in range(4):
                state = state * 48271 % 0x7FFFFFFF
                damaged[state % len(damaged)] = state >> 8 & 255
            state = state * 48271 % 0x7FFFFFFF
            cut = bytes(damaged[: len(damaged) if state % 3 else state % len(damaged)])
            try:
                seen.add(develop(cut).mime)
            except (UnreadableError, TooLargeError) as error:
                seen.add(type(error).__name__)
    assert {"image/jpeg", "image/png", "UnreadableError"} <= seen


def test_the_same_file_gives_the_same_bytes_in_any_process() -> None:
    """Developing twice, here and elsewhere, changes nothing."""
    data = saved(scene(500, 400), "JPEG", icc_profile=display_p3())
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
    """Of seven of the eight photographs of the corpus no pixel changes; one is Adobe RGB."""
    paths = sorted((corpus / "photos").glob("*.jpg"))
    assert len(paths) == 8
    pixels = {path: Image.open(path).tobytes() for path in paths}
    changed = [
        path.name for path in paths if opened(develop(path.read_bytes())).tobytes() != pixels[path]
    ]
    assert changed == ["rocket.jpg"]


def gps() -> Image.Exif:
    """EXIF as a telephone writes it: where the photographer stood."""
    exif = Image.Exif()
    exif[0x010E] = "a mole"
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 31.0, 45.0)})
    return exif


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photograph_handed_on_does_not_say_where_it_was_taken(progressive: bool) -> None:
    """EXIF, XMP, IIM, comments and what hangs on at the end go; no pixel changes."""
    data = saved(
        scene(), "JPEG", exif=gps(), xmp=xmp("<dc:rights/>"), progressive=progressive, comment=b"c"
    )
    data = with_segment(with_segment(data, 0xED, photoshop(iim((2, 90, b"Cadiz")))), 0xE2, b"MPF")
    photograph = develop(data + b"trailing" + data)
    shown = opened(photograph)
    assert Image.open(BytesIO(data)).getexif().get_ifd(0x8825)
    assert not shown.getexif()
    assert photograph.labels.exif[0x010E] == "a mole"
    for word in (b"Exif", b"xmpmeta", b"Cadiz", b"MPF", b"trailing"):
        assert word not in photograph.data
    assert "comment" not in shown.info
    assert apart(shown, Image.open(BytesIO(data))) == 0
    assert photograph.data.count(b"\xff\xd9") == 1


def test_a_photograph_handed_on_keeps_what_its_colours_mean() -> None:
    """JFIF, a profile and Adobe's mark: an RGB JPEG stays RGB."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(scene(), "JPEG", icc_profile=srgb, dpi=(300, 300))
    shown = opened(develop(data))
    assert (shown.info["icc_profile"], shown.info["dpi"]) == (srgb, (300, 300))
    adobe = with_segment(saved(scene(), "JPEG"), 0xEE, b"Adobe\0d\0\0\0\0\1")
    assert b"Adobe" in develop(adobe).data


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_camera_size_photograph_is_scaled(kind: str) -> None:
    """Forty-five megapixels: the page's size at 300 dpi, and the same picture."""
    large = quarters(80, 60).resize((8256, 5504), Image.Resampling.NEAREST)
    photograph = develop(saved(large, kind, exif=gps()))
    assert (photograph.width, photograph.height) == (2480, 1653)
    small = quarters(80, 60).resize((2480, 1653), Image.Resampling.NEAREST)
    for point in ((600, 400), (1900, 400), (600, 1300), (1900, 1300)):
        pair = zip(opened(photograph).getpixel(point), small.getpixel(point), strict=True)
        assert all(abs(one - other) < 12 for one, other in pair)
    assert len(develop(saved(large, "JPEG"), page_size=(25.4, 25.4)).data) < 20_000


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_a_very_large_picture_of_any_mode_is_averaged(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In bands, and close to what scaling it whole gives, the turn and the shine-through too."""
    grey = Image.linear_gradient("L").resize((700, 500))
    if mode in ("LA", "RGBA"):
        image = grey.convert(mode)
        image.putalpha(Image.linear_gradient("L").rotate(90).resize((700, 500)))
    elif mode == "P":
        image = scene(700, 500).quantize(64)
    elif mode == "I;16":
        image = grey.convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        image = (scene(700, 500) if mode in ("RGB", "CMYK") else grey).convert(mode)
    data = saved(image, "TIFF")
    page = (16.0, 12.0)
    whole = opened(develop(data, page_size=page))
    monkeypatch.setattr("printkit.pictures.photograph._LARGE", 1000)
    coarse = opened(develop(data, page_size=page))
    assert (coarse.mode, coarse.size) == (whole.mode, whole.size)
    distance = ImageStat.Stat(ImageChops.difference(whole, coarse)).mean
    assert max(distance) < (8 if mode == "1" else 4)  # its grain is not the same
