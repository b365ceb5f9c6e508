"""Embeds: a body goes in, and comes out with an address for each video, frame and object."""

from collections.abc import Iterator

from lxml import etree

from printkit.copyedit import tree
from printkit.copyedit.embed_addresses import pointer, web_address
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_EMBEDS = {
    "x-iframe": "iframe",
    "x-frame": "frame",
    "x-fencedframe": "frame",
    "x-portal": "portal",
    "x-oembed": "embedded object",
    "x-bgsound": "audio",
    "x-applet": "applet",
    "video": "video",
    "audio": "audio",
    "embed": "embedded object",
    "object": "embedded object",
}
# A browser shows the contents of these where it cannot play or knows the element no longer.
_WITH_FALLBACK = ("object", "x-applet")
_ADDRESSES = ("src", "data-src", "data-lazy-src", "data", "url", "code", "archive", "object")
_HOLDERS = ("div", "span", "section", "figure", "p")
_LATE = (
    "data-oembed-url",
    "data-embed-url",
    "data-video-url",
    "data-iframe-src",
    "data-pym-src",
)
_LATE_BOX = regex(r"(^|[-_])(embed|player|chart|widget|iframe)([-_]|$)")
_LATE_GIVEN = ("data-src", "data-url", "data-href", "data-id")
# The beginning of the addresses of a service that writes only the end.
_SERVICES = {
    "flourish-embed": "https://public.flourish.studio/",
    "infogram-embed": "https://infogram.com/",
}
_POST = regex(r"(fb|facebook|instagram|twitter|tiktok)-(post|video|media|tweet|embed)$")
_PARAMETERS = ("movie", "src", "url", "filename", "data")
_LOADED = {"img": "picture", "iframe": "iframe", "video": "video", "audio": "audio", "a": "link"}


def remove_embeds(root: Node, base: str | None, removals: Removals) -> None:
    """Replace each video, frame and object by a link to its address.

    Args:
        root: the body; changed in place.
        base: the article's address, for relative addresses.
        removals: gets every embed.
    """
    for holder in tree.each(root, *_HOLDERS):
        _settle_late(holder, base, removals)
    for element in tree.each(root, *_EMBEDS):
        if element.getparent() is not None:
            _replace_embed(element, base, removals)


def _settle_late(holder: Node, base: str | None, removals: Removals) -> None:
    """Print the address of the film or the post that a script would put into an empty element."""
    given = next(filter(None, map(holder.get, _LATE)), None)
    names = tree.classes(holder)
    if not given and any(_POST.match(name) for name in names):
        given = holder.get("data-href")
    if not given and any(_LATE_BOX.search(name) for name in names):
        given = next(filter(None, map(holder.get, _LATE_GIVEN)), None)
    if not given or tree.words(holder) or any(True for _ in holder.iter(*_EMBEDS)):
        return
    service = next((_SERVICES[name] for name in names if name in _SERVICES), "")
    # A number alone is no address.
    address = web_address(service or base, given) if service or "/" in given else None
    title = tree.fold_space(holder.get("data-title") or "")
    removals.note("embedded object", address or f"{title} {given}".strip(), place_of(holder))
    if address:
        line = pointer(holder, address)
        if title:
            line.text = f"{title} "
        holder.append(line)


def _replace_embed(element: Node, base: str | None, removals: Removals) -> None:
    """Replace an embed by a link to its address; keep the words inside an `object`."""
    kind = _EMBEDS[str(element.tag)]
    given = list(_given_addresses(element))
    address = next(filter(None, (web_address(base, one) for one in given)), None)
    inner = [one for one in element.iter(*_EMBEDS) if one is not element]
    written = _tell_written(element, kind, removals)
    told = address or next(iter(given), "")
    if element.tag in _WITH_FALLBACK and (inner or not tree.holds_nothing(element)):
        # An old `object` holds an `embed` with the same film.
        if told and not any(one in given for other in inner for one in _given_addresses(other)):
            removals.note(kind, told, place_of(element))
        tree.unwrap(element)
    elif address:
        removals.note(kind, address, place_of(element))
        tree.replace(element, pointer(element, address))
    elif told or not written:
        removals.take(element, kind, told)
    else:
        tree.drop(element)


def _given_addresses(element: Node) -> Iterator[str]:
    """Yield the addresses of an embed as they are written."""
    own = [element.get(name) for name in _ADDRESSES]
    sources = [source.get("src") for source in element.iter("source")]
    named = [one for one in element.iter("param") if (one.get("name") or "").lower() in _PARAMETERS]
    yield from filter(None, (*own, *sources, *(one.get("value") for one in named)))


def _tell_written(element: Node, kind: str, removals: Removals) -> bool:
    """Note words, pictures and links of a page that is written into the markup of its frame."""
    source = element.get("srcdoc") or ""
    if not source.strip():
        return False
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    page = etree.fromstring(f"<div>{source}</div>".encode("utf-8", "replace"), parser)
    etree.strip_elements(page, "script", "style", "title", "template", with_tail=False)
    removals.note(kind, tree.fold_space(" ".join(map(str, page.itertext()))), place_of(element))
    for part in page.iter(*_LOADED):
        # `renaming` has renamed the addresses of the links in the page, too.
        given = (part.get(name) for name in ("src", "x-href", "href"))
        address = next(filter(None, given), "").strip()
        if address and not address.startswith("#"):
            removals.note(_LOADED[part.tag], address, place_of(element))
    return True
