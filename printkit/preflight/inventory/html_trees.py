"""HTML in any state → its tree, as the inventory reads a body and a page."""

import re

from lxml import etree

from printkit.text.characters import printable
from printkit.text.patterns import regex

# A browser ends a line at each of these, also where nothing is open; the parser ignores such a tag.
_ENDS_OF_LINES = regex(r"</(?:p|br)[ \t\n/]{0,9}>", re.IGNORECASE)


def parse_tree(source: str) -> etree._Element:
    """Return the root of a tree without comments; the words of a body stand in a `div`."""
    parser = etree.HTMLParser(
        remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8"
    )
    markup = _ENDS_OF_LINES.sub(r"\g<0> ", printable(source))
    # A `plaintext` never ends, and would show an end tag as words.
    return etree.fromstring(f"<div>{markup}".encode("utf-8", "replace"), parser)


def all_words(element: etree._Element) -> str:
    """Return all words within an element."""
    return "".join(map(str, element.itertext()))
