"""Gather every picture of a record, or say why it is missing.

In: the pictures that a record names. Out: for each use of a picture a `Picture`, whose name is the
hash of its bytes, or a `LostPicture`. A page can show only these pictures and those of its theme.
Every picture of a record is decoded here before any other code sees it.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from printkit.article import Image
from printkit.edition.choices import Fetch
from printkit.pages import Gathered, LostPicture, Picture
from printkit.pictures.decoding import TooLargeError, UnreadableError
from printkit.pictures.metadata import FoundField, fill_gaps, read_fields
from printkit.pictures.photograph import MAX_MEGAPIXELS as MAX_MEGAPIXELS_OF_FILE
from printkit.pictures.photograph import Photograph, develop
from printkit.pictures.restrictions import forbids_print
from printkit.pictures.sources import NetworkOffError, PictureSources, is_file
from printkit.remarks import Remark

MAX_MEGAPIXELS = 40
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
    """A picture that was read: its name on pages, the picture, and the fields of its metadata."""

    url: str
    photograph: Photograph
    fields: Mapping[str, FoundField]


class _LostFile(NamedTuple):
    """A picture that could not be read: the code and message of the remark, and a short reason."""

    code: str
    reason: str
    told: str


def gather(
    images: Iterable[Image],
    *,
    folder: Path | None,
    fetch: Fetch | None = None,
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
        folder: the record's own folder, the only folder that is read; None for none.
        fetch: a function that returns the bytes of a web address, as `network.fetch` does. The
            function may raise OSError, or PermissionError to refuse an address; or return None,
            if there is no picture. Without a function, the network stays off.
        page_size: width and height of the page in millimetres. Pictures are scaled down to the
            page, at 300 dpi.
        language: the article's language (BCP 47), for a file with captions in several languages.
        allow_restricted: print a picture whose terms of use forbid print.
        where: the record, for the remarks.
    """
    sources = PictureSources(folder, fetch)
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
        use, notices = _use(image, files[src], allow_restricted=allow_restricted)
        uses.append(use)
        # Two uses of one picture may give the same remark.
        remarks |= {(src, Remark(code, told, where, file=name)): None for code, told in notices}
    return Gathered(tuple(uses), tuple(remark for _, remark in remarks))


def hash_pictures(
    srcs: Iterable[str], *, folder: Path | None, fetch: Fetch | None = None
) -> tuple[str, ...]:
    """Return the SHA-256 of each picture's bytes; of a lost picture, why it is lost.

    Args:
        srcs: the addresses in the record, each once.
        folder, fetch: as in gather.
    """
    sources = PictureSources(folder, fetch)
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
        return _LostFile("PK401", told, told)
    megapixels = MAX_MEGAPIXELS_OF_FILE if is_file(src) else MAX_MEGAPIXELS
    try:
        photograph = develop(sources.read(src), page_size=page_size, megapixels=megapixels)
    except (UnreadableError, TooLargeError, OSError) as error:
        code = next(code for kind, code in _CODES if isinstance(error, kind))
        reason = _reason(error)
        # Notes name files of the machine. They go into the remark, and never onto the page.
        hints = getattr(error, "__notes__", ())
        return _LostFile(code, reason, "; ".join((reason, *hints)))
    digest = hashlib.sha256(photograph.data).hexdigest()
    fields = read_fields(photograph.blocks, language=language)
    return _File(f"picture:{digest}", photograph, fields)


def _use(
    image: Image, file: _File | _LostFile, *, allow_restricted: bool
) -> tuple[Picture | LostPicture, list[tuple[str, str]]]:
    """Return a use of a file with its own words; and codes and messages for remarks."""
    if isinstance(file, _File):
        image = fill_gaps(image, file.fields)
    if forbids_print(image.usage_terms) and not allow_restricted:
        return _restricted(image, image.usage_terms or "")
    if isinstance(file, _LostFile):
        return LostPicture(image, file.reason), [(file.code, file.told)]
    return _picture(file, image), list(_notices(file.photograph, image))


def _restricted(image: Image, terms: str) -> tuple[LostPicture, list[tuple[str, str]]]:
    """Return a picture as lost, because its terms of use forbid print; and the remark."""
    shown = repr(terms if len(terms) <= _LONGEST_TERMS else f"{terms[:_LONGEST_TERMS]}…")
    reason = f"its terms of use forbid print: {shown}"
    return LostPicture(image, reason), [("PK403", f"{reason}; --allow-restricted prints it")]


def _hash_or_reason(src: str, sources: PictureSources) -> str:
    try:
        return hashlib.sha256(sources.read(src)).hexdigest()
    except (UnreadableError, OSError) as error:
        return _reason(error)


def _reason(error: Exception) -> str:
    """Return an error's message in one line, without the paths that the system's errors name."""
    message = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(message.split())[:200]


def _picture(file: _File, image: Image) -> Picture:
    photograph = file.photograph
    return Picture(
        url=file.url,
        data=photograph.data,
        mime=photograph.mime,
        width=photograph.width,
        height=photograph.height,
        image=image,
    )


def _notices(photograph: Photograph, image: Image) -> Iterator[tuple[str, str]]:
    if photograph.whole < 1:
        yield "PK404", f"the file ends early: {photograph.whole:.0%} of the picture is printed"
    if not image.alt and not image.decorative:
        yield "PK405", "the picture has no alternative text; fill in alt, or set decorative"
    if photograph.from_camera and not (image.credit or image.creator or image.copyright_notice):
        yield "PK406", "neither the record nor the file names a credit, creator or copyright"
