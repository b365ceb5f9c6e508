"""Addresses that a site program completes: a tag or an address goes in, an address comes out.

A program knows the address of each page by the file of the page. printkit knows only the file.
"""

import re

from printkit.text.patterns import regex

PAGE = "page:"
"""Begins the address of a page that only the site's program knows; `links` removes such links."""

# Pelican: `{static}/a.jpg`; older sites have bars. Markdown escapes the braces.
_PELICAN = regex(
    r"((?:src|href|poster)\s*=\s*[\"']?\s*)(?:\{|%7[BC]|\|)(static|attach|filename|photo|lightbox|author"
    r"|category|tag|index)(?:\}|%7[DC]|\|)(?P<file>[^\s\"'<>]*)",
    re.IGNORECASE,
)
_FILES = ("static", "attach", "photo", "lightbox")
_TEXT_FILE = regex(r"\.(md|markdown|html?|adoc|rst|org)?(#.*)?$", re.IGNORECASE)


def of_page(name: str) -> str:
    """Return the address of a page or a file that a tag names."""
    name = name.strip().strip("\"'")
    if name.startswith(("#", "http://", "https://")):
        return name
    file = name.rpartition("/")[2]
    if "." not in file or _TEXT_FILE.search(file):
        return f"{PAGE}{name}"
    return name if name.startswith("/") or "/" not in name else f"/{name}"


def complete_addresses(inside: str) -> str:
    """Complete the addresses in the attributes of an element, as Pelican completes them."""
    return _PELICAN.sub(_complete_address, inside) if re.search(r"[{|]|%7[BC]", inside) else inside


def _complete_address(found: re.Match[str]) -> str:
    kind, file = found[2].lower(), found["file"]
    is_file = kind in _FILES or (kind == "filename" and not _TEXT_FILE.search(file))
    return f"{found[1]}{file}" if is_file else f"{found[1]}{PAGE}{file}"
