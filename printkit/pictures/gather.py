"""Gather every picture of a record, or say why it is missing.

In: the pictures that a record names. Out: for each use of a picture a `Picture`, whose name is the
hash of its bytes, or a `LostPicture`. A page can show only these pictures and those of its theme.
Every picture of a record is decoded here before any other code sees it.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from printkit.article import Image
from printkit.edition.limits import setting
from printkit.pages import Gathered, LostPicture, Picture
from printkit.pictures.cutting import shape_of_strip
from printkit.pictures.decoding import TooLargeError, UnreadableError, count_pixels
from printkit.pictures.metadata import FoundField, fill_gaps, read_fields
from printkit.pictures.photograph import Photograph, Piece, develop
from printkit.pictures.restrictions import forbidding_terms
from printkit.pictures.sources import NetworkOffError, PictureSources
from printkit.remarks import Remark

_LONGEST_TERMS = 100  # characters of the terms of use in a remark

# The code of each failure; the first kind that fits counts.
_CODES: tuple[tuple[type[Exception], str], ...] = (
    (UnreadableError, "PK404"),
    (TooLargeError, "PK403"),
    (NetworkOffError, "PK402"),
    (PermissionError, "PK403"),
    (OSError, "PK401"),
)


class _File(NamedTuple):
    """A picture that was read: the picture, the fields of its metadata, and its address."""

    photograph: Photograph
    fields: Mapping[str, FoundField]
    address: str


class _LostFile(NamedTuple):
    """A picture that could not be read.

    Attributes:
        code, told: code and message of the remark.
        reason: the message in a few words, for the page.
        address: the address of the picture, for readers.
    """

    code: str
    reason: str
    told: str
    address: str


def gather_images(
    images: Iterable[Image],
    sources: PictureSources,
    *,
    page_size: tuple[float, float] = (210.0, 297.0),
    language: str | None = None,
    allow_restricted: bool = False,
    where: str = "",
) -> Gathered:
    """Gather the pictures of a record. A lost picture never stops the others.

    Each address is read once. The words belong to each use: two uses of one picture may have two
    captions, and the file fills only the gaps of each.

    Args:
        images: the uses. A use without src gets a remark; the page prints its caption.
        sources: the folders and the network, from which the pictures come.
        page_size: width and height of the page in millimetres. Pictures are scaled down to the
            page, at 300 dpi.
        language: the article's language (BCP 47), for a file with captions in several languages.
        allow_restricted: print a picture whose terms of use forbid print.
        where: the record, for the remarks.
    """
    files: dict[str, _File | _LostFile] = {}
    names: dict[str, str] = {}
    uses: list[Picture | LostPicture] = []
    remarks: dict[tuple[str, Remark], None] = {}
    for number, image in enumerate(images, 1):
        src = image.src or ""
        if src not in files:
            files[src] = _read(src, sources, page_size, language)
            names[src] = _name(src, number)
        name = names[src] if src else _name(src, number)
        use, notices = _use(image, files[src], page_size, allow_restricted=allow_restricted)
        uses.append(use)
        # Two uses of one picture may give the same remark.
        remarks |= {(src, Remark(code, told, where, file=name)): None for code, told in notices}
    uses, left_whole = _leave_whole(uses, where, sources.limits.cut_pictures)
    return Gathered(tuple(uses), (*(remark for _, remark in remarks), *left_whole))


def hash_pictures(srcs: Iterable[str], sources: PictureSources) -> tuple[str, ...]:
    """Return the SHA-256 of each picture's bytes; of a lost picture, the words of its remark.

    Args:
        srcs: the addresses in the record, each once.
        sources: as in gather.
    """
    return tuple(_hash_or_reason(src, sources) for src in srcs)


def shown_src(src: str) -> str:
    """Return an address for messages: at most 80 characters, without password, query and data."""
    if re.match("data:", src, re.IGNORECASE):
        return "data:"
    bare = re.sub(r"^([a-z][a-z0-9+.-]*:)?//[^/?#]*@", r"\1//", src, flags=re.IGNORECASE)
    bare = re.split(r"[?#]", bare, maxsplit=1)[0].encode(errors="replace").decode()
    return bare if len(bare) <= 80 else f"{bare[:39]}…{bare[-40:]}"


def _name(src: str | None, number: int) -> str:
    shown = shown_src(src) if src else ""
    return f"data: picture {number}" if shown == "data:" else shown or f"picture {number}"


def _read(
    src: str, sources: PictureSources, page_size: tuple[float, float], language: str | None
) -> _File | _LostFile:
    """Return the file at an address, or why the file is lost."""
    if not src:
        told = "the record has words for this picture, but no address"
        return _LostFile("PK401", told, told, "")
    try:
        found = sources.read(src)
        limits = sources.limits
        most = limits.picture_file_megapixels if found.is_file else limits.picture_megapixels
        pixels = count_pixels(found.data, limits)
        if pixels <= most * 1_000_000:  # `develop` refuses a larger picture
            sources.take_pixels(pixels)
        photograph = develop(found.data, page_size=page_size, limits=limits, is_file=found.is_file)
    except (UnreadableError, TooLargeError, OSError) as error:
        code = next(code for kind, code in _CODES if isinstance(error, kind))
        return _LostFile(code, _reason(error), _told(error), sources.shown_address(src))
    fields = read_fields(photograph.blocks, language=language)
    return _File(photograph, fields, sources.shown_address(src))


def _use(
    image: Image,
    file: _File | _LostFile,
    page_size: tuple[float, float],
    *,
    allow_restricted: bool,
) -> tuple[Picture | LostPicture, list[tuple[str, str]]]:
    """Return a use of a file with its own words; and codes and messages for remarks."""
    if isinstance(file, _File):
        image = fill_gaps(image, file.fields)
    if (terms := forbidding_terms(image)) and not allow_restricted:
        return _restricted(image, terms, file.address)
    if isinstance(file, _LostFile):
        return LostPicture(image, file.reason, file.address), [(file.code, file.told)]
    return _picture(file.photograph, image), list(_notices(file.photograph, image, page_size))


def _leave_whole(
    uses: list[Picture | LostPicture], where: str, most: int
) -> tuple[list[Picture | LostPicture], list[Remark]]:
    """Leave further very tall pictures whole; each of them would take up to fifteen pages.

    Returns:
        All uses, and the remarks on the pictures that were left whole.
    """
    left: list[Picture | LostPicture] = []
    remarks: list[Remark] = []
    cut = 0
    for use in uses:
        cut += isinstance(use, Picture) and bool(use.pieces)
        if isinstance(use, Picture) and use.pieces and cut > most:
            left.append(replace(use, pieces=()))
            told = f"the picture is printed as a narrow strip, because {most} others were cut"
            told += f"; {setting('cut_pictures')} changes the limit"
            remarks.append(Remark("PK407", told, where, file=shown_src(use.image.src or "")))
        else:
            left.append(use)
    return left, remarks


def _restricted(
    image: Image, terms: str, address: str
) -> tuple[LostPicture, list[tuple[str, str]]]:
    """Return a picture as lost, because its terms of use forbid print; and the remark."""
    shown = repr(terms if len(terms) <= _LONGEST_TERMS else f"{terms[:_LONGEST_TERMS]}…")
    reason = f"its terms of use forbid print: {shown}"
    return LostPicture(image, reason, address), [
        ("PK403", f"{reason}; --allow-restricted prints it")
    ]


def _hash_or_reason(src: str, sources: PictureSources) -> str:
    try:
        found = sources.read(src)
    except (UnreadableError, OSError) as error:
        return _told(error)
    # A file may have more pixels than a picture of the web: so its key is another.
    return f"{'file ' if found.is_file else ''}{hashlib.sha256(found.data).hexdigest()}"


def _told(error: Exception) -> str:
    """Return an error's message with its notes, for a remark.

    Notes name files of the machine, so notes go into the remark, and never onto the page.
    """
    return "; ".join((_reason(error), *getattr(error, "__notes__", ())))


def _reason(error: Exception) -> str:
    """Return an error's message in one line, without the paths that the system's errors name."""
    message = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(message.split())[:200]


def _picture(photograph: Photograph, image: Image) -> Picture:
    pieces = tuple(_served(piece, image) for piece in photograph.pieces)
    return replace(_served(photograph, image), pieces=pieces)


def _served(found: Photograph | Piece, image: Image) -> Picture:
    url = f"picture:{hashlib.sha256(found.data).hexdigest()}"
    return Picture(url, found.data, found.mime, found.width, found.height, image)


def _notices(
    photograph: Photograph, image: Image, page_size: tuple[float, float]
) -> Iterator[tuple[str, str]]:
    if photograph.whole < 1:
        yield "PK404", f"the file ends early: {photograph.whole:.0%} of the picture is printed"
    if left_out := photograph.blocks.left_out:
        yield "PK404", f"too large to be read, and left out of the file: {', '.join(left_out)}"
    if not image.alt and not image.decorative:
        yield "PK405", "the picture has no alternative text; fill in alt, or set decorative"
    if photograph.from_camera and not (image.credit or image.creator or image.copyright_notice):
        yield "PK406", "neither the record nor the file names a credit, creator or copyright"
    shape = shape_of_strip((photograph.width, photograph.height), page_size)
    if shape and not photograph.pieces and not image.decorative:
        yield "PK407", f"the picture is {shape}: small words in this strip may be hard to read"
