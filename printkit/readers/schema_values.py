"""Values of schema.org: a value goes in, the texts and the parts that the value says come out."""

import html
import re
from collections.abc import Mapping, Sequence

from printkit.readers.field_values import without_entities
from printkit.text.patterns import regex

# `<optional>` and `<ann@example.org>` are words of a plain text.
_NAMES = (
    "a|abbr|acronym|address|article|aside|audio|b|bdi|bdo|big|blockquote|br|button|caption|center"
    "|cite|code|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]"
    "|header|hr|i|iframe|img|input|ins|kbd|label|li|main|mark|math|nav|nobr|noscript|object|ol|p"
    "|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg"
    "|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr|[a-z]{1,20}-[a-z0-9-]{1,40}"
)
_ELEMENT = regex(rf"</?(?:{_NAMES})(?:[\s/][^<>]{{0,2000}})?>", re.IGNORECASE)


def each_of(value: object) -> Sequence[object]:
    """Return the parts of a list, or one value as a list; nothing for a value that says nothing."""
    if value is None or value == "":
        return ()
    return value if isinstance(value, list | tuple) else (value,)


def text_of(value: object) -> str:
    """Return a text or a number as text; the value of an object of JSON-LD; else empty."""
    if isinstance(value, Mapping):
        value = value.get("@value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def is_html(text: str) -> bool:
    """Tell whether a text has elements of HTML; words between angle brackets are none."""
    return _ELEMENT.search(text) is not None


def escaped(text: str) -> str:
    """Return a plain text as HTML; entities in the text are decoded once."""
    return html.escape(without_entities(text), quote=False)


def bare_words(markup: str) -> str:
    """Return the words of a text outside its tags, parted by single spaces."""
    outside = (part.partition(">")[2] if ">" in part else part for part in markup.split("<"))
    return " ".join(html.unescape(" ".join(outside)).split())


def words_of_value(text: str) -> str:
    """Return the words that a reader sees of a text, which may be HTML or plain text."""
    return bare_words(text) if is_html(text) else " ".join(without_entities(text).split())


def clock(value: object) -> str:
    """Return a moment of ISO 8601 as day and time, to be read in every language."""
    found = re.match(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?", text_of(value))
    return " ".join(filter(None, found.groups())) if found else text_of(value)
