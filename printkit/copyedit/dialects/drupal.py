"""Drupal: HTML with tokens in brackets goes in, HTML with links and without tokens comes out.

Modules of Drupal write `[[{"fid":"12",…}]]` for a picture, `[video:https://…]` for a film, and
`[node:title]` or `[view:news]` for a part of the site.
"""

import json
import re
from html import escape, unescape

from printkit.copyedit.removals import Removals
from printkit.text.patterns import regex

_TOKEN = regex(
    r"<(?P<code>pre|code)(?=[\s>])[^<]{0,5000}"
    r"|\[\[(?P<media>\{[^\[\]]{1,4000}\})\]\]"
    r"|\[video:(?P<film>https?://[^\s\[\]<>]{1,500})(?P<options>\s[^\[\]<>]{0,200})?\]"
    r"|\[\[?(?P<token>(?:view|node|block|webform|site|current-page|current-user|media|nid|term|menu)"
    r":[a-z0-9][\w:|=./?-]{0,100})(?P<more>\s[a-z]+=[^\[\]<>]{0,200})?\]\]?"
)


def read_drupal(source: str, removals: Removals) -> str:
    """Return HTML without tokens of Drupal; tokens in code stay.

    Args:
        source: HTML as it came.
        removals: gets the names of parts and pictures that only the site has.
    """

    def settle(found: re.Match[str]) -> str:
        removals.rewrite("token", "" if found["code"] else found[0])
        if found["film"]:
            address = escape(found["film"])
            return f'<a href="{address}">{address}</a>'
        if found["media"]:
            removals.note("picture of the site", _said_of_picture(unescape(found["media"])))
        elif found["token"]:
            removals.note("token of Drupal", f"{found['token']}{found['more'] or ''}")
        return found[0] if found["code"] else ""

    return _TOKEN.sub(settle, source) if "[" in source else source


def _said_of_picture(written: str) -> str:
    """Return the description, the title and the number of a picture in a token."""
    try:
        given = json.loads(written)
    except ValueError:
        return written
    fields = {key: value for part in (given.get("attributes"), given.get("fields"), given)
              if isinstance(part, dict) for key, value in part.items()}  # fmt: skip
    named = (str(fields.get(one) or "") for one in ("alt", "title", "fid"))
    return " ".join(filter(None, named)) or written
