"""Sizes in addresses: the address of a picture goes in, its size and all the rest come out.

Addresses with the same rest show one picture in several sizes or crops. A query that names no size
tells pictures apart: `image.php?id=1` and `image.php?id=2`. `sized_paths` reads the paths.
"""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urljoin, urlsplit

from printkit.copyedit.sized_paths import SIDES, is_picture_file, split_path
from printkit.text.patterns import regex
from printkit.text.printed_address import bare_host

_NO_SIZE = float("inf")
_LONGEST = 4_000  # characters; in a longer address no size is sought
_LEAST_SIDE = 16  # pixels; a lower number in the query of a program, such as `?h=3`, is an id

_BOX = r"\d{2,5}(x\d{2,5})?(px)?"
_WORD = (
    "(crop|clip|max|min|fill|fillmax|fillmin|cover|contain|inside|outside|scale|scale-down|pad"
    "|thumb|bounds|stretch|entropy|faces|focalpoint|edges|smart|auto|center|centre|top|bottom|left"
    "|right|north|south|east|west)"
)
_FORM = "(jpe?g|pjpg|png|gif|webp|avif|auto|compress|enhance|format|all|none|info|true|false|[01])"
# The names of a parameter, and the values with which the parameter gives a size, a crop or a form.
_SIZES = tuple(
    (frozenset(listed.split()), regex(value, re.IGNORECASE))
    for listed, value in (
        (
            """w wid width h hei ht height mw mh sw sh tw th maxw maxh max-w max-h maxwidth
            maxheight max_width max_height imwidth imheight""",
            r"\d{1,5}(\.\d{1,4})?(px)?",
        ),
        ("size sz dim dims dimensions imagesize", rf"{_BOX}|thumb(nail)?|small|medium|large|full"),
        ("name", r"thumb|small|medium|large|orig|\d{2,4}x\d{2,4}"),
        ("s", r"\d{2,4}"),
        ("q quality qlt", r"\d{1,3}|auto|low|medium|high"),
        ("blur dpr fp-x fp-y fp-z zoom", r"\d{1,4}(\.\d{1,4})?"),
        ("auto fm fmt format output", rf"{_FORM}(,{_FORM}){{0,3}}|\d{{2,5}}w"),
        ("webp ssl strip lossy progressive compress", _FORM),
        ("fit resize crop rect gravity", rf"{_WORD}(,{_WORD}){{0,3}}|[\d.,:x%*-]{{1,40}}(px|w|h)?"),
        ("itok", r"[\w-]{8}"),
    )
)
_LENGTHS = frozenset(("fit", "resize", "format", "s")).union(*(names for names, _ in _SIZES[:3]))
# The longer side of each size that has a name, in pixels.
_NAMED = {"thumb": 150, "thumbnail": 150, "small": 680, "medium": 1200, "large": 2048}
# A server may sign a size, so that nobody asks for others.
_SIGNATURE = regex(r"[0-9a-f]{32,64}", re.IGNORECASE)
_SIGNATURES = frozenset(("s", "sig", "signature", "hash"))
# A program that makes the size of another address: `/_next/image?url=/boat.jpg&w=640`.
_RESIZERS = ("/_next/image", "/_vercel/image", "/.netlify/images", "/_image")
_WORDPRESS = regex(r"i\d\.wp\.com")
_BLOGGER = regex(r"\d\.bp\.blogspot\.com")


class SizedAddress(NamedTuple):
    """An address of a picture, taken apart.

    Attributes:
        rest: the address without scheme, fragment, and everything that gives a size, a crop or a
            format; equal for all sizes of a picture.
        pixels: the longer side of the picture; infinite if the address gives no size, as then
            the picture has the size of its maker.
        density: how many pixels stand for one: 2 for `boat@2x.jpg`.
    """

    rest: str
    pixels: float = _NO_SIZE
    density: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """A value that is greater for a larger picture."""
        return (self.pixels * self.density, self.density)


def split_size(src: str) -> SizedAddress:
    """Take the address of a picture apart."""
    if src[:5].lower() == "data:" or len(src) > _LONGEST:
        return SizedAddress(src)
    try:
        parts = urlsplit(src)
    except ValueError:
        return SizedAddress(src)
    if parts.path.endswith(_RESIZERS) and (inner := _resized(src, parts)):
        return inner
    host = bare_host(parts.netloc)
    path = split_path(host, unquote(parts.path))
    query, sides = _split_query(parts.query, path.rest)
    host = _BLOGGER.sub("blogspot.com", host)
    rest = f"{host}{path.rest}" + (f"?{query}" if query else "")
    if _WORDPRESS.fullmatch(host):
        # The path is the address of the original, without its scheme.
        original, slash, below = path.rest.lstrip("/").partition("/")
        rest = f"{bare_host(original)}{slash}{below}"
    if not path.rest.strip("/") and not query:
        return SizedAddress(src)
    longest = max((*path.sides, *sides), default=0)
    return SizedAddress(rest, longest or _NO_SIZE, path.density)


def larger(one: str, other: str) -> str:
    """Return the address of the larger of two sizes of a picture; the first of equal sizes."""
    return other if split_size(other).size > split_size(one).size else one


def _resized(src: str, parts: SplitResult) -> SizedAddress | None:
    """Return the address that a program makes smaller, with the size that the program makes."""
    query = dict(parse_qsl(parts.query))
    original = query.get("url") or query.get("href") or query.get("src")
    if not original or original.startswith(_RESIZERS):
        return None
    found = split_size(urljoin(src, original))
    sides = _split_query(parts.query, "")[1]
    return found._replace(pixels=min(found.pixels, max(sides, default=_NO_SIZE)))


def _split_query(query: str, path: str) -> tuple[str, list[int]]:
    """Return a query without its sizes, and the sides in pixels that the query gives."""
    pairs = parse_qsl(query, keep_blank_values=True)
    is_file = is_picture_file(path)
    sizes = [pair for pair in pairs if _is_size(*pair, is_file=is_file)]
    kept = [pair for pair in pairs if pair not in sizes]
    if sizes:
        kept = [
            one for one in kept if one[0] not in _SIGNATURES or not _SIGNATURE.fullmatch(one[1])
        ]
    sides = [
        int(side)
        for name, value in sizes
        if name.lower() in _LENGTHS
        for side in SIDES.findall(value) or [_NAMED.get(value.lower(), 0)]
    ]
    return "&".join(f"{name}={value}" for name, value in kept), sides


def _is_size(name: str, value: str, *, is_file: bool) -> bool:
    """Tell whether a parameter gives a size; in the query of a program, small numbers are ids."""
    name = name.lower()
    fits = any(name in known and values.fullmatch(value) for known, values in _SIZES)
    if not fits or is_file or not value.isdecimal():
        return fits
    return name != "s" and (name not in _LENGTHS or int(value) >= _LEAST_SIDE)
