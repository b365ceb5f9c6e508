"""Redirects: an address that only sends readers on goes in, the wanted address comes out.

Google Docs, Facebook, mail programs and chats put such an address in the place of every link.
"""

from urllib.parse import parse_qs, urlsplit

from printkit.text.patterns import regex
from printkit.text.printed_address import bare_host, is_web_address

_LONGEST = 4_000  # characters of an address that is read

# The host and the beginning of the path, and the parameter that has the wanted address.
_REDIRECTS = {
    "duckduckgo.com/l/": "uddg",
    "gate.sc/": "url",
    "gitee.com/link": "target",
    "l.facebook.com/l.php": "u",
    "l.instagram.com/": "u",
    "l.messenger.com/l.php": "u",
    "l.threads.com/": "u",
    "link.csdn.net/": "target",
    "link.jianshu.com/": "t",
    "link.juejin.cn/": "target",
    "link.zhihu.com/": "target",
    "linkedin.com/redir/redirect": "url",
    "linkedin.com/safety/go": "url",
    "lm.facebook.com/l.php": "u",
    "out.reddit.com/": "url",
    "slack-redir.net/link": "url",
    "steamcommunity.com/linkfilter/": "u",
    "t.umblr.com/redirect": "z",
    "vk.com/away.php": "to",
    "youtube.com/redirect": "q",
}
_GOOGLE = regex(r"google\.(com?\.)?[a-z]{2,3}/url")
_SAFE_LINKS = ".safelinks.protection.outlook.com"


def wanted_address(address: str) -> str:
    """Return the web address to which a redirect sends its readers; any other address as it is.

    Args:
        address: an absolute address; a redirect without a web address in its query stays as it is.
    """
    if "?" not in address or len(address) > _LONGEST or not is_web_address(address):
        return address
    try:
        parts = urlsplit(address)
        host = bare_host(parts.hostname)
        given = parse_qs(parts.query, max_num_fields=50)
    except ValueError:  # a broken address, or one with very many parameters
        return address
    for name in _parameters(f"{host}{parts.path}", host):
        if (found := given.get(name)) and is_web_address(found[0]):
            return found[0]
    return address


def _parameters(place: str, host: str) -> tuple[str, ...]:
    """Return the parameters that may have the wanted address of a redirect."""
    if _GOOGLE.fullmatch(place):
        return ("q", "url")
    if host.endswith(_SAFE_LINKS):
        return ("url",)
    return tuple(name for start, name in _REDIRECTS.items() if place.startswith(start))
