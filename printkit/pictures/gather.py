"""What a page may use: every picture is gathered and pinned to its bytes, or refused.

The one door for anything that is not words. What the record says is hostile: a picture
comes from the record's own folder, from a `data:` address, or through the `fetch` that was
given, within limits, and is decoded before anything else sees it.
"""

import hashlib
import re
import time
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

from printkit.article import Image
from printkit.edition.choices import Fetch
from printkit.pages import Gathered, LostPicture, Picture
from printkit.pictures.folder import PictureFolder
from printkit.pictures.metadata import fill, read
from printkit.pictures.photograph import MAX_MEGAPIXELS as MAX_MEGAPIXELS_OF_FILE
from printkit.pictures.photograph import Photograph, TooLargeError, UnreadableError, develop
from printkit.remarks import Remark

MAX_PICTURES = 500
MAX_BYTES = 10_000_000
MAX_MEGAPIXELS = 40
MAX_BYTES_OF_FILE = 50_000_000  # a camera's photograph, from the record's own folder
MAX_BYTES_TOGETHER = 200_000_000
MAX_SECONDS_FETCHING = 60.0


class _NetworkOffError(OSError):
    pass


# What each failure is called; the first that fits.
_CODES: tuple[tuple[type[Exception], str], ...] = (
    (UnreadableError, "PK404"),
    (TooLargeError, "PK403"),
    (_NetworkOffError, "PK402"),
    (PermissionError, "PK403"),
    (OSError, "PK401"),
)


def gather(
    images: Iterable[Image],
    *,
    folder: Path | None,
    fetch: Fetch | None = None,
    page_size: tuple[float, float] = (210.0, 297.0),
    language: str | None = None,
    where: str = "",
) -> Gathered:
    """Gather the pictures of a record, each src once; a lost one never stops the others.

    Args:
        images: the pictures; those without src are remarked on, the page prints their words.
        folder: the record's own folder, the only one read from; None for none.
        fetch: gives the bytes of a web address, such as `network.fetch`; None leaves the
            network off. It may raise OSError, PermissionError for a refusal, or return None.
        page_size: width and height in millimetres; pictures are scaled down to it, at 300 dpi.
        language: the article's, for captions that a file has in several (BCP 47).
        where: the record, for the remarks.
    """
    desk = _PictureDesk(folder, fetch, page_size, language)
    by_src: dict[str, Picture | LostPicture] = {}
    remarks: list[Remark] = []
    for number, image in enumerate(images, 1):
        if image.src is None:
            noticed = [("PK401", "only the words of this picture came with the record")]
        elif image.src in by_src:
            continue
        else:
            by_src[image.src], noticed = desk.take(image, image.src)
        name = _name(image.src, number)
        remarks += [Remark(code, message, where, file=name) for code, message in noticed]
    return Gathered(by_src, tuple(remarks))


def pinned(
    srcs: Iterable[str], *, folder: Path | None, fetch: Fetch | None = None
) -> tuple[str, ...]:
    """The SHA-256 of the bytes that each src stands for now; why there are none, where none are.

    Args:
        srcs: as the record's pictures have them, each once.
        folder, fetch: as in gather.
    """
    desk = _PictureDesk(folder, fetch, (0, 0), None)
    return tuple(desk.pin(src) for src in srcs)


def shown_src(src: str) -> str:
    """A picture's address fit to be shown: 80 characters, no password, no query, no data."""
    if re.match("data:", src, re.IGNORECASE):
        return "data:"
    bare = re.sub(r"^([a-z][a-z0-9+.-]*:)?//[^/?#]*@", r"\1//", src, flags=re.IGNORECASE)
    bare = re.split(r"[?#]", bare, maxsplit=1)[0].encode(errors="replace").decode()
    return bare if len(bare) <= 80 else f"{bare[:39]}…{bare[-40:]}"


def _name(src: str | None, number: int) -> str:
    shown = shown_src(src) if src else ""
    return f"data: picture {number}" if shown == "data:" else shown or f"picture {number}"


class _PictureDesk:
    """Takes in one record's pictures and keeps count of what they cost together."""

    def __init__(
        self,
        folder: Path | None,
        fetch: Fetch | None,
        page_size: tuple[float, float],
        language: str | None,
    ) -> None:
        self.folder = PictureFolder(folder) if folder else None
        self.fetch = fetch
        self.page_size = page_size
        self.language = language
        self.pictures = 0
        self.bytes = 0
        self.seconds_fetching = 0.0

    def take(self, image: Image, src: str) -> tuple[Picture | LostPicture, list[tuple[str, str]]]:
        """The picture, or why there is none; and what was noticed, code and message."""
        try:
            photograph = develop(
                self._within_limits(src),
                page_size=self.page_size,
                megapixels=MAX_MEGAPIXELS_OF_FILE if _is_file(src) else MAX_MEGAPIXELS,
            )
        except (UnreadableError, TooLargeError, OSError) as error:
            code = next(code for kind, code in _CODES if isinstance(error, kind))
            reason = _reason(error)
            hints = getattr(error, "__notes__", ())
            return LostPicture(image, reason), [(code, "; ".join((reason, *hints)))]
        image = fill(image, read(photograph.labels, language=self.language))
        return _pinned(photograph, image), list(_notices(photograph, image))

    def pin(self, src: str) -> str:
        """The hash of a picture's bytes, or why they cannot be had."""
        try:
            return hashlib.sha256(self._within_limits(src)).hexdigest()
        except (UnreadableError, OSError) as error:
            return _reason(error)

    def _within_limits(self, src: str) -> bytes:
        self.pictures += 1
        if self.pictures > MAX_PICTURES:
            raise PermissionError(f"the record has more than {MAX_PICTURES} pictures")
        data = self._bytes(src)
        limit = MAX_BYTES_OF_FILE if _is_file(src) else MAX_BYTES
        if len(data) > limit:
            raise PermissionError(f"it is over the limit of {limit // 10**6} MB")
        if self.bytes + len(data) > MAX_BYTES_TOGETHER:
            limit = MAX_BYTES_TOGETHER // 10**6
            raise PermissionError(f"the record's pictures are over {limit} MB together")
        self.bytes += len(data)
        return data

    def _bytes(self, src: str) -> bytes:
        if _is_file(src):
            if self.folder is None:
                raise PermissionError("it is a file, but the record came without a folder")
            return self.folder.read(src, MAX_BYTES_OF_FILE)
        if src.startswith("//"):
            return self._fetched(f"https:{src}")
        match src.partition(":")[0].lower():
            case "http" | "https":
                return self._fetched(src)
            case "data":
                return _unpacked(src)
            case other:
                raise PermissionError(f"pictures are not taken from {other[:20]}: addresses")

    def _fetched(self, url: str) -> bytes:
        if self.fetch is None:
            error = _NetworkOffError("it was not fetched: the network is off")
            error.add_note("--fetch allows it")
            raise error
        if self.seconds_fetching > MAX_SECONDS_FETCHING:
            limit = f"{MAX_SECONDS_FETCHING:g} seconds"
            raise TimeoutError(f"the record's pictures took over {limit} to fetch")
        start = time.monotonic()
        try:
            data = self.fetch(url)
        finally:
            self.seconds_fetching += time.monotonic() - start
        if data is None:
            raise FileNotFoundError("there is nothing at this address")
        return data


def _is_file(src: str) -> bool:
    # One letter before the colon is a drive, not a scheme.
    return not re.match(r"//|[a-z][a-z0-9+.-]+:", src, re.IGNORECASE)


def _reason(error: Exception) -> str:
    """The error's own words; of the system's, without the paths of this machine."""
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(words.split())[:200]


def _unpacked(src: str) -> bytes:
    """The bytes of a `data:` address."""
    head, comma, payload = src[len("data:") :].partition(",")
    kind, *parameters = (part.strip().lower() for part in head.split(";"))
    if not comma or (kind and not kind.startswith("image/")):
        raise UnreadableError("the data: address holds no image")
    data = unquote_to_bytes(payload)
    if "base64" not in parameters:
        return data
    try:
        return b64decode(data + b"==")
    except Base64Error as error:
        raise UnreadableError("the data: address is not base64") from error


def _pinned(photograph: Photograph, image: Image) -> Picture:
    return Picture(
        url=f"picture:{hashlib.sha256(photograph.data).hexdigest()}",
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
        yield "PK405", "it has no alternative text; give it alt, or mark it decorative"
    if photograph.from_camera and not (image.credit or image.creator or image.copyright_notice):
        yield "PK406", "neither the record nor the file names a credit, creator or copyright"
