"""Addresses of pictures: an address as a record has it goes in, its kind and its places come out.

An address is relative, `pics/mole.jpg`; or begins at the top of the site, `/pics/mole.jpg`; or is
an address of the web. Here nothing is read or fetched.
"""

import re
from urllib.parse import urljoin, urlsplit

from printkit.text.patterns import regex
from printkit.text.printed_address import bare_host

# One letter before the colon is a drive of Windows, and no scheme.
_ABSOLUTE = regex(r"//|[a-z][a-z0-9+.-]+:", re.IGNORECASE)


def is_path(src: str) -> bool:
    """Return whether an address is a path: relative, or from the top of the site or the disk."""
    return not _ABSOLUTE.match(src)


def scheme(src: str) -> str:
    """Return the scheme of an absolute address in small letters; `https` if there is none."""
    return "https" if src.startswith("//") else src.partition(":")[0].lower()


def picture_address(src: str, url: str | None) -> str:
    """Return the web address of a picture; empty if the picture has none.

    Args:
        src: the address as the record has it.
        url: the address of the article; a relative address is joined to this one.
    """
    if not is_path(src):
        bare = f"https:{src}" if src.startswith("//") else src
        return bare if scheme(src) in ("http", "https") else ""
    path = slashed(src)
    if not url or path.startswith("//"):
        return ""
    try:
        joined = urljoin(url, path)
    except ValueError:
        return ""
    return joined if joined.lower().startswith(("http://", "https://")) else ""


def path_on_site(src: str, url: str | None) -> str:
    """Return the path of a picture on the article's own site; empty on another site.

    The path begins behind the first slash, and keeps its query: some programs that save a site
    put the query into the name of the file.
    """
    address = picture_address(src, url)
    if not url or not address:
        return ""
    try:
        parts, own = urlsplit(address), urlsplit(url)
        same = bool(own.hostname) and bare_host(parts.hostname) == bare_host(own.hostname)
    except ValueError:
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.path}{query}".lstrip("/") if same else ""


def slashed(src: str) -> str:
    """Return a path with the slashes of the web; Windows writes backslashes."""
    path = re.split("[?#]", src, maxsplit=1)[0]
    return path.replace("\\", "/") + src[len(path) :]
