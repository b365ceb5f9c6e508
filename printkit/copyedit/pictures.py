"""One picture of a body: an `img` element goes in, its address, size and words come out."""

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from printkit.article import Image
from printkit.copyedit import tree
from printkit.copyedit.addresses import join_address
from printkit.copyedit.tree import Node
from printkit.text.comparing import letters

INLINE_MOST = 48
"""A picture with a side of at most so many pixels is a sign in the line, and no figure."""

# Attributes in which sites keep the address until a script loads the picture.
_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-original-src",
    "data-full-src",
    "data-orig-file",
    "data-hi-res-src",
    "data-high-res-src",
    "original",
)
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_STAND_IN = re.compile(
    r"^[{\[]|data:image/(gif|svg\+xml)|data:image/png;base64,.{0,160}$|about:blank"
    r"|(^|/)(blank|spacer|pixel|placeholder|transparent|clear|1x1|loading|lazy)[\w.-]*"
    r"\.(gif|png|svg|jpe?g)([?#]|$)",
    re.IGNORECASE | re.DOTALL,
)
# Image servers put commas into paths: a comma inside an address is a part of the address.
_CANDIDATE = re.compile(r"\s*(\S*[^\s,])(?:\s+(\d+(?:\.\d+)?)([wx]))?\s*(?:,|$)")
# Endings that WordPress and others add to a file's name: `boat-300x200`, `boat-scaled`.
_SCALED = re.compile(r"(-\d+x\d+|-scaled|@\dx)$")
_FORMULA = re.compile(r"/math/render/|\\displaystyle|latex\.php|codecogs\.com")
_UNREADABLE_SET = re.compile(r"image/(avif|jxl|heic|apng)", re.IGNORECASE)


class MarkupSize(NamedTuple):
    """Width and height in pixels, as the markup gives them; None for a missing size."""

    width: int | None
    height: int | None


def read_size(img: Node) -> MarkupSize:
    """Return the size that the markup gives a picture."""
    return MarkupSize(_pixels(img, "width"), _pixels(img, "height"))


def _pixels(img: Node, name: str) -> int | None:
    given = (img.get(name) or "").removesuffix("px").strip()
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else None


def is_beacon(img: Node) -> bool:
    """Tell whether a picture is a pixel that counts visitors."""
    width, height = read_size(img)
    return (width is not None and width <= 1) or (height == 1 and width is None)


def is_sign(img: Node) -> bool:
    """Tell whether a picture is as small as a sign within a line of text, such as a smiley."""
    width, height = read_size(img)
    return any(0 < side <= INLINE_MOST for side in (width or 0, height or 0))


def is_formula(img: Node) -> bool:
    """Tell whether a picture shows a formula, as those of Wikipedia do."""
    return _FORMULA.search(f"{img.get('src')} {img.get('alt')}") is not None


def best_address(img: Node, base: str | None) -> str | None:
    """Return the best address of a picture as an absolute address; None if there is none.

    The largest picture of a `srcset` comes first, then the address for a script that loads the
    picture late, then `src`. Addresses of placeholders do not count.
    """
    picture = next((one for one in tree.ancestors(img) if one.tag == "picture"), None)
    holders = [img] if picture is None else [img, *picture.iter("source")]
    best = max((_largest(holder) for holder in holders), default=(0.0, ""))
    own = [img.get(name) for name in (*_LAZY, "src")]
    for given in (best[1], *own):
        if given and not _STAND_IN.search(given.strip()):
            return join_address(base, given)
    return None


def _largest(holder: Node) -> tuple[float, str]:
    if _UNREADABLE_SET.search(holder.get("type") or ""):
        return 0.0, ""
    found = [(0.0, "")]
    for name in _LAZY_SETS:
        for url, width, unit in _CANDIDATE.findall(holder.get(name) or ""):
            if not _STAND_IN.search(url):
                found.append((float(width or 1) * (1 if unit == "w" else 0.5), url))
    return max(found)


def key(src: str) -> str:
    """Return an address without scheme, query and fragment, to recognise equal pictures."""
    if src.startswith("data:"):
        return src
    try:
        parts = urlsplit(src)
    except ValueError:
        return src
    # Without a path, only the query tells pictures apart: `https://example.org/?id=1`.
    return f"{parts.netloc}{parts.path}" if parts.path.strip("/") else src


def read_image(img: Node, base: str | None) -> Image | None:
    """Return everything that the markup says of a picture; None if it has no address."""
    src = best_address(img, base)
    if not src:
        return None
    width, height = read_size(img)
    alt = img.get("alt")
    given = {
        "alt": alt if alt else None,
        "caption": img.get("data-caption") or img.get("data-mediaviewer-caption"),
        "headline": _headline(img, src),
        "credit": img.get("data-credit") or img.get("data-mediaviewer-credit"),
    }
    said = {name: tree.fold(words) for name, words in given.items() if words and tree.fold(words)}
    return Image(
        src=src,
        role="inline",
        # In HTML, an empty `alt` means decoration, and a missing `alt` means nothing.
        decorative=alt is not None and not alt.strip(),
        width=width or None,
        height=height or None,
        provenance=dict.fromkeys(said, "img"),
        **said,
    )


def _headline(img: Node, src: str) -> str | None:
    """Return the title, unless it repeats the picture's other words or the name of its file."""
    title = img.get("title")
    file = unquote(key(src).rpartition("/")[2])
    stem = _SCALED.sub("", file.rpartition(".")[0] or file)
    known = (stem, file, img.get("alt") or "", img.get("data-caption") or "")
    return None if letters(title or "") in {"", *map(letters, known)} else title
