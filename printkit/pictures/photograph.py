"""Bytes into a picture the press can print: upright, sRGB or grey, 8 bits a channel.

A JPEG that is all this already is handed on, its pixels untouched. Everything else is
decoded once, put right, scaled to what the page can show, and written anew. Metadata, where
a photographer's address may stand, is not handed on.
"""

import re
import struct
import threading
import warnings
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image, ImageChops, ImageFile, UnidentifiedImageError

from printkit.pictures.colour import is_proofed, proofed

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "BMP")
MAX_MEGAPIXELS = 120
DPI = 300
_LARGE = 30_000_000  # pixels; whole copies of more take too much memory
_BAND = 64  # rows of the smaller picture

# What Pillow's decoders raise on broken or hostile files, besides OSError.
_BROKEN = (
    OSError,
    ValueError,
    TypeError,
    SyntaxError,
    IndexError,
    KeyError,
    RuntimeError,
    EOFError,
    OverflowError,
    struct.error,
    zlib.error,
)
_OTHER_FILES = (
    (b"<svg", "an SVG drawing; save it as PNG"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"%pdf", "a PDF; save the page as PNG"),
    (b"%!ps", "an EPS drawing; save it as PNG"),
    (b"8bps", "a Photoshop file; save it as PNG or JPEG"),
    (b"ftyphei", "a HEIC photograph; save it as JPEG"),
    (b"ftypmif1", "a HEIC photograph; save it as JPEG"),
)
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# In which mode a mode's pixels are averaged: neither palettes nor signed Lab can be.
_AVERAGED = {
    **dict.fromkeys(("1", "L", "LA", "La"), "L"),
    **dict.fromkeys(("P", "PA", "RGB", "RGBA", "RGBa"), "RGB"),
    **dict.fromkeys(("I;16", "I;16L", "I;16B", "I;16N", "I"), "I"),
    "F": "F",
    "CMYK": "CMYK",
}
# JPEG: comments and application data other than JFIF, colour profiles and Adobe's colour mark.
_SAYS_MORE = re.compile(rb"\xff(?:[\xe1\xe3-\xed\xef\xfe]|\xe2(?!..ICC_PROFILE\0))", re.DOTALL)
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_MARKER = re.compile(rb"\xff[^\0\x01\xd0-\xd8\xff]")  # with a length, or the end
_ORIENTATION, _EXIF_IFD, _IIM_IN_TIFF, _IIM_IN_PHOTOSHOP = 0x0112, 0x8769, 0x83BB, 0x0404

# LOAD_TRUNCATED_IMAGES and the warnings filter belong to the whole process; WeasyPrint
# sets the first when imported, and what is found must not depend on that.
_one_at_a_time = threading.Lock()


class UnreadableError(ValueError):
    """The bytes are no picture that can be read; the message says what they are."""


class TooLargeError(ValueError):
    """The picture has more pixels than the limit; the message names it."""


@dataclass(frozen=True)
class Labels:
    """What a photograph's file says of itself, as it stands in the file.

    Attributes:
        xmp: the XMP packet, XML.
        iim: the IPTC-IIM datasets of Photoshop's resource block.
        exif: the EXIF tags of the picture and the exposure, as Pillow gives them.
    """

    xmp: bytes = b""
    iim: bytes = b""
    exif: Mapping[int, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Photograph:
    """A picture ready for the press.

    Attributes:
        data: JPEG or PNG bytes, upright, RGB or grey, perhaps with alpha (PNG).
        mime: `image/jpeg` or `image/png`.
        width, height: in pixels, upright.
        from_camera: the file came as JPEG, as photographs do.
        whole: the share of the rows the file really had, 1.0 for all of them.
        labels: what the file says of itself.
    """

    data: bytes = field(repr=False)
    mime: str
    width: int
    height: int
    from_camera: bool
    whole: float
    labels: Labels = field(repr=False)


def develop(
    data: bytes,
    *,
    page_size: tuple[float, float] = (210.0, 297.0),
    megapixels: int = MAX_MEGAPIXELS,
) -> Photograph:
    """Make a file's bytes printable on a page of `page_size`, in millimetres.

    A file that ends early is developed as far as it goes, if that is half the picture.

    Raises:
        UnreadableError: the bytes are no picture, or too little of one.
        TooLargeError: the picture has more than `megapixels`.
    """
    box = _pixels(page_size)
    image, complete, labels = _decoded(data, box, megapixels)
    camera = image.format in ("JPEG", "MPO")
    image = _coarse(image, box)
    whole = 1.0 if complete else _share_shown(image)
    if whole < 0.5:
        raise UnreadableError(f"the file ends early: only {whole:.0%} of the picture is there")
    turn = _turn(labels)
    if complete and turn is None and _is_printable_jpeg(image, data, box):
        printed, mime, size = _bare(data), "image/jpeg", image.size
    else:
        # Not ImageOps.exif_transpose: it writes the EXIF block anew and fails on broken ones.
        upright = image if turn is None else image.transpose(turn)
        picture = _scaled(proofed(upright), box)
        (printed, mime), size = _encoded(picture, lossy=camera), picture.size
    return Photograph(printed, mime, *size, from_camera=camera, whole=whole, labels=labels)


def _decoded(
    data: bytes, box: tuple[int, int], megapixels: int
) -> tuple[Image.Image, bool, Labels]:
    """The first frame, whether the file was complete, and its labels."""
    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tolerant = ImageFile.LOAD_TRUNCATED_IMAGES
        try:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
            try:
                image, complete = _loaded(data, box, megapixels), True
            except UnreadableError:
                ImageFile.LOAD_TRUNCATED_IMAGES = True
                image, complete = _loaded(data, box, megapixels), False
            return image, complete, _labels(image)
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = tolerant


def _loaded(data: bytes, box: tuple[int, int], megapixels: int) -> Image.Image:
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
        _check_size(*image.size, megapixels)
        _draft(image, box)
        image.load()
    except UnidentifiedImageError as error:
        raise UnreadableError(_what_it_is(data)) from error
    except Image.DecompressionBombError as error:
        raise TooLargeError(f"is far over the limit of {megapixels} megapixels") from error
    except TooLargeError:
        raise
    except _BROKEN as error:
        raise UnreadableError("the picture is damaged and cannot be decoded") from error
    return image


def _check_size(width: int, height: int, megapixels: int) -> None:
    if width * height > megapixels * 1_000_000:
        raise TooLargeError(
            f"has {width} x {height} pixels, over the limit of {megapixels} megapixels"
        )


def _ratio(size: tuple[int, int], box: tuple[int, int]) -> float:
    """How much of its size a picture keeps in the box, whichever way it will be turned."""
    (width, height), (across, down) = size, box
    return max(min(across / width, down / height), min(down / width, across / height))


def _draft(image: Image.Image, box: tuple[int, int]) -> None:
    """Have a JPEG decoded at a half, a quarter or an eighth, if that is still too large.

    A pixel more than fits is asked for: what fits would pass for a file to hand on.
    """
    ratio = _ratio(image.size, box)
    if ratio < 1:
        width, height = image.size
        image.draft(None, (int(width * ratio) + 1, int(height * ratio) + 1))


def _what_it_is(data: bytes) -> str:
    if not data:
        return "the file is empty"
    start = data[:1024].lower()
    known = next((name for magic, name in _OTHER_FILES if magic in start), "")
    return f"it is {known}" if known else f"it is none of {', '.join(FORMATS)}"


def _share_shown(image: Image.Image) -> float:
    """How much of the height a cut file showed: below, decoders leave one flat colour."""
    shown = image.convert("RGB")
    corner = shown.getpixel((image.width - 1, image.height - 1))
    rest = Image.new("RGB", shown.size, corner)
    box = ImageChops.difference(shown, rest).getbbox()
    return box[3] / image.height if box else 0.0


def _labels(image: Image.Image) -> Labels:
    xmp = image.info.get("xmp") or b""
    if image.format == "TIFF":
        iim = getattr(image, "tag_v2", {}).get(_IIM_IN_TIFF)
    else:
        iim = (image.info.get("photoshop") or {}).get(_IIM_IN_PHOTOSHOP)
    try:
        exif = image.getexif()
        tags = {**exif, **exif.get_ifd(_EXIF_IFD)}
    except _BROKEN:  # the picture is good all the same
        tags = {}
    return Labels(
        xmp=xmp if isinstance(xmp, bytes) else b"",
        iim=iim if isinstance(iim, bytes) else b"",
        exif=tags,
    )


def _turn(labels: Labels) -> Image.Transpose | None:
    orientation = labels.exif.get(_ORIENTATION)
    return _UPRIGHT.get(orientation) if isinstance(orientation, int) else None


def _pixels(page_size: tuple[float, float]) -> tuple[int, int]:
    """The most pixels a page can show, width and height."""
    width, height = (max(1, round(side / 25.4 * DPI)) for side in page_size)
    return width, height


def _fits(size: tuple[int, int], box: tuple[int, int]) -> bool:
    return size[0] <= box[0] and size[1] <= box[1]


def _is_printable_jpeg(image: Image.Image, data: bytes, box: tuple[int, int]) -> bool:
    return (
        image.format == "JPEG"
        and _fits(image.size, box)
        and _is_huffman_coded(data)
        and is_proofed(image)
    )


def _is_huffman_coded(data: bytes) -> bool:
    """Whether the first frame is one PDF readers know: arithmetic coding is not."""
    frames = (segment[1] for segment in _segments(data) if segment[1] in _FRAMES)
    return next(frames, 0) in (0xC0, 0xC1, 0xC2)


def _bare(jpeg: bytes) -> bytes:
    """The JPEG with its pixels and colours as they are, and nothing else it says of itself."""
    return b"\xff\xd8" + b"".join(
        segment for segment in _segments(jpeg) if not _SAYS_MORE.match(segment)
    )


def _segments(jpeg: bytes) -> Iterator[bytes]:
    """The parts of a JPEG from its first marker to its end, a scan with its pixels."""
    at = 2
    while (found := _MARKER.search(jpeg, at)) and found.end() + 2 <= len(jpeg):
        at = found.start()
        marker, length = struct.unpack_from(">xBH", jpeg, at)
        end = at + 2 + length
        if marker == 0xDA:
            after = _MARKER.search(jpeg, end)
            end = after.start() if after else len(jpeg)
        yield jpeg[at:end]
        at = end
        if jpeg[at : at + 2] == b"\xff\xd9":
            break
    yield b"\xff\xd9"


def _averaged_mode(image: Image.Image) -> str | None:
    """The mode in which its pixels can be averaged; None if there is none."""
    mode = _AVERAGED.get(image.mode)
    if mode in ("L", "RGB") and image.has_transparency_data:
        return "LA" if mode == "L" else "RGBA"
    return mode


def _coarse(image: Image.Image, box: tuple[int, int]) -> Image.Image:
    """A very large picture averaged down by a whole number, a band of rows at a time."""
    factor = int(1 / _ratio(image.size, box))
    if factor < 2 or image.width * image.height <= _LARGE:
        return image
    mode = _averaged_mode(image)
    if mode is None:
        return image
    coarse = Image.new(mode, (-(-image.width // factor), -(-image.height // factor)))
    step = _BAND * factor
    for top in range(0, image.height, step):
        band = image.crop((0, top, image.width, min(top + step, image.height)))
        coarse.paste(band.convert(mode).reduce(factor), (0, top // factor))
    coarse.info = {key: image.info[key] for key in ("icc_profile",) if key in image.info}
    return coarse


def _scaled(image: Image.Image, box: tuple[int, int]) -> Image.Image:
    if _fits(image.size, box):
        return image
    ratio = min(box[0] / image.width, box[1] / image.height)
    size = (max(1, round(image.width * ratio)), max(1, round(image.height * ratio)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _encoded(image: Image.Image, *, lossy: bool) -> tuple[bytes, str]:
    """The file and its type. Lossless stays lossless, but where JPEG is a third or less:
    that is a photograph, and a large one."""
    image.info = {}
    if image.mode in ("LA", "RGBA"):
        return _saved(image, "PNG"), "image/png"
    jpeg = _saved(image, "JPEG", quality=90, subsampling="4:2:0", optimize=True)
    if not lossy:
        png = _saved(image, "PNG")
        if len(png) < 256_000 or len(png) < 3 * len(jpeg):
            return png, "image/png"
    return jpeg, "image/jpeg"


def _saved(image: Image.Image, kind: str, **how: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()
