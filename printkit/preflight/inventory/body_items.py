"""A raw body in any format → its items: Markdown and shortcodes are read here, HTML beside."""

import re
from collections.abc import Iterator
from functools import cache, partial
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from printkit.preflight.inventory.html_items import Item, read_html
from printkit.preflight.inventory.open_blocks import open_blocks
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_BLANK_LINES = regex(r"\n[ \t]*\n")
_CODE = regex(r"(<(pre|code)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
_SHORTCODE = regex(
    r"\[/?(?P<bracket>[a-z][\w-]{1,30})"
    r"(?P<said>(?:\s+[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\[\]\"']+))*)\s*/?\]"
    r"|\{\{(?:[<%]|&lt;)\s*/?\s*(?P<braces>\w[\w./-]*)(?P<told>(?:(?!\{\{|\}\}).){0,4000}?)/?\s*"
    r"(?:[>%]|&gt;)\}\}"
    r"|\{%-?\s*(?P<percent>[\w-]+)(?P<given>(?:(?!\{%|%\}).){0,4000})%\}"
    r"|\{\{\s{0,9}(?=#|[A-Za-z_][\w.:-]{0,60}\()#?(?P<called>[\w.:-]{1,61})(?P<asked>[^{}]{0,2000})\}\}",
    re.DOTALL,
)
_SHOWN = regex(
    r"\b(?:caption|title|cite|author|text|credit|attr|heading|label|content|description)\s*=\s*"
    r"(?:\"([^\"]*)\"|'([^']*)')",
    re.IGNORECASE,
)
# Figures of counters and prices; elsewhere such a name may set the look: `number="3px"`.
_FIGURES = regex(
    r"(?<![\w-])(?:number|percent|percentage|sum|price|counter_value)\s*=\s*[\"']"
    r"(\d[\d.,]{0,30})[\"']",
    re.IGNORECASE,
)
_LEADS = regex(r"\b(?:link|url|href)\s*=\s*[\"']?(https?://[^\s\"'\]]+)", re.IGNORECASE)
_LOADS = regex(r"\bsrc\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'\]]+))", re.IGNORECASE)
_PLAYED = regex(r"\.(mp4|webm|mov|m4v|og[gv]|mp3|m4a|wav|pdf)([?#]|$)", re.IGNORECASE)
# Jekyll: `![](  {{ site.baseurl }}/a.jpg)`, `{{ "/a.jpg" | relative_url }}`.
_VALUE_IN_ADDRESS = regex(
    r"(\]\(\s*|(?:src|href)=[\"']?)\{\{\s*(?:\"([^\"]*)\"|'([^']*)'|[\w.]+)[^{}]*\}\}"
    r"(?:\{\{[^{}]*\}\})?"
)
# Pelican puts the folder of the site before an address: `{static}/a.jpg`.
_PELICAN = regex(
    r"(\]\(\s*<?|=\s*[\"']?)"
    r"[{|](?:static|attach|filename|photo|lightbox|index|tag|category|author)[}|]"
)
_CODE_OF_MARKDOWN = regex(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^[ \t>]*(?P=fence)"
    r"|(?<!`)(?P<marks>`{1,3})(?!`).{1,1000}?(?<!`)(?P=marks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_TICKED_TAG = regex(r"\{\{[<%](?:(?!\{\{|\}\}).){1,4000}?[>%]\}\}", re.DOTALL)
_TICKED = regex(r"=\s*`([^`]*)`")
_LEFT = "\ufdd2"  # stands where a shortcode stood; no printable text has this character
_LEFT_AT_BEGINNING = regex(rf"^([ \t>]*){_LEFT}[ \t{_LEFT}]*", re.MULTILINE)
# As in “the <title> tag”: a browser would show nothing of the text behind such a tag.
_SWALLOWING = ("title", "textarea", "xmp", "plaintext", "template", "select")
_QUOTED = regex(r"[\"']([^\"'\s]+)[\"']")
_NOTE_MARK = regex(r"\[\^[^\]\s]+\]:?")
_ADDRESS = r"\(\s*<?(?P<address>[^\s()<>]+)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_PICTURE = regex(rf"!\[[^\[\]]*\]{_ADDRESS}")
_LINK = regex(rf"\[(?P<words>[^\[\]]*)\]{_ADDRESS}")


class RawBody(NamedTuple):
    """A body as a browser shows it.

    Attributes:
        items: everything that a browser shows.
        source: the body in HTML, without shortcodes; empty for plain text.
    """

    items: list[Item]
    source: str


def read_body(body: str, body_format: str, base: str) -> RawBody:
    """Read all items of a body.

    Args:
        body: as the record has it.
        body_format: `html`, `markdown` or `text`.
        base: the article's address, for relative addresses; may be empty.
    """
    if body_format == "text":
        return RawBody([Item("words", block, "text") for block in _BLANK_LINES.split(body)], "")
    found: list[Item] = []
    markdown = body_format == "markdown"
    source = _without_shortcodes(open_blocks(body) if markdown else body, found, markdown=markdown)
    if markdown:
        # A mark of a note would be read as the address of a link.
        rendered = _with_open_tags_as_words(
            _markdown().render(_PELICAN.sub(r"\1", _NOTE_MARK.sub(" ", source)))
        )
        return RawBody(found + read_html(rendered, base, _read_markdown), rendered)
    return RawBody(found + read_html(source, base), source)


@cache
def _markdown() -> "MarkdownIt":
    """Make a reader of plain CommonMark, which keeps the words of every extension as text."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True})


def _with_open_tags_as_words(html: str) -> str:
    """Return HTML in which a tag that would take all the rest of the text is a word."""
    for name in _SWALLOWING:
        closed = html.lower().rfind(f"</{name}") + 1
        html = html[:closed] + re.sub(rf"(?i)<(?={name}\b)", "&lt;", html[closed:])
    return html


def _read_markdown(text: str) -> list[Item | str]:
    """Find pictures and links that are written as Markdown within HTML."""
    if "](" not in text:
        return [text]
    parts: list[Item | str] = []
    parts += [Item("picture", "", "markdown", (one["address"],)) for one in _PICTURE.finditer(text)]
    text, at = _PICTURE.sub("", text), 0
    for found in _LINK.finditer(text):
        link = Item("link", "", "markdown", (found["address"],))
        parts += [text[at : found.start()], link, found["words"]]
        at = found.end()
    return [*parts, text[at:]]


def _without_shortcodes(source: str, found: list[Item], *, markdown: bool) -> str:
    """Take shortcodes out of a body, but for code; find the items in their attributes."""
    if "[" not in source and "{" not in source:
        return source
    if markdown:
        source = _TICKED_TAG.sub(_with_quotation_marks, source)
    settle = partial(_settle_shortcode, closed=_closed_names(source), found=found)
    pieces, at = [], 0
    for code in (_CODE_OF_MARKDOWN if markdown else _CODE).finditer(source):
        pieces += [_SHORTCODE.sub(settle, source[at : code.start()]), code[0]]
        at = code.end()
    pieces.append(_SHORTCODE.sub(settle, source[at:]))
    # Four spaces at the beginning of a line would be read as code.
    left = _LEFT_AT_BEGINNING.sub(r"\1", "".join(pieces)).replace(_LEFT, " ")
    return _VALUE_IN_ADDRESS.sub(r"\1\2\3", left)


def _with_quotation_marks(tag: re.Match[str]) -> str:
    """Return a tag in which no backticks stand around a value: these would begin code."""
    return _TICKED.sub(lambda value: '="' + value[1].replace('"', " ") + '"', tag[0])


def _closed_names(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"\[/([a-z][\w-]{1,30})\]", source))


def _settle_shortcode(token: re.Match[str], *, closed: frozenset[str], found: list[Item]) -> str:
    name = token["bracket"] or token["braces"] or token["percent"] or token["called"]
    said = unescape(token["said"] or token["told"] or token["given"] or token["asked"] or "")
    if token["bracket"] and not said.strip() and name not in closed:
        return token[0]  # a remark of the writer, such as [sic]
    found += _items_of_shortcode(said, f"shortcode {name}")
    if token.string.endswith("](", 0, token.start()):
        named = _QUOTED.search(said)
        return named[1] if named else "#"
    return _LEFT


def _items_of_shortcode(said: str, place: str) -> Iterator[Item]:
    for double, single in _SHOWN.findall(said):
        words = double or single
        for part in read_html(words, "") if "<" in words else _read_markdown(words):
            yield part if isinstance(part, Item) else Item("words", part, place)
    for figure in _FIGURES.findall(said):
        yield Item("words", figure, place)
    for address in _LEADS.findall(said):
        yield Item("link", "", place, (address,))
    for given in _LOADS.findall(said):
        address = "".join(given)
        if not re.search(r"[./]", address):
            continue  # the name of a gallery
        yield Item("embed" if _PLAYED.search(address) else "picture", "", place, (address,))
