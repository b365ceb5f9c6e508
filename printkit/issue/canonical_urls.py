"""Bring web addresses into one spelling, so that they can identify articles."""

import re
from urllib.parse import quote, urlsplit

from printkit.article import Article
from printkit.text.patterns import regex
from printkit.text.printed_address import bare_host

# Parameters that newsletters, social networks and counters add. The address leads to the same
# page without them.
_TRACKING = regex(
    r"""(?:utm|mtm|matomo|piwik|hsa|vero)_.* | pk_(?:campaign|kwd) | _openstat | xtor
    | _g[al] | (?:d|fb|g|tt|tw|y|ys)clid | msclkid | gclsrc | [gw]braid | srsltid
    | gad_(?:source|campaignid) | fb_(?:ref|source) | igshid | igsh | li_fat_id | epik
    | _hs(?:enc|mi) | __hs.* | hsctatracking | mc_[ce]id | mkt_tok | oly_(?:anon|enc)_id
    | at_(?:campaign|format|link_id|link_origin|link_type|medium|ptr_name)
    | ns_(?:campaign|mchannel|source) | wt_z?mc | wt\.mc_.* | smid | smtyp | s_cid | cmpid
    | ref_(?:src|url) | amp""",
    re.VERBOSE | re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}
_LONGEST_HOST = 253


def canonical_address(url: str) -> str:
    """Return an address in canonical spelling, to compare it with others, not to follow it.

    Scheme, `www.`, default port, the host's case, trailing slashes, fragment and tracking
    parameters do not count. Other parameters count, but not their order. A text that is no web
    address is returned as it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url
    if parts.scheme not in _PORTS or not parts.hostname:
        return url
    site = _host(parts.hostname) + ("" if port in (None, _PORTS[parts.scheme]) else f":{port}")
    query = "&".join(sorted(filter(_is_meaningful, parts.query.split("&"))))
    # Keep a fragment such as `#/news/1` or `#!news`: in web applications it names another page.
    route = parts.fragment if parts.fragment.startswith(("/", "!")) else ""
    path = parts.path.rstrip("/") + (query and f"?{query}") + (route and f"#{route}")
    return f"https://{site}{_spelt(path)}"


def address_of(article: Article) -> str | None:
    """Return the canonical address of an article; None without an address of the article's own.

    The address of a front page is no such address, because it is the same for many articles.
    """
    address = canonical_address(article.url or "")
    return address if re.search(r"//[^/?#]+[/?#]", address) else None


def _host(host: str) -> str:
    """Return a host as DNS knows it: in ASCII, and without `www.`."""
    if not host.isascii() and len(host) <= _LONGEST_HOST:
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return host
    host = bare_host(host.strip().rstrip("."))
    return f"[{host}]" if ":" in host else host


def _is_meaningful(parameter: str) -> bool:
    name = parameter.partition("=")[0]
    return bool(name) and not _TRACKING.fullmatch(name)


def _spelt(path: str) -> str:
    """Return a path that has percent escapes in capitals, and only where they are needed."""
    return re.sub(
        r"%[0-9a-fA-F]{2}",
        lambda escape: _letter(escape[0]),
        quote(path, safe="!#$%&'()*+,/:;=?@[]", errors="replace"),
    )


def _letter(escape: str) -> str:
    letter = chr(int(escape[1:], 16))
    plain = letter.isascii() and (letter.isalnum() or letter in "-._~")
    return letter if plain else escape.upper()
