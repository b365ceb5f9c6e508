"""Sizes in paths: the path of a picture's address goes in, its sizes and the rest come out.

Sites and image servers write the size into the name of the file or into a folder's name.
"""

import re
from typing import NamedTuple

from printkit.text.patterns import regex

SIDES = regex(r"\d{1,5}")
"""The numbers in a size."""

_LEAST_FOLDER = 50  # pixels; a folder called `10x15` may mean centimetres
_PICTURE_FILE = regex(r"\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)$", re.IGNORECASE)
_GOOGLE = regex(r"(^|\.)(blogspot|blogger|googleusercontent|ggpht)\.com$")
_GOOGLE_SIZE = regex(r"(?=[swh]\d)[swh]\d{1,5}(-[a-z]{1,4}\d{0,5}){0,9}")

# Behind the name of a file, before its ending.
_BEHIND_NAME = (
    regex(r"[-_](?P<size>\d{2,5}x\d{2,5})(-c|-crop|_crop_[a-z]{3,9})?$"),
    regex(r"_(?P<size>\d{2,5}x|x\d{2,5})(_crop_[a-z]{3,9})?$"),
    regex(r"[-_](?P<size>\d{3,4}(w|px))$"),
    regex(r"_hu_?[0-9a-f]{8,64}(_\d{1,9})?_(?P<size>\d{1,5}x\d{1,5})_[a-z0-9_]{1,40}$"),
    regex(r"(?P<size>)-scaled$"),
)
_DENSITY = regex(r"@(\d(?:\.\d)?)x$")

# Over several parts of a path.
_OVER_PARTS = (
    regex(r"/size/(?P<size>w\d{2,5}(h\d{2,5})?)(/format/[a-z]{3,4})?(?=/)"),  # Ghost
    regex(r"(?P<size>)/styles/[\w-]{1,60}/public(?=/)"),  # Drupal
    regex(r"/v1/(?:fill|fit|crop)/(?P<size>[^/]{1,200})/[^/]{1,300}$"),  # Wix
    regex(r"/(?P<size>\d{2,4})(?=/cpsprodpb/)"),  # BBC
    regex(r"/(?:max|fit/c|fit|fill)/(?P<size>\d{2,5}(/\d{2,5})?)(/[a-z]{2,4}/[01])?(?=/)"),
)
# MediaWiki: `/thumb/1/1a/Boat.jpg/300px-Boat.jpg` is a smaller `/1/1a/Boat.jpg`.
_WIKI = regex(r"/thumb(/[0-9a-f]/[0-9a-f]{2}/[^/]+)/[^/]*?(\d{2,5})px-[^/]+$")

# One part of a path: `w_300,h_200,c_fill` and `$s_!a1b2!,w_300`.
_OPTION = r"(\$s_![\w-]{1,20}!|[a-z]{1,4}_[\w.:-]{1,60})"
_OPTIONS = regex(rf"{_OPTION}([,&]{_OPTION}){{0,20}}")
_SHAPES = regex(r"(^|,|&)([wh]_\d{2}|[cfq]_(fill|limit|fit|scale|thumb|crop|pad|auto|webp|jpg|\d))")
# `width=300,quality=75`
_ASSIGNED = regex(r"[a-z-]{1,12}=[\w.-]{1,20}(,[a-z-]{1,12}=[\w.-]{1,20}){0,20}")
_HAS_WIDTH = regex(r"(^|,)(w|h|width|height)=\d")
# `resize:fit:300:200`, `rs:fill:300`, `q:75`
_COLONS = regex(
    r"(rs|resize|s|size|w|h|width|height|q|quality|g|gravity|f|format|dpr|el|ex)(:[\w.-]{0,12}){1,6}"
    r"|filters(:[\w.,()#-]{1,60}){1,8}"
)
_LENGTH = regex(r"(w|h|width|height)[_=:]\d|(rs|resize|s|size):")
_BOX = regex(r"\d{1,5}x\d{1,5}|\d{2,5}x|x\d{2,5}")
_AROUND_BOX = ("fit-in", "smart", "top", "middle", "bottom", "left", "center", "right")
_SIGNATURE = regex(r"unsafe|insecure|[\w-]{20,90}={0,2}")


class SizedPath(NamedTuple):
    """A path without its sizes, the sides in pixels that the path gives, and the density."""

    rest: str
    sides: tuple[int, ...] = ()
    density: float = 1.0


def is_picture_file(path: str) -> bool:
    """Tell whether a path ends as the name of a picture ends."""
    return _PICTURE_FILE.search(path) is not None


def split_path(host: str, path: str) -> SizedPath:
    """Take a path apart.

    Args:
        host: the server, in small letters; empty for a file.
        path: the decoded path.
    """
    sides: list[str] = []
    for pattern in _OVER_PARTS:
        if found := pattern.search(path):
            sides.append(found["size"])
            path = path[: found.start()] + path[found.end() :]
    if found := _WIKI.search(path):
        sides.append(found[2])
        path = path[: found.start()] + found[1]
    folders, stroke, name = path.rpartition("/")
    kept = _without_sizes(folders.split("/"), sides, google=bool(_GOOGLE.search(host)))
    stem, density = _bare_name(host, name, sides)
    pixels = tuple(int(side) for size in sides for side in SIDES.findall(size))
    return SizedPath("/".join(kept) + stroke + stem, pixels, density)


def _without_sizes(folders: list[str], sides: list[str], *, google: bool) -> list[str]:
    """Return the folders of a path that are no sizes; a signature of the size goes with it."""
    kept: list[str] = []
    for folder in folders:
        if _names_size(folder) or (google and _GOOGLE_SIZE.fullmatch(folder)):
            if kept[-2:] == ["cdn-cgi", "image"]:  # the resizer of Cloudflare
                del kept[-2:]
            if kept and _SIGNATURE.fullmatch(kept[-1]) and not google:
                kept.pop()
            while kept and kept[-1] in _AROUND_BOX:
                kept.pop()
            sides.append(_lengths(folder))
        elif not (folder in _AROUND_BOX and sides):
            kept.append(folder)
    return kept


def _names_size(folder: str) -> bool:
    if _BOX.fullmatch(folder):
        return max(map(int, SIDES.findall(folder))) >= _LEAST_FOLDER
    if _OPTIONS.fullmatch(folder):
        return _SHAPES.search(folder) is not None
    if _ASSIGNED.fullmatch(folder):
        return _HAS_WIDTH.search(folder) is not None
    return _COLONS.fullmatch(folder) is not None


def _lengths(folder: str) -> str:
    """Return the parts of a folder's name that give widths and heights."""
    if _BOX.fullmatch(folder) or _GOOGLE_SIZE.fullmatch(folder):
        return folder
    parts = (folder,) if _COLONS.fullmatch(folder) else re.split("[,&]", folder)
    return " ".join(part for part in parts if _LENGTH.match(part))


def _bare_name(host: str, name: str, sides: list[str]) -> tuple[str, float]:
    """Return the name of a file without its sizes, and its density."""
    if _GOOGLE.search(host):
        bare, equals, size = name.rpartition("=")
        if equals and _GOOGLE_SIZE.fullmatch(size):
            sides.append(size)
            return bare, 1.0
    ending = _PICTURE_FILE.search(name)
    stem, end = (name[: ending.start()], name[ending.start() :]) if ending else (name, "")
    density = 1.0
    if found := _DENSITY.search(stem):
        stem, density = stem[: found.start()], float(found[1])
    for pattern in _BEHIND_NAME if ending else ():
        if (found := pattern.search(stem)) and found.start():
            sides.append(found["size"])
            stem = stem[: found.start()]
    return stem + end, density
