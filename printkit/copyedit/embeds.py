"""Embeds: a body goes in, and comes out with an address for each video, frame and object."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from printkit.copyedit import tree
from printkit.copyedit.addresses import join_address
from printkit.copyedit.pictures import best_address
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.tree import Node

_EMBEDS = {
    "x-iframe": "iframe",
    "video": "video",
    "audio": "audio",
    "embed": "embedded object",
    "object": "embedded object",
}
_TAG = re.compile(r"<[^<>]*>")
_CUSTOM_PICTURES = ("amp-img", "amp-anim", "image")
_PICTURE_FILE = re.compile(r"\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)([?#]|$)", re.IGNORECASE)
_NO_PICTURE = re.compile(r"data:image/(gif|svg)|data:.{0,200}$|about:blank|\s*$", re.IGNORECASE)


def remove_embeds(root: Node, base: str | None, removals: Removals) -> None:
    """Replace each video, frame and object by a link to its address.

    Args:
        root: the body; changed in place.
        base: the article's address, for relative addresses.
        removals: gets every embed.
    """
    _note_pictures(root, removals)
    _settle_custom(root, base, removals)
    _replace_embeds(root, base, removals)


def _note_pictures(root: Node, removals: Removals) -> None:
    """Note the still picture of each video, and each picture behind words."""
    for element in root.iter():
        style = tree.pop(element, "style") or ""
        found = style[4:-1].strip("\"' ") if style.lower().startswith("url(") else ""
        for address in (tree.pop(element, "poster"), tree.pop(element, "background"), found):
            if address and not _NO_PICTURE.match(address):
                removals.note("picture", address, place_of(element))


def _settle_custom(root: Node, base: str | None, removals: Removals) -> None:
    """Unwrap each element that HTML does not know; note its picture, or print its address."""
    for element in tree.each(root, "x-custom"):
        name = element.get("data-name", "")
        address = best_address(element, base)
        number = element.get("data-videoid")
        if address and (name in _CUSTOM_PICTURES or _PICTURE_FILE.search(address)):
            removals.note("picture", address, place_of(element))
        elif address and (shown := _web_address(base, address)):
            removals.note(name, shown, place_of(element))
            element.addprevious(_pointer(element, shown))
        elif address or number:
            removals.note(name, address or number or "", place_of(element))
        tree.unwrap(element)


def _replace_embeds(root: Node, base: str | None, removals: Removals) -> None:
    """Replace a video or a frame by a link to its address; keep the words inside an `object`."""
    for element in tree.each(root, *_EMBEDS):
        if element.getparent() is None:
            continue
        kind = _EMBEDS[str(element.tag)]
        address = _address_of_embed(element, base)
        fallback = element.tag == "object" and not tree.holds_nothing(element)
        page = unescape(_TAG.sub(" ", element.get("srcdoc") or ""))
        if not fallback and not address:
            removals.take(element, kind, tree.fold(page) or next(_given_addresses(element), ""))
            continue
        removals.note(kind, address or next(_given_addresses(element), ""), place_of(element))
        if fallback:
            tree.unwrap(element)
        elif address:
            tree.replace(element, _pointer(element, address))


def _address_of_embed(element: Node, base: str | None) -> str | None:
    found = (_web_address(base, given) for given in _given_addresses(element))
    return next(filter(None, found), None)


def _given_addresses(element: Node) -> Iterator[str]:
    """Yield the addresses of an embed as they are written."""
    own = [element.get(name) for name in ("src", "data-src", "data-lazy-src", "data")]
    sources = [source.get("src") for source in element.iter("source")]
    yield from filter(None, (*own, *sources))


def _web_address(base: str | None, given: str) -> str | None:
    """Return an address of the web, made absolute; None for any other address."""
    address = join_address(base, given)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if given.startswith("//") and not base:
        return f"https:{given}"
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def _pointer(element: Node, address: str) -> Node:
    paragraph = tree.make("p", class_="embed")
    named = element.get("title") or element.get("aria-label") or address
    paragraph.append(tree.make("a", tree.fold(named), href=address))
    return paragraph
