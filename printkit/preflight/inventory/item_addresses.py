"""An element of a raw body → the addresses of the picture or the embed that it shows."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from printkit.text.patterns import regex

_PICTURE = regex(r"\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)([?#]|$)", re.IGNORECASE)
# Sites that load pictures late show one of these until then.
_STAND_IN = regex(
    r"^data:image/(gif|svg)|^data:.{0,200}$|about:blank"
    r"|(^|/)(blank|spacer|pixel|placeholder|transparent|clear|1x1|loading|lazy)[\w.-]*\.\w+([?#]|$)",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE_SET = regex(r",\s+|(?<=[wx]),")
_STYLE_URL = regex(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|((?:data:)?[^\"'()\s]+))", re.IGNORECASE)
# In these declarations, an address leads to no picture.
_STYLE_NONE = regex(r"\s*(cursor|[\w-]*filter|clip-path|[\w-]*mask[\w-]*|fill|stroke)\s*:", re.I)
_PICTURES = frozenset(("img", "amp-img", "amp-anim", "image"))
_NAMED_PICTURE = regex(r"(^|-)(img|image|images|photo|picture|pic)(-|$)")
_NO_PICTURE = regex(r"\.(json|html?|mp4|webm|m3u8|mp3|js|xml|pdf)([?#]|$)", re.IGNORECASE)
# Attributes in which sites keep the picture behind an element until a script shows the picture.
_BEHIND = regex(r"data-(lazy-)?(bg|background)(-(image|src|url))?$|data-setbg$")
_IN_EMPTY = ("data-src", "data-original", "data-lazy-src", "data-image", "data-img")
_EMBEDS = frozenset(
    (
        "video",
        "audio",
        "iframe",
        "embed",
        "object",
        "frame",
        "portal",
        "applet",
        "oembed",
        "bgsound",
    )
)
# Elements of AMP that a reader does not see.
_UNSEEN = frozenset(("amp-pixel", "amp-analytics", "amp-social-share", "amp-auto-ads"))
_OWN_ADDRESS = ("src", "data-src", "data", "url", "code")
_NUMBERS = ("data-videoid", "data-tweetid", "data-shortcode", "data-gistid", "videoid")

PLAYED = frozenset(("video", "audio", "iframe"))
"""Elements whose contents are shown only by a browser that cannot play the element itself."""


def link_address(element: etree._Element, tag: str) -> str:
    """Return where a click on an element leads; empty if a click leads nowhere or in the text."""
    names = ("href", "xlink:href") if tag in ("a", "area") else ("href",) if "-" in tag else ()
    address = next(filter(None, (element.get(name) for name in names)), "").strip()
    return "" if address.startswith(("#", "javascript:")) else address


def picture_addresses(element: etree._Element, tag: str, base: str) -> tuple[str, ...]:
    """Return every address that the picture of an element may be loaded from."""
    given = [*_given(element, tag), *_in_style(element)]
    if poster := element.get("poster"):
        given.append(poster)
    real = (make_absolute(base, one) for one in given if _is_address(one))
    return tuple(dict.fromkeys(real))


def _is_address(given: str) -> bool:
    """Tell whether a picture can be loaded from a text: some sites keep JSON in such a place."""
    bare = given.strip()
    return bool(bare) and not bare.startswith(("{", "[")) and not _STAND_IN.search(bare)


def embed_address(element: etree._Element, tag: str, base: str) -> str:
    """Return the address of a film, a frame or an object; empty if there is none.

    Where only the number of a film is given, the number is returned.
    """
    is_amp = tag.startswith("amp-") and tag not in _PICTURES and tag not in _UNSEEN
    if tag not in _EMBEDS and not is_amp:
        return next(filter(None, map(element.get, _NUMBERS)), "") if "-" in tag else ""
    own = [element.get(name) for name in _OWN_ADDRESS]
    sources = [source.get("src") for source in element.iter("source")]
    found = next((one for one in (*own, *sources) if one), "")
    if not found:
        return next(filter(None, map(element.get, _NUMBERS)), "")
    return "" if _is_picture(element, found) else make_absolute(base, found)


def _is_picture(element: etree._Element, address: str) -> bool:
    is_image = (element.get("type") or "").lower().startswith("image/")
    return is_image or bool(_PICTURE.search(address))


def _given(element: etree._Element, tag: str) -> Iterator[str]:
    image_button = tag == "input" and (element.get("type") or "").lower() == "image"
    if tag in _PICTURES or image_button:
        # A picture of one pixel counts visits; in a layout of AMP, a size may be a mere ratio.
        across, up = element.get("width"), element.get("height")
        is_pixel = across in ("0", "1") or (up == "1" and across is None)
        if is_pixel and element.get("layout") is None:
            return
        yield from _in_attributes(element)
        # The parser puts all that follows a `source` into the `source`.
        picture = next(element.iterancestors("picture"), None)
        for source in picture.iter("source") if picture is not None else ():
            yield from _in_attributes(source)
        return
    if tag in _UNSEEN:
        return
    if tag == "picture" and next(element.iter(*_PICTURES), None) is None:
        for source in element.iter("source"):
            yield from _in_attributes(source)
    yield from _of_embed(element, tag)
    yield from _behind(element)


def _of_embed(element: etree._Element, tag: str) -> Iterator[str]:
    """Yield the picture that an object, a frame or a custom element shows."""
    own = element.get("src") or element.get("data") or ""
    named = "-" in tag and _NAMED_PICTURE.search(tag) and not _NO_PICTURE.search(own)
    if (tag in _EMBEDS and _is_picture(element, own)) or named or "-" in tag:
        if named or _is_picture(element, own):
            yield own
        for name in ("srcset", "image") if "-" in tag else ():
            value = element.get(name) or ""
            yield from (one.split()[0] for one in _SOURCE_SET.split(value) if _PICTURE.search(one))


def _behind(element: etree._Element) -> Iterator[str]:
    """Yield the pictures behind an element, in attributes of today and of old."""
    if background := element.get("background"):
        yield background
    for name, value in element.attrib.items():
        if not _BEHIND.match(str(name)):
            continue
        styled = [_first_of(found) for found in _STYLE_URL.finditer(str(value))]
        yield from styled or filter(_PICTURE.search, [str(value)])
    if element.tag in ("div", "span", "figure", "a") and not len(element) and not element.text:
        yield from filter(_PICTURE.search, (element.get(name) or "" for name in _IN_EMPTY))


def _in_attributes(element: etree._Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if "srcset" in str(name):
            yield from (one.split()[0] for one in _SOURCE_SET.split(str(value)) if one.split())
        elif name in ("src", "original", "href", "xlink:href") or (
            str(name).startswith("data-") and _PICTURE.search(str(value))
        ):
            yield str(value)


def _in_style(element: etree._Element) -> Iterator[str]:
    style = element.get("style") or ""
    for found in _STYLE_URL.finditer(style):
        address = _first_of(found).strip()
        if not address.startswith("#") and not _STYLE_NONE.match(
            style, style.rfind(";", 0, found.start()) + 1
        ):
            yield address


def _first_of(found: re.Match[str]) -> str:
    return next(filter(None, found.groups()), "")


def make_absolute(base: str, address: str) -> str:
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
