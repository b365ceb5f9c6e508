"""One picture of a body: an `img` element goes in, its address, size and words come out."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from printkit.article import Image
from printkit.copyedit import tree
from printkit.copyedit.srcset import candidates
from printkit.copyedit.tree import Node
from printkit.text.comparing import letters
from printkit.text.patterns import regex

INLINE_MOST = 48
"""A picture with a side of at most so many pixels is a sign in the line, and no figure."""

SAID_BY = (
    "title",
    "data-caption",
    "data-mediaviewer-caption",
    "data-credit",
    "data-mediaviewer-credit",
)
"""The attributes in which a picture may have words of its own, besides `alt`."""

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
_STAND_IN = regex(
    r"^[{\[]|data:image/(gif|svg\+xml)|data:image/png;base64,.{0,160}$|about:blank"
    r"|(^|/)(blank|spacer|pixel|placeholder|transparent|clear|1x1|loading|lazy)[\w.-]*"
    r"\.(gif|png|svg|jpe?g)([?#]|$)",
    re.IGNORECASE | re.DOTALL,
)
# Endings that WordPress and others add to a file's name: `boat-300x200`, `boat-scaled`.
_SCALED = regex(r"(-\d+x\d+|-scaled|@\dx)$")
# A path from the place of the page, and a full address: with a scheme, or with a host.
_RELATIVE = regex(r"\s*(?![a-z][a-z0-9+.-]*:|[/\\?#])\S", re.IGNORECASE)
_FULL = regex(r"\s*(https?:)?//", re.IGNORECASE)
_FORMULA = regex(r"/math/render/|\\displaystyle|latex\.php|codecogs\.com")
_UNREADABLE_SET = regex(r"image/(avif|jxl|heic|apng)", re.IGNORECASE)


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


def written_address(img: Node) -> str | None:
    """Return the best address of a picture as the markup has it; None if there is none."""
    return next(addresses(img), None)


def addresses(img: Node) -> Iterator[str]:
    """Yield all addresses of a picture as the markup has them, the best first.

    The largest picture of a `srcset` comes first, then the address for a script that loads the
    picture late, then `src`. Addresses of placeholders do not count. A browser that saves a page
    writes the path of the saved picture into `src` alone, so such a path comes before all others.
    """
    picture = next((one for one in tree.ancestors(img) if one.tag == "picture"), None)
    holders = [img] if picture is None else [img, *picture.iter("source")]
    sizes = sorted((one for holder in holders for one in _sizes(holder)), reverse=True)
    own = [img.get(name) for name in (*_LAZY, "src")]
    saved = own[-1] if _is_saved(own, sizes[0][1] if sizes else "") else None
    ordered = (saved, *(url for _, url in sizes[:1]), *own, *(url for _, url in sizes[1:]))
    for given in ordered:
        if given and not _STAND_IN.search(given.strip()):
            yield given.strip()


def _is_saved(own: list[str | None], best: str) -> bool:
    """Tell whether `src` is a path of a saved page whose other addresses are full web addresses."""
    *lazy, src = own
    return bool(src and _RELATIVE.match(src) and _FULL.match(best)) and not any(lazy)


def _sizes(holder: Node) -> Iterator[tuple[float, str]]:
    """Yield the addresses of each `srcset`, with a number that is greater for a larger picture."""
    if _UNREADABLE_SET.search(holder.get("type") or ""):
        return
    for name in _LAZY_SETS:
        for url, width, unit in candidates(holder.get(name) or ""):
            if not _STAND_IN.search(url):
                yield float(width or 1) * (1 if unit == "w" else 0.5), url


def set_address(img: Node, address: str, size: MarkupSize) -> None:
    """Give a picture one address and one size, in the place of all addresses that it has."""
    picture = next((one for one in tree.ancestors(img) if one.tag == "picture"), None)
    sources = tree.each(picture, "source") if picture is not None else []
    for element in (img, *sources):
        for name in (*_LAZY, *_LAZY_SETS, "width", "height"):
            tree.pop(element, name)
    img.set("src", address)
    for name, side in size._asdict().items():
        if side:
            img.set(name, str(side))


def read_image(img: Node) -> Image | None:
    """Return everything that the markup says of a picture; None if it has no address.

    The address stays as it is written: a relative address may be that of a file beside the record.
    """
    src = written_address(img)
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
    said = {
        name: tree.fold_space(words)
        for name, words in given.items()
        if words and tree.fold_space(words)
    }
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
    file = unquote(re.split(r"[?#]", src, maxsplit=1)[0].rpartition("/")[2])
    stem = _SCALED.sub("", file.rpartition(".")[0] or file)
    known = (stem, file, img.get("alt") or "", img.get("data-caption") or "")
    return None if letters(title or "") in {"", *map(letters, known)} else title
