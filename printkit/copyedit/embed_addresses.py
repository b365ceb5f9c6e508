"""Addresses of films and frames: what markup gives goes in, a web address or a line comes out."""

from urllib.parse import urlsplit

from printkit.copyedit import tree
from printkit.copyedit.addresses import join_address
from printkit.copyedit.tree import Node


def web_address(base: str | None, given: str) -> str | None:
    """Return an address of the web, made absolute; None for any other address.

    Args:
        base: the article's address, if it has one.
        given: the address as the markup has it.
    """
    address = join_address(base, given)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if given.startswith("//") and not base:
        return f"https:{given}"
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def pointer(element: Node, address: str) -> Node:
    """Return a line with a link to an address, named as the element that stood there.

    Args:
        element: the video, the frame or the like.
        address: of the web.
    """
    paragraph = tree.make("p", class_="embed")
    named = element.get("title") or element.get("aria-label") or address
    paragraph.append(tree.make("a", tree.fold_space(named), href=address))
    return paragraph
