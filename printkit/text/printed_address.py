"""Printed addresses: the address of a link goes in, the address as people write it comes out."""

import re
from urllib.parse import urlsplit

from printkit.text.patterns import regex

_WEB_SCHEME = regex("https?://", re.IGNORECASE)
# `www.gov` is a host whose name begins so, and not the host `gov`.
_WWW = regex(r"(?:www\.)+(?=[^.]+\.)")
_SHORT_OF = regex(r"https?://(?:www\.)?|mailto:|tel:", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Tell whether a text begins with `http://` or `https://`, in small or capital letters."""
    return bool(_WEB_SCHEME.match(text))


def printed_address(text: str) -> str:
    """Return a web address without its scheme and last slash; any other text as it is."""
    scheme = _WEB_SCHEME.match(text)
    return text[scheme.end() :].removesuffix("/") if scheme else text


def short_address(address: str) -> str:
    """Return an address as it stands in a sentence: without scheme, `www.` and closing slashes.

    A mail address loses `mailto:`, and a telephone number loses `tel:`.
    """
    opening = _SHORT_OF.match(address)
    return address[opening.end() if opening else 0 :].rstrip("/")


def site_of(url: str) -> str:
    """Return the host name of an address, without `www.`; empty if the address has no host."""
    return bare_host(urlsplit(url).hostname)


def bare_host(host: str | None) -> str:
    """Return a host in small letters, without `www.`; empty if there is no host."""
    whole = (host or "").lower()
    opening = _WWW.match(whole)
    return whole[opening.end() :] if opening else whole
