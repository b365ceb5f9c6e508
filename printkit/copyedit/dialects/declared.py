"""Declared programs: the tags of a body go in, and whether a site program wrote them comes out.

An article about Flask may say `{{ url_for("home") }}`: these words are the article's own. A tag
that only looks like a tag counts if it stands alone on its line, or if the body has a tag that
only a site program writes.
"""

import re
from collections.abc import Iterable

from printkit.copyedit.dialects.called_tags import Tag
from printkit.copyedit.dialects.tables import shortcode_meaning
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

_CODE = regex(r"(`{1,4})[^`]{1,4000}\1|<(pre|code)(?=[\s>])[^<]{0,4000}</\2>", re.IGNORECASE)
_OF_SITE = regex(
    r"(?:site|page|post|layout|theme|include|content|base_path|baseurl)\b"
    r"|.{0,200}\|\s*(?:relative_url|absolute_url|prepend|append|markdownify|asset\w{0,20}|url)\b",
    re.DOTALL,
)
# Django writes `{% url 'home' %}`, too.
_OF_SEVERAL = frozenset(("url",))
_INCLUDED = names("include rustdoc_include playground comment-of-the-site")
_LINE_BEFORE = regex(r"(?:^|\n|>)[ \t]*\Z")
_LINE_BEHIND = regex(r"[ \t]*(?:\r?\n|<|\Z)")


def without_code(source: str) -> str:
    """Return a body without the tags that its code shows."""
    return _CODE.sub(" ", source)


def is_sure(tag: Tag) -> bool:
    """Tell whether only a site program writes a tag, so that the tag is no word of the article."""
    if tag.kind == "value":
        return _OF_SITE.match(tag.said) is not None
    if tag.kind == "shortcode" and tag.written.startswith(("{{<", "{{%", "{{&lt;", "<", "(")):
        return True
    if tag.kind == "liquid" and tag.closes:
        return True
    sense = shortcode_meaning(tag.kind, tag.name).sense
    known = sense not in ("unknown", "control") and tag.name not in _OF_SEVERAL
    return known or tag.name in _INCLUDED


def is_alone(found: re.Match[str]) -> bool:
    """Tell whether a tag has its line, or its element of HTML, to itself."""
    text = found.string
    before = text[max(0, found.start() - 80) : found.start()]
    return bool(_LINE_BEFORE.search(before) and _LINE_BEHIND.match(text, found.end()))


def declares_program(found: Iterable[tuple[Tag, re.Match[str]]]) -> bool:
    """Tell whether the tags of a body show that a site program reads the body."""
    return any(is_sure(tag) or (tag.kind == "liquid" and is_alone(at)) for tag, at in found)
