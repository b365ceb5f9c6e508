"""Shortcodes: HTML with WordPress shortcodes goes in, HTML without shortcodes comes out.

A WordPress site replaces a shortcode such as `[gallery]` when it shows the page.
"""

import re
from html import escape, unescape

from printkit.copyedit.removals import Removals
from printkit.copyedit.vocabulary import names

_TOKEN = re.compile(
    r"<(?P<end>/?)(?P<code>(?i:pre|code))(?=[\s>])"
    r"|\[(?P<close>/?)(?P<name>[a-z][a-z0-9_-]{1,30})(?P<said>\s[^\[\]]{0,2000})?\]"
)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")
_ADDRESS = re.compile(r"https?://[^\s\"'<>\]]+")
# Other words in brackets count as shortcodes only with attributes: `[sic]` is prose.
_BARE = names("caption wp_caption gallery playlist embed archives recent-posts")
_CAPTIONS = names("caption wp_caption")
_SHOWN_BESIDE = names("title credit author cite")
_WORDS_ONLY = names("embed")
_PLAYED = {"audio": "audio", "video": "video", "playlist": "video", "wpvideo": "video",
           "youtube": "video", "vimeo": "video", "soundcloud": "audio"}  # fmt: skip


def expand_shortcodes(source: str, removals: Removals) -> str:
    """Turn captions into figures and players into addresses, and remove other shortcodes.

    Brackets in prose (`[sic]`) and in code stay. So do the words between an opening and a closing
    shortcode.

    Args:
        source: HTML as it came, not yet safe. New markup is put in before the source is cleaned.
        removals: gets every removed shortcode, with the words and addresses in its attributes.
    """
    if "[" not in source:
        return source
    code = 0
    opened: set[str] = set()

    def settle(token: re.Match[str]) -> str:
        nonlocal code
        if token["code"]:
            code = max(0, code + (-1 if token["end"] else 1))
            return token[0]
        name, said = token["name"], unescape(token["said"] or "")
        if code or (token["close"] and name not in opened):
            return token[0]
        if token["close"]:
            return "</figure>" if name in _CAPTIONS else ""
        if not (said.strip(" /") or name in _BARE) or _prose(said):
            return token[0]
        opened.add(name)
        return _expand_opening(name, said, removals)

    return _TOKEN.sub(settle, source)


def _prose(said: str) -> bool:
    """Tell whether the words behind a shortcode's name are more than attributes and an address."""
    return bool(_ADDRESS.sub("", _ATTRIBUTE.sub("", said)).strip(" /\t\n"))


def _expand_opening(name: str, said: str, removals: Removals) -> str:
    """Return the markup for an opening shortcode of this name with these attributes."""
    given = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(said)}
    if name in _CAPTIONS:
        caption = given.get("caption")
        for key in _SHOWN_BESIDE & given.keys():
            removals.note(key, given[key], f"shortcode {name}")
        return "<figure>" + (f"<figcaption>{caption}</figcaption>" if caption else "")
    if name in _WORDS_ONLY:
        return ""
    if name in _PLAYED:
        address = _ADDRESS.search(said)
        shown = address[0] if address else " ".join(given.values())
        removals.note(_PLAYED[name], shown, f"shortcode {name}")
        if address:
            shown = escape(address[0])
            return f'<p class="embed"><a href="{shown}">{shown}</a></p>'
        return ""
    removals.note(f"{name} shortcode", " ".join(given.values()), f"shortcode {name}")
    return ""
