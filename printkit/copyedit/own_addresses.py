"""Own addresses: links with the full address of their own article become links into the text.

Feeds, newsletters and exports write a mark as `https://site/p/article#note-1`. The record may know
its address in another spelling, or may know none.
"""

from collections.abc import Iterator, Mapping, Set
from urllib.parse import parse_qsl, unquote, urlsplit

from printkit.copyedit import tree
from printkit.copyedit.addresses import join_address
from printkit.copyedit.note_names import is_named_mark, is_named_note
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.text.printed_address import bare_host

_LOOKED_ABOVE = 6  # elements around a link that may have the name of its place
_TRACKING = ("utm_", "mc_", "fbclid", "gclid", "ref", "source", "share", "r")


def shorten_own_addresses(root: Node, base: str | None, removals: Removals) -> None:
    """Leave of each address of the article itself the name of the place in the text.

    An address is the article's own if the record has the same address, if two links with this
    address lead to each other, or if a link named a mark leads to an element named a note.

    Args:
        root: the body; the links are changed in place.
        base: the article's address, if it has one.
        removals: gets the whole addresses.
    """
    places = _named_places(root)
    led = [
        (link, page, name)
        for link in tree.each(root, "a")
        for page, name in [_page_and_place(link, base)]
        if name in places
    ]
    own = {_spelling(base)} if base else set()
    own |= set(_answered({(page, near, name) for link, page, name in led for near in _near(link)}))
    own |= {page for link, page, name in led if is_named_mark(link) and is_named_note(places[name])}
    own.discard("")
    for link, page, name in led:
        if page in own:
            way = "href" if link.get("href") is not None else "x-href"
            removals.rewrite("address", link.get(way) or "")
            link.set(way, f"#{name}")


def _named_places(root: Node) -> Mapping[str, Node]:
    places: dict[str, Node] = {}
    for one in root.iter():
        for name in (one.get("id"), one.get("name") if one.tag == "a" else None):
            if name:
                places.setdefault(name, one)
    return places


def _page_and_place(link: Node, base: str | None) -> tuple[str, str]:
    """Return the address that a link leads to without its fragment, and the fragment."""
    given = (link.get("href") or link.get("x-href") or "").strip()
    page, _, name = given.partition("#")
    return (_spelling(join_address(base, page)), unquote(name)) if page and name else ("", "")


def _spelling(address: str) -> str:
    """Return an address in the spelling that all addresses of the same page share."""
    try:
        parts = urlsplit(address)
        host = bare_host(parts.hostname)
    except ValueError:
        return ""
    asked = [pair for pair in parse_qsl(parts.query) if not pair[0].startswith(_TRACKING)]
    return f"{host}{parts.path.rstrip('/')}?{sorted(asked)}" if host else ""


def _near(link: Node) -> Iterator[str]:
    """Yield the names of the place of a link."""
    above = list(tree.ancestors(link))[:_LOOKED_ABOVE]
    before = link.getprevious()
    beside = [] if before is None or tree.words(before) or before.tail else [before]
    for one in (link, *link.iterdescendants(), *above, *beside):
        for name in (one.get("id"), one.get("name") if one.tag == "a" else None):
            if name:
                yield name


def _answered(ways: Set[tuple[str, str, str]]) -> Iterator[str]:
    """Yield the pages with two links that lead to each other."""
    for page, near, name in ways:
        if near != name and (page, name, near) in ways:
            yield page
