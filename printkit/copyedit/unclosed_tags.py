"""Unclosed tags: the HTML of a Markdown text goes in, tags that are words of the text come out so.

A text about HTML says “the <title> tag”. A browser takes all that follows for the title of the
page, and shows nothing of the text. GitHub prints such a tag as words, and so does printkit.
"""

import re

from printkit.text.patterns import regex

_SWALLOWING = regex(
    r"<(?P<name>title|textarea|xmp|plaintext|script|style|template|select|noscript|noembed)"
    r"(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
# A block of these may lack its end because a program cut the text.
_PROGRAMS = ("script", "style")


def write_unclosed_tags(html: str) -> str:
    """Return HTML with words in the place of tags that would take all the text behind them.

    Args:
        html: of Markdown, in which a tag that stands in code is written with `&lt;` already.
    """
    if not _SWALLOWING.search(html):
        return html
    folded = html.lower()
    ends: dict[str, int] = {}

    def settle(tag: re.Match[str]) -> str:
        name = tag["name"].lower()
        if name not in ends:
            ends[name] = folded.rfind(f"</{name}")
        line = html[max(html.rfind("\n", 0, tag.start()) + 1, tag.start() - 80) : tag.start()]
        is_block = name in _PROGRAMS and not line.strip()
        return tag[0] if ends[name] > tag.start() or is_block else f"&lt;{tag[0][1:]}"

    return _SWALLOWING.sub(settle, html)
