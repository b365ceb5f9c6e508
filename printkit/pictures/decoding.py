"""Decode the bytes of a picture with Pillow, or refuse them.

In: bytes that may be hostile. Out: the pixels of the first frame, and the metadata blocks of the
file as they are.
"""

import struct
import threading
import warnings
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFile, UnidentifiedImageError

from printkit.edition.limits import DEFAULTS, Limits, counted, with_setting
from printkit.pictures.cutting import roomy
from printkit.pictures.jpeg_segments import exceeded_limit
from printkit.pictures.png_blocks import without_large_blocks
from printkit.pictures.scaling import ratio

# Without this list, Pillow tries all its formats by content, also EPS, which starts Ghostscript.
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF", "BMP")

# Errors that Pillow's decoders raise on broken or hostile files.
_DECODER_ERRORS = (
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
_JPEG = b"\xff\xd8"
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
_EXIF_IFD, _IIM_IN_TIFF, _IIM_IN_PHOTOSHOP = 0x8769, 0x83BB, 0x0404

# LOAD_TRUNCATED_IMAGES and the filter of warnings belong to the whole process. The import of
# weasyprint/images.py sets the first, and decoding must not depend on this import.
_one_at_a_time = threading.Lock()


class UnreadableError(ValueError):
    """The bytes are no picture that can be read. The message says what the bytes are."""


class TooLargeError(ValueError):
    """To decode the picture would take more work than a limit. The message names the limit."""


@dataclass(frozen=True)
class MetadataBlocks:
    """The metadata blocks of a picture's file, as they are in the file.

    Attributes:
        xmp: the XMP packet, XML.
        iim: the IPTC-IIM datasets of Photoshop's resource block.
        exif: the EXIF tags of the picture and of the exposure, as Pillow gives them.
        left_out: a name for each kind of block that was too large to be read.
    """

    xmp: bytes = b""
    iim: bytes = b""
    exif: Mapping[int, object] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


class DecodedPicture(NamedTuple):
    """A decoded picture.

    Attributes:
        image: the first frame.
        is_complete: whether the file has the whole frame.
        blocks: the metadata blocks of the file.
    """

    image: Image.Image
    is_complete: bool
    blocks: MetadataBlocks


def decode_picture(
    data: bytes, box: tuple[int, int], limits: Limits = DEFAULTS, *, is_file: bool = True
) -> DecodedPicture:
    """Decode a picture. A file that ends early is decoded as far as it goes.

    Args:
        data: the bytes of the file.
        box: the most pixels that the page can show; a large JPEG may be decoded at a smaller size.
        limits: how large a picture is decoded, and how many scans a JPEG may have.
        is_file: whether the picture is a file in a folder; then its limit is larger.

    Raises:
        UnreadableError: the bytes are no picture.
        TooLargeError: the picture has too many pixels, or a JPEG has too many scans.
    """
    if data.startswith(_JPEG) and (name := exceeded_limit(data, limits)):
        told = f"the picture has more than {counted(name, getattr(limits, name))}"
        raise with_setting(TooLargeError(f"{told}; save it as a baseline JPEG"), name)
    size = "picture_file_megapixels" if is_file else "picture_megapixels"
    data, left_out = without_large_blocks(data)
    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tolerant = ImageFile.LOAD_TRUNCATED_IMAGES
        try:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
            try:
                image, is_complete = _loaded(data, box, limits, size), True
            except UnreadableError:
                ImageFile.LOAD_TRUNCATED_IMAGES = True
                image, is_complete = _loaded(data, box, limits, size), False
            return DecodedPicture(image, is_complete, _blocks(image, left_out))
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = tolerant


def count_pixels(data: bytes, limits: Limits = DEFAULTS) -> int:
    """Return how many pixels a picture has by its header; 0 for bytes that are no picture."""
    if data.startswith(_JPEG) and exceeded_limit(data, limits):
        return 0
    try:
        with _one_at_a_time, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            file = BytesIO(without_large_blocks(data).data)
            width, height = Image.open(file, formats=FORMATS).size
    except (Image.DecompressionBombError, *_DECODER_ERRORS):
        return 0  # `decode_picture` says why
    return width * height


def share_shown(image: Image.Image) -> float:
    """Return how much of its height a picture from an incomplete file shows, from 0 to 1."""
    # Below the last complete row, decoders leave one flat colour.
    shown = image.convert("RGB")
    corner = shown.getpixel((image.width - 1, image.height - 1))
    rest = Image.new("RGB", shown.size, corner)
    box = ImageChops.difference(shown, rest).getbbox()
    return box[3] / image.height if box else 0.0


def _loaded(data: bytes, box: tuple[int, int], limits: Limits, size: str) -> Image.Image:
    megapixels = getattr(limits, size)
    try:
        image = Image.open(BytesIO(data), formats=FORMATS)
        _check_size(image.size, megapixels, size)
        _draft(image, roomy(image.size, box))
        image.load()
    except UnidentifiedImageError as error:
        raise UnreadableError(_kind_of_file(data)) from error
    except Image.DecompressionBombError as error:
        limit = f"the limit of {megapixels} megapixels"
        told = f"the picture is far over {limit}"
        raise with_setting(TooLargeError(told), size) from error
    except TooLargeError:
        raise
    except _DECODER_ERRORS as error:
        raise UnreadableError("the picture is damaged and cannot be decoded") from error
    return image


def _check_size(pixels: tuple[int, int], megapixels: int, name: str) -> None:
    width, height = pixels
    if width * height > megapixels * 1_000_000:
        limit = f"over the limit of {megapixels} megapixels"
        told = f"the picture has {width} x {height} pixels, {limit}"
        raise with_setting(TooLargeError(told), name)


def _draft(image: Image.Image, box: tuple[int, int]) -> None:
    """Make Pillow decode a JPEG at a half, a quarter or an eighth of its size, if too large."""
    # The size is a pixel too large on purpose. At exactly the size that fits, the reduced picture
    # would pass for a file that fits, and the bytes of the large file would be printed.
    factor = ratio(image.size, box)
    if factor < 1:
        width, height = image.size
        image.draft(None, (int(width * factor) + 1, int(height * factor) + 1))


def _kind_of_file(data: bytes) -> str:
    """Return a sentence about a file that is no picture."""
    if not data:
        return "the file is empty"
    start = data[:1024].lower()
    known = next((name for magic, name in _OTHER_FILES if magic in start), "")
    return f"the file is {known}" if known else f"the file is none of {', '.join(FORMATS)}"


def _blocks(image: Image.Image, left_out: tuple[str, ...]) -> MetadataBlocks:
    xmp = image.info.get("xmp") or b""
    if image.format == "TIFF":
        iim = getattr(image, "tag_v2", {}).get(_IIM_IN_TIFF)
    else:
        iim = (image.info.get("photoshop") or {}).get(_IIM_IN_PHOTOSHOP)
    try:
        exif = image.getexif()
        tags = {**exif, **exif.get_ifd(_EXIF_IFD)}
    except _DECODER_ERRORS:  # a broken EXIF block is no reason to refuse the picture
        tags = {}
    return MetadataBlocks(
        xmp=xmp if isinstance(xmp, bytes) else b"",
        iim=iim if isinstance(iim, bytes) else b"",
        exif=tags,
        left_out=left_out,
    )
