"""Linked forms: the call of a shortcode with an address goes in, its HTML comes out.

Pictures, links and embeds.
"""

import re
from collections.abc import Mapping
from html import escape

from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.dialects.forms import Form, Inline, Written
from printkit.text.patterns import regex

_SOURCES = ("src", "url", "path", "file", "filename", "image", "img", "image_path", "image_url",
            "picture", "photo")  # fmt: skip
_CAPTIONS = ("caption", "description", "desc", "legend", "text", "content", "words")
_CREDITS = ("attr", "credit", "credits", "attribution", "author", "photographer", "copyright",
            "source", "by")  # fmt: skip
_SIZES = regex(r"\d(?:px|vw|em)\b")
_CREDIT_LINKS = ("attrlink", "attr_link", "crediturl", "credit_url", "creditlink")
PLAYERS: Mapping[str, str] = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "bilibili": "https://www.bilibili.com/video/{}",
    "tweet": "https://twitter.com/{}/status/{1}",
    "x": "https://x.com/{}/status/{1}",
    "twitter": "https://twitter.com/{}/status/{1}",
    "mastodon": "{}",
    "gist": "https://gist.github.com/{}/{1}",
    "github": "https://github.com/{}",
    "instagram": "https://www.instagram.com/p/{}",
    "tiktok": "https://www.tiktok.com/video/{}",
    "spotify": "https://open.spotify.com/{}/{1}",
    "soundcloud": "https://soundcloud.com/{}",
    "codepen": "https://codepen.io/pen/{}",
    "jsfiddle": "https://jsfiddle.net/{}",
    "asciinema": "https://asciinema.org/a/{}",
    "google-drive": "https://drive.google.com/file/d/{}/preview",
    "dailymotion": "https://www.dailymotion.com/video/{}",
}
"""The address of a film, a post or a program at each provider."""


def figure(call: Call, inline: Inline) -> Written:
    """Write a picture with its caption and its credit."""
    address = call.take_address(*_SOURCES) or call.take_picture()
    if not address and call.listed and re.search(r"[./]", call.listed[0]):
        address = call.take_listed(0)
    title = inline(call.take_words("title", "heading"))
    said = inline(call.take_words(*_CAPTIONS))
    described = ""
    if not said and len(call.listed) > 1 and " " in "".join(call.listed):
        # Eleventy has the description before the caption, and sizes for the screen behind.
        described, *others = call.listed
        call.take_rest()
        said = inline(" ".join(one for one in others if not _SIZES.search(one)))
    if not said and not described and any(" " in one for one in call.listed):
        said = inline(call.take_rest())
    credit = inline(call.take_words(*_CREDITS))
    link, alt = call.take("link", "href"), call.take("alt") or described
    shown = f'<img src="{escape(address)}" alt="{escape(alt)}">' if address else escape(alt)
    if link:
        shown = f'<a href="{escape(link)}">{shown}</a>'
    leads_to = call.take(*_CREDIT_LINKS)
    if leads_to:
        credit = f'<a href="{escape(leads_to)}">{credit or escape(leads_to)}</a>'
    parts = [f"<b>{title}</b>" if title and title != said else "", said]
    parts.append(f'<span class="credit">{credit}</span>' if credit else "")
    caption = " ".join(filter(None, parts))
    caption = f"<figcaption>{caption}</figcaption>" if caption else ""
    if call.paired:
        return Written(f"<figure>{shown}", f"{caption}</figure>")
    return Written(f"<figure>{shown}{caption}</figure>")


def link(call: Call, inline: Inline) -> Written:
    """Write a link or a button with its words."""
    names = ("link", "url", "href", "button_url", "link_url", "to", "relref", "ref")
    address = call.take_link(*names) or call.take(*names)
    says = ("text", "title", "label", "content", "button_text", "btn_text", "name")
    said = call.take_words(*says) if not call.paired else ""
    if not address and call.listed:
        address = call.take_listed(0).rstrip(",")
    said = said or ("" if call.paired else call.take_rest())
    opening = f'<a href="{escape(address)}">' if address else "<span>"
    closing = "</a>" if address else "</span>"
    if call.paired:
        return Written(opening, closing)
    return Written(f"{opening}{inline(said) or escape(address)}{closing} ")


def embed(pattern: str) -> Form:
    """Return a form that writes a line with the address of a film, a post or a program.

    Args:
        pattern: the address, with `{}` for the first argument and `{1}` for the second.
    """

    def write(call: Call, inline: Inline) -> Written:
        named = ("url", "src", "video", "video_id", "link", "href", "user", "username", "type")
        first = call.take(*named) or call.take("id", "code", "slug") or call.take_listed(0)
        second = call.take("id", "gist", "status") or call.take_listed(0) or call.take_listed(1)
        title = inline(call.take_words("title", "caption", "label", "text"))
        rest = call.listed if "{1}" in pattern else (second, *call.listed)
        others = [one for one in rest if re.search(r"[^\W\d][ .]\w", one)]
        call.take_rest()
        address = _address_of_form(pattern, first, second)
        shown = f'<a href="{escape(address)}">{escape(address)}</a>' if address else ""
        parts = " ".join(filter(None, (title, *map(inline, others), shown)))
        return Written(f'<p class="embed">{parts}</p>' if parts else "")

    return write


def _address_of_form(pattern: str, first: str, second: str) -> str:
    if not first or re.match(r"(https?:)?//", first):
        return first
    if "{1}" in pattern and not second:
        pattern = pattern.partition("/{1}")[0].removesuffix("/status")
    return pattern.replace("{}", first).replace("{1}", second)


def film(call: Call, inline: Inline) -> Written:
    """Write a line with the address of a film or a sound: of a file, or of one at a provider."""
    provider = call.take("provider", "service", "host").lower()
    return embed(PLAYERS.get(provider, "{}"))(call, inline)
