"""Pictures behind elements: styles and attributes go in, the addresses of the pictures come out.

`sanitise.repair` writes each style in our own words: `url(quay.jpg)` for a picture, before it
`width:40` for a side of the element in pixels, and `sprite` for a part of a larger picture.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

PICTURE_FILE = regex(r"\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)([?#]|$)", re.IGNORECASE)
"""The ending of an address that leads to a picture."""

_STAND_IN = regex(r"data:image/(gif|svg)|data:.{0,200}$|about:blank|\s*$", re.IGNORECASE)
_URL = regex(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^()\s\"']*))\s*\)", re.IGNORECASE)
# In these declarations, an address leads to no picture that a reader sees as such.
_NO_PICTURE = regex(
    r"\s*(cursor|filter|backdrop-filter|clip-path|(-webkit-)?mask[\w-]*|fill|stroke|marker[\w-]*"
    r"|src|behavior)\s*:",
    re.IGNORECASE,
)
_SIDE = regex(r"(?<![\w-])(width|height)\s*:\s*(\d{1,6})(?:\.\d*)?px", re.IGNORECASE)
_SPRITE = regex(
    r"(?<![\w-])background(-position(-[xy])?)?\s*:[^;]{0,300}(?<![\w-])-\d{1,6}(px|r?em|%)",
    re.IGNORECASE,
)
_UNSAFE = regex(r"[\s()]")
_SHOWN = regex(r"url\(([^()\s]*)\)")
_LATE = (
    *("data-bg", "data-bgset", "data-bg-src", "data-bg-image", "data-bg-url", "data-setbg"),
    *("data-background", "data-background-image", "data-background-src", "data-background-url"),
    *("data-lazy-background", "data-lazy-bg", "data-parallax-src", "data-image-background"),
)


def pictures_in_style(style: str) -> Iterator[str]:
    """Yield the pictures of a style in our own words, behind the size of their element.

    Args:
        style: the value of the attribute, as the body has it.
    """
    shown = []
    for found in _URL.finditer(style):
        declared = style[style.rfind(";", 0, found.start()) + 1 : found.start()]
        address = (found[1] or found[2] or found[3] or "").strip()
        if address and not address.startswith("#") and not _NO_PICTURE.match(declared):
            shown.append(_UNSAFE.sub(_escape, address))
    if not shown:
        return
    for name, side in _SIDE.findall(style):
        yield f"{name.lower()}:{side}"
    if _SPRITE.search(_URL.sub("url", style)):
        yield "sprite"
    for address in shown:
        yield f"url({address})"


def pictures_behind(element: Node) -> list[str]:
    """Return the addresses of the pictures behind an element, each once."""
    if not element.attrib:
        return []
    given = _SHOWN.findall(element.get("style") or "")
    given.append(element.get("background") or "")
    for name in _LATE:
        late = element.get(name) or ""
        found = _URL.search(late)
        if found:
            given.append(found[1] or found[2] or found[3] or "")
        elif name.endswith("set"):
            given += [one.split()[0] for one in late.replace("|", ",").split(", ") if one.split()]
        elif PICTURE_FILE.search(late) and not late.lstrip().startswith(("{", "[")):
            given.append(late.strip())
    return list(dict.fromkeys(one for one in given if not is_stand_in(one)))


def is_stand_in(address: str) -> bool:
    """Tell whether an address leads to no picture, but holds the place of one."""
    return bool(_STAND_IN.match(address))


def drop_first_behind(element: Node) -> None:
    """Take the first picture behind an element off the element; the others stay."""
    others = pictures_behind(element)[1:]
    drop_pictures_behind(element)
    if others:
        shown = " ".join(f"url({_UNSAFE.sub(_escape, one)})" for one in others)
        element.set("style", f"{element.get('style') or ''} {shown}".strip())


def drop_pictures_behind(element: Node) -> None:
    """Take the pictures behind an element off the element."""
    words = (tree.pop(element, "style") or "").split()
    if left := [one for one in words if not one.startswith("url(")]:
        element.set("style", " ".join(left))
    for name in ("background", *_LATE):
        tree.pop(element, name)


def _escape(sign: re.Match[str]) -> str:
    return quote(sign[0])


def styled_sides(element: Node) -> dict[str, str]:
    """Return the width and the height, in pixels, of an element with a picture behind it."""
    words = (word.partition(":") for word in (element.get("style") or "").split())
    return {name: side for name, _, side in words if name in ("width", "height")}


def shows_sprite(element: Node) -> bool:
    """Tell whether an element shows only a part of the picture behind it, as icons do."""
    return "sprite" in (element.get("style") or "").split()
