"""An element of a raw body → the addresses of the picture or the embed that it shows."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

_PICTURE = re.compile(r"\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)([?#]|$)", re.IGNORECASE)
# Sites that load pictures late show one of these until then.
_STAND_IN = re.compile(
    r"^data:image/(gif|svg)|^data:.{0,200}$|about:blank"
    r"|(^|/)(blank|spacer|pixel|placeholder|transparent|clear|1x1|loading|lazy)[\w.-]*\.\w+([?#]|$)",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE_SET = re.compile(r",\s+|(?<=[wx]),")
_STYLE_URL = re.compile(r"url\(\s*[\"']?(?:(data:[^\"')]+)|([^\"')]+))", re.IGNORECASE)
_PICTURES = frozenset(("img", "amp-img", "amp-anim", "image"))
_OWN_ADDRESS = ("src", "data-src", "data", "data-videoid")


def picture_addresses(element: etree._Element, tag: str, base: str) -> tuple[str, ...]:
    """Return every address that the picture of an element may be loaded from."""
    given = [*_given(element, tag), *_in_style(element)]
    if poster := element.get("poster"):
        given.append(poster)
    real = (join(base, one) for one in given if _is_address(one))
    return tuple(dict.fromkeys(real))


def _is_address(given: str) -> bool:
    """Tell whether a picture can be loaded from a text: some sites keep JSON in such a place."""
    bare = given.strip()
    return bool(bare) and not bare.startswith(("{", "[")) and not _STAND_IN.search(bare)


def embed_address(element: etree._Element, tag: str, base: str) -> str:
    """Return the address of a film, a frame or an object; empty if there is none."""
    if tag not in ("video", "audio", "iframe", "embed", "object") and not (
        tag.startswith("amp-") and tag not in _PICTURES
    ):
        return ""
    own = [element.get(name) for name in _OWN_ADDRESS]
    sources = [source.get("src") for source in element.iter("source")]
    found = next((one for one in (*own, *sources) if one), "")
    return join(base, found) if found and not _PICTURE.search(found) else ""


def _given(element: etree._Element, tag: str) -> Iterator[str]:
    image_button = tag == "input" and (element.get("type") or "").lower() == "image"
    if tag in _PICTURES or image_button:
        # A picture of one pixel counts visits.
        across, up = element.get("width"), element.get("height")
        if across in ("0", "1") or (up == "1" and across is None):
            return
        yield from _in_attributes(element)
        # The parser puts all that follows a `source` into the `source`.
        picture = next(element.iterancestors("picture"), None)
        for source in picture.iter("source") if picture is not None else ():
            yield from _in_attributes(source)
        return
    own = element.get("src") or element.get("data") or ""
    if (tag in ("embed", "object") or "-" in tag) and _PICTURE.search(own):
        yield own
    if background := element.get("background"):
        yield background


def _in_attributes(element: etree._Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if "srcset" in str(name):
            yield from (one.split()[0] for one in _SOURCE_SET.split(str(value)) if one.split())
        elif name in ("src", "original", "href", "xlink:href") or (
            str(name).startswith("data-") and _PICTURE.search(str(value))
        ):
            yield str(value)


def _in_style(element: etree._Element) -> Iterator[str]:
    for data, address in _STYLE_URL.findall(element.get("style") or ""):
        yield data or address


def join(base: str, address: str) -> str:
    """Return an address made absolute; the address as it is if it is none.

    Browsers read a backslash in an address as a slash.
    """
    given = address.strip()
    if not given.startswith("data:"):
        given = given.replace("\\", "/")
    try:
        return urljoin(base, given)
    except ValueError:
        return given
