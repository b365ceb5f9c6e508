"""Develop the bytes of a file into a picture that the press can print.

In: a file of any known format. Out: a JPEG or PNG, upright, sRGB or grey, 8 bits a channel.

A JPEG that is ready for print keeps its pixels as they are. Every other file is decoded once,
turned upright, converted, scaled to what the page can show, and encoded. Metadata is removed,
because it may hold a photographer's address.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

from PIL import Image

from printkit.edition.limits import DEFAULTS, Limits
from printkit.pictures.colour import is_proofed, proofed
from printkit.pictures.cutting import find_cuts, is_tall, roomy
from printkit.pictures.decoding import MetadataBlocks, UnreadableError, decode_picture, share_shown
from printkit.pictures.jpeg_segments import is_huffman_coded, without_metadata
from printkit.pictures.scaling import averaged_down, fits, page_pixels, scaled

_LEAST_SHARE = 0.5
_ORIENTATION = 0x0112
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class Photograph:
    """A picture ready for the press.

    Attributes:
        data: JPEG or PNG bytes, upright, RGB or grey, perhaps with alpha (PNG).
        mime: `image/jpeg` or `image/png`.
        width, height: in pixels, upright.
        from_camera: whether the file was a JPEG, as photographs are.
        whole: the share of the picture's rows that the file has; 1.0 for a complete file.
        blocks: the metadata blocks of the file.
        pieces: the pieces of a very tall picture, from top to bottom; empty for any other picture.
    """

    data: bytes = field(repr=False)
    mime: str
    width: int
    height: int
    from_camera: bool
    whole: float
    blocks: MetadataBlocks = field(repr=False)
    pieces: tuple["Piece", ...] = field(default=(), repr=False)


class Piece(NamedTuple):
    """A piece of a very tall picture: its bytes and its size in pixels."""

    data: bytes
    mime: str
    width: int
    height: int


def develop(
    data: bytes,
    *,
    page_size: tuple[float, float] = (210.0, 297.0),
    limits: Limits = DEFAULTS,
    is_file: bool = True,
) -> Photograph:
    """Make the bytes of a file printable on a page.

    A file that ends early is developed as far as it goes, if it has half of the picture.

    Args:
        data: the bytes of the file.
        page_size: width and height of the page in millimetres.
        limits: how much work the picture may cost.
        is_file: whether the picture is a file in a folder; then its limit is larger.

    Raises:
        UnreadableError: the bytes are no picture, or less than half of a picture.
        TooLargeError: the picture is over a limit.
    """
    box = page_pixels(page_size)
    decoded, is_complete, blocks = decode_picture(data, box, limits, is_file=is_file)
    # Pillow calls a JPEG with further pictures behind the first MPO.
    from_camera = decoded.format in ("JPEG", "MPO")
    image = averaged_down(decoded, roomy(decoded.size, box))
    whole = 1.0 if is_complete else share_shown(image)
    if whole < _LEAST_SHARE:
        raise UnreadableError(f"the file ends early: only {whole:.0%} of the picture is there")
    turn = _turn(blocks)
    # ImageOps.exif_transpose would encode the EXIF block again, and fail if it is broken.
    upright = image if turn is None else image.transpose(turn)
    if is_complete and turn is None and _is_printable_jpeg(image, data, box):
        printed, mime, size = without_metadata(data), "image/jpeg", image.size
    else:
        picture = scaled(proofed(upright), box)
        (printed, mime), size = _encoded(picture, lossy=from_camera), picture.size
    pieces = tuple(_pieces(upright, page_size, lossy=from_camera)) if is_tall(upright.size) else ()
    return Photograph(printed, mime, *size, from_camera, whole, blocks, pieces)


def _pieces(
    upright: Image.Image, page_size: tuple[float, float], *, lossy: bool
) -> Iterator[Piece]:
    """Yield the pieces into which a very tall picture is cut; none for a picture that stays whole.

    All pieces have one format, so that a colour is the same on both sides of a cut.
    """
    picture = scaled(proofed(upright), roomy(upright.size, page_pixels(page_size)))
    cuts = find_cuts(picture, page_size)
    if not cuts:
        return
    mime = _encoded(picture, lossy=lossy)[1]
    for top, bottom in pairwise((0, *cuts, picture.height)):
        piece = picture.crop((0, top, picture.width, bottom))
        yield Piece(_saved_as(piece, mime), mime, *piece.size)


def _turn(blocks: MetadataBlocks) -> Image.Transpose | None:
    """Return how the picture must be turned to stand upright; None if it stands upright."""
    orientation = blocks.exif.get(_ORIENTATION)
    return _UPRIGHT.get(orientation) if isinstance(orientation, int) else None


def _is_printable_jpeg(image: Image.Image, data: bytes, box: tuple[int, int]) -> bool:
    return (
        image.format == "JPEG"
        and fits(image.size, box)
        and is_huffman_coded(data)
        and is_proofed(image)
    )


def _encoded(image: Image.Image, *, lossy: bool) -> tuple[bytes, str]:
    """Return the bytes of a JPEG or PNG, and their media type.

    A picture from a lossless file stays lossless, unless the PNG takes 256 kB or more and a JPEG
    takes a third of that or less: then the picture is a large photograph.
    """
    image.info = {}
    if image.mode in ("LA", "RGBA"):
        return _saved_as(image, "image/png"), "image/png"
    jpeg = _saved_as(image, "image/jpeg")
    if not lossy:
        png = _saved_as(image, "image/png")
        if len(png) < 256_000 or len(png) < 3 * len(jpeg):
            return png, "image/png"
    return jpeg, "image/jpeg"


def _saved_as(image: Image.Image, mime: str) -> bytes:
    file = BytesIO()
    if mime == "image/png":
        image.save(file, "PNG")
    else:
        image.save(file, "JPEG", quality=90, subsampling="4:2:0", optimize=True)
    return file.getvalue()
