"""What the darkroom makes of every kind of file."""

import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageFile, ImageStat

from printkit.photograph import (
    MAX_MEGAPIXELS,
    Photograph,
    TooLargeError,
    UnreadableError,
    develop,
)

PHOTOS = Path(__file__).parents[2] / "shared" / "corpus" / "photos"


def saved(image: Image.Image, kind: str = "PNG", **how: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def opened(photograph: Photograph) -> Image.Image:
    image = Image.open(BytesIO(photograph.data))
    image.load()
    return image


def apart(one: Image.Image, other: Image.Image) -> int:
    """The greatest difference of any pixel's channel."""
    extrema = ImageChops.difference(one, other).getextrema()
    return max(high for _, high in (extrema if isinstance(extrema[0], tuple) else [extrema]))


def quarters(width: int = 64, height: int = 48) -> Image.Image:
    """Red, green, blue and white quarters: no way of turning it leaves it the same."""
    image = Image.new("RGB", (width, height), "red")
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height // 2 - 1), fill="green")
    draw.rectangle((0, height // 2, width // 2 - 1, height), fill="blue")
    draw.rectangle((width // 2, height // 2, width, height), fill="white")
    return image


def scene(width: int = 300, height: int = 200) -> Image.Image:
    """Something like a photograph: soft colours with grain."""
    soft = Image.linear_gradient("L").resize((width, height))
    round_ = Image.radial_gradient("L").resize((width, height))
    grain = Image.frombytes("L", (width, height), bytes(i * i % 251 for i in range(width * height)))
    return Image.merge("RGB", (soft, Image.blend(round_, grain, 0.1), ImageChops.invert(soft)))


def s15(*numbers: float) -> bytes:
    """Numbers as ICC writes them: 16 bits before the point, 16 after."""
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def profile(kind: bytes, space: bytes, pcs: bytes, blocks: dict[bytes, bytes]) -> bytes:
    """An ICC profile as small as the standard allows."""
    blocks = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 5) + b"test\0" + b"\0" * 79,
        b"wtpt": b"XYZ \0\0\0\0" + s15(0.9642, 1.0, 0.8249),
        **blocks,
    }
    at, table, body = 132 + 12 * len(blocks), b"", b""
    for name, block in blocks.items():
        table += name + struct.pack(">II", at + len(body), len(block))
        body += block + b"\0" * (-len(block) % 4)
    head = struct.pack(">I4xI", at + len(body), 0x02400000) + kind + space + pcs
    head += struct.pack(">6H", 2019, 9, 13, 0, 0, 0) + b"acsp"
    head = (head.ljust(68, b"\0") + s15(0.9642, 1.0, 0.8249)).ljust(128, b"\0")
    return head + struct.pack(">I", len(blocks)) + table + body


def display_p3() -> bytes:
    """The wide colours of phones and screens since 2016, with a plain gamma of 2.2."""
    primaries = {
        b"rXYZ": (0.5151, 0.2412, -0.0011),
        b"gXYZ": (0.2920, 0.6922, 0.0419),
        b"bXYZ": (0.1571, 0.0666, 0.7841),
    }
    columns = {name: b"XYZ \0\0\0\0" + s15(*xyz) for name, xyz in primaries.items()}
    curve = b"curv\0\0\0\0" + struct.pack(">IHxx", 1, round(2.2 * 256))
    curves = dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return profile(b"mntr", b"RGB ", b"XYZ ", columns | curves)


def odd_press() -> bytes:
    """A CMYK press whose magenta and yellow inks were swapped: no formula guesses that."""
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    corners = [(c, m, y, k) for c in (0, 1) for m in (0, 1) for y in (0, 1) for k in (0, 1)]
    lit = [(1 - c) * (1 - k) * 255 for c, _, _, k in corners]
    red = Image.frombytes("L", (16, 1), bytes(lit))
    green = Image.frombytes("L", (16, 1), bytes((1 - y) * (1 - k) * 255 for _, _, y, k in corners))
    blue = Image.frombytes("L", (16, 1), bytes((1 - m) * (1 - k) * 255 for _, m, _, k in corners))
    lab = ImageCms.applyTransform(Image.merge("RGB", (red, green, blue)), to_lab)
    table = b"".join(bytes(lab.getpixel((x, 0))) for x in range(16))
    ramp = bytes(range(256))
    lut = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + s15(1, 0, 0, 0, 1, 0, 0, 0, 1)
    return profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": lut + ramp * 4 + table + ramp * 3})


def test_a_photograph_that_is_ready_is_handed_on_untouched() -> None:
    """Upright, small, sRGB: not one byte is changed, in colour or in grey."""
    for image in (scene(), scene().convert("L")):
        data = saved(image, "JPEG", quality=80)
        assert develop(data).data == data


def test_srgb_is_known_by_what_it_does_not_by_its_name() -> None:
    """A JPEG with an sRGB profile passes untouched; with a wider one it is converted."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(scene(), "JPEG", icc_profile=srgb)
    assert develop(data).data == data
    data = saved(scene(), "JPEG", icc_profile=display_p3())
    assert develop(data).data != data


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


def test_wide_colours_come_down_to_srgb() -> None:
    """A P3 green within sRGB keeps its look: other numbers, and no profile left."""
    green = Image.new("RGB", (40, 40), (120, 200, 120))
    image = opened(develop(saved(green, icc_profile=display_p3())))
    red, level, blue = image.getpixel((20, 20))
    assert red < 105
    assert abs(level - 202) < 5
    assert blue < 120
    assert "icc_profile" not in image.info


def test_alpha_survives_the_change_of_colours() -> None:
    """A wide-colour PNG with alpha stays see-through."""
    image = Image.new("RGBA", (20, 20), (120, 200, 120, 90))
    shown = opened(develop(saved(image, icc_profile=display_p3())))
    assert shown.mode == "RGBA"
    assert shown.getpixel((5, 5))[3] == 90
    assert shown.getpixel((5, 5))[0] < 105


def test_cmyk_goes_through_its_own_profile() -> None:
    """With a profile the inks look as on that press; without, as the plain formula says."""
    magenta = Image.new("CMYK", (32, 32), (0, 255, 0, 0))
    plain = opened(develop(saved(magenta, "JPEG", quality=95)))
    assert plain.mode == "RGB"
    assert apart(plain, Image.new("RGB", (32, 32), (255, 0, 255))) < 8
    odd = opened(develop(saved(magenta, "JPEG", quality=95, icc_profile=odd_press())))
    assert apart(odd, Image.new("RGB", (32, 32), (255, 255, 0))) < 30


def test_cmyk_tiff_is_printed_in_rgb() -> None:
    """Black ink is black and paper is paper, out of a TIFF as well."""
    image = Image.new("CMYK", (20, 20), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 10, 20))
    shown = opened(develop(saved(image, "TIFF")))
    assert shown.getpixel((2, 2)) == (0, 0, 0)
    assert shown.getpixel((15, 2)) == (255, 255, 255)


@pytest.mark.parametrize("junk", [b"no profile at all", odd_press(), b"\0" * 200])
def test_a_wrong_profile_spoils_nothing(junk: bytes) -> None:
    """A broken profile, or a press's profile in an RGB picture, is passed over."""
    data = saved(scene(), "JPEG", icc_profile=junk)
    assert develop(data).data == data


def test_sixteen_bits_become_eight() -> None:
    """Deep grey keeps its steps: black, a quarter, half, white."""
    deep = Image.new("I;16", (4, 1))
    for x, level in enumerate((0, 16384, 32768, 65535)):
        deep.putpixel((x, 0), level)
    shown = opened(develop(saved(deep)))
    assert shown.mode == "L"
    assert list(shown.tobytes()) == [0, 64, 128, 255]


def test_sixteen_bit_colour_becomes_eight() -> None:
    """A hand-made PNG of 16 bits a channel."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", 2, 1, 16, 2, 0, 0, 0)
    row = b"\0" + struct.pack(">6H", 65535, 32896, 0, 0, 257, 65535)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row))
    shown = opened(develop(data + chunk(b"IEND", b"")))
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
    """Whatever the pixels were, the press gets 8 bits in a mode it knows."""
    if mode == "I;16B":
        image = Image.frombytes("I;16B", (4, 4), bytes(range(32)))
    elif mode in ("LA", "RGBA"):
        image = Image.new(mode, (20, 20), (10, 99) if mode == "LA" else (10, 20, 30, 99))
    else:
        image = scene(40, 30).convert("RGB").convert(mode) if mode != "LAB" else lab_scene()
    photograph = develop(saved(image, kind))
    assert opened(photograph).mode == printed
    assert (photograph.width, photograph.height) == image.size


def lab_scene() -> Image.Image:
    to_lab = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
    )
    return ImageCms.applyTransform(scene(40, 30), to_lab)


def test_lab_colours_are_right() -> None:
    """Lab goes to sRGB by measure, near enough to where it came from."""
    difference = ImageChops.difference(opened(develop(saved(lab_scene(), "TIFF"))), scene(40, 30))
    assert max(ImageStat.Stat(difference).mean) < 4


def test_alpha_that_shows_nothing_is_left_out() -> None:
    """An opaque RGBA picture prints as plain RGB."""
    image = scene(40, 30)
    image.putalpha(255)
    assert opened(develop(saved(image))).mode == "RGB"


def test_transparent_palette_and_grey_keep_their_holes() -> None:
    """GIF and PNG holes made by a colour, not by alpha, are holes in print too."""
    image = quarters().convert("P", palette=Image.Palette.ADAPTIVE, colors=4)
    hole = image.getpixel((1, 1))
    shown = opened(develop(saved(image, "GIF", transparency=hole)))
    assert shown.mode == "RGBA"
    assert (shown.getpixel((1, 1))[3], shown.getpixel((60, 1))[3]) == (0, 255)
    grey = Image.new("L", (4, 4), 7)
    assert opened(develop(saved(grey, transparency=7))).getpixel((0, 0)) == (7, 0)


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


def test_line_art_stays_lossless_and_large_photographs_do_not() -> None:
    """A drawing as PNG keeps each pixel; a photograph saved as PNG shrinks to a JPEG."""
    drawing = Image.new("RGB", (1600, 1200), "white")
    pen = ImageDraw.Draw(drawing)
    for step in range(0, 1600, 7):
        pen.line((step, 0, 1600 - step, 1200), fill=(step % 256, 0, 90))
    shown = develop(saved(drawing))
    assert shown.mime == "image/png"
    assert apart(opened(shown), drawing) == 0
    soft = scene(600, 400).resize((1200, 900), Image.Resampling.BICUBIC)
    photograph = develop(saved(soft))
    assert photograph.mime == "image/jpeg"
    assert len(photograph.data) * 3 < len(saved(soft))


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
    """PDF readers know Huffman coding only: a frame marked otherwise is not handed on."""
    data = saved(scene(), "JPEG")
    assert data.count(b"\xff\xc0") == 1
    assert develop(data.replace(b"\xff\xc0", b"\xff\xc1")).data[:2] == b"\xff\xd8"
    from printkit.photograph import _is_huffman_coded

    assert _is_huffman_coded(data)
    assert not _is_huffman_coded(data.replace(b"\xff\xc0", b"\xff\xc9"))


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
    """A PNG of a few kilobytes that says it has this many pixels, of one bit."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body)


@pytest.mark.parametrize("size", [(8000, 5001), (13_000, 13_000), (65_000, 20_000)])
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
        "import sys; from printkit.photograph import develop;"
        "sys.stdout.buffer.write(develop(sys.stdin.buffer.read(), page_size=(25.4, 25.4)).data)"
    )
    there = subprocess.run(
        [sys.executable, "-c", script],
        input=data,
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert there.stdout == here


def test_real_photographs_pass() -> None:
    """Seven of the eight photographs of the corpus are ready as they are; one is Adobe RGB."""
    if not PHOTOS.is_dir():
        pytest.skip("the corpus of photographs is not here")
    changed = [
        path.name
        for path in sorted(PHOTOS.glob("*.jpg"))
        if develop(path.read_bytes()).data != path.read_bytes()
    ]
    assert changed == ["rocket.jpg"]
