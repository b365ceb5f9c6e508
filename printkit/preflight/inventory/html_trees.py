"""HTML in any state → its tree, as the inventory reads a body and a page."""

from lxml import etree

from printkit.text.characters import printable


def parse_tree(source: str) -> etree._Element:
    """Return the root of a tree without comments; the words of a body stand in a `div`."""
    parser = etree.HTMLParser(
        remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
    )
    # A `plaintext` never ends, and would show an end tag as words.
    return etree.fromstring(f"<div>{printable(source)}".encode("utf-8", "replace"), parser)


def all_words(element: etree._Element) -> str:
    """Return all words within an element."""
    return "".join(map(str, element.itertext()))
