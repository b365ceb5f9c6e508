"""A raw body in any format → its items: Markdown and shortcodes are read here, HTML beside."""

import re
from collections.abc import Iterator
from functools import cache, partial
from html import unescape
from typing import TYPE_CHECKING

from printkit.preflight.inventory.html_items import Item, Kind, read_html

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_CODE = re.compile(r"(<(pre|code)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
_SHORTCODE = re.compile(
    r"\[/?(?P<bracket>[a-z][\w-]{1,30})"
    r"(?P<said>(?:\s+[\w-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\]]+))*)\s*/?\]"
    r"|\{\{[<%]\s*/?\s*(?P<braces>[\w-]+)(?P<told>[^{}]*?)/?\s*[>%]\}\}"
    r"|\{%\s*(?P<percent>[\w-]+)(?P<given>[^{}%]*)%\}"
)
_SHOWN = re.compile(
    r"\b(?:caption|title|cite|author|text|credit|attr|heading|label)\s*=\s*"
    r"(?:\"([^\"]*)\"|'([^']*)')",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:link|url|href)\s*=\s*[\"']?(https?://[^\s\"'\]]+)", re.IGNORECASE)
_LOADS = re.compile(r"\bsrc\s*=\s*[\"']?([^\s\"'\]]+)", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]:?")
_IN_LINE = re.compile(
    r"(?P<picture>!)?\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<address>[^\s()<>]+)>?"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)


def read_body(body: str, body_format: str, base: str) -> list[Item]:
    """Read all items of a body.

    Args:
        body: as the record has it.
        body_format: `html`, `markdown` or `text`.
        base: the article's address, for relative addresses; may be empty.
    """
    if body_format == "text":
        return [Item("words", block, "text") for block in _BLANK_LINES.split(body)]
    found: list[Item] = []
    source = _without_shortcodes(body, found)
    if body_format == "markdown":
        # A mark of a note would be read as the address of a link.
        rendered = _markdown().render(_NOTE_MARK.sub(" ", source))
        return found + read_html(rendered, base, _read_markdown)
    return found + read_html(source, base)


@cache
def _markdown() -> "MarkdownIt":
    """Make a reader of plain CommonMark, which keeps the words of every extension as text."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True})


def _read_markdown(text: str) -> list[Item | str]:
    """Find pictures and links that are written as Markdown within HTML."""
    if "](" not in text:
        return [text]
    parts: list[Item | str] = []
    at = 0
    for found in _IN_LINE.finditer(text):
        parts.append(text[at : found.start()])
        kind: Kind = "picture" if found["picture"] else "link"
        parts.append(Item(kind, "", "markdown", (found["address"],)))
        if not found["picture"]:
            parts.append(found["words"])
        at = found.end()
    return [*parts, text[at:]]


def _without_shortcodes(source: str, found: list[Item]) -> str:
    """Take shortcodes out of a body, but for code; find the items in their attributes."""
    if "[" not in source and "{" not in source:
        return source
    settle = partial(_settle_shortcode, closed=_closed_names(source), found=found)
    return "".join(
        # `_CODE` has two groups, so each third piece is the name of the element.
        piece if at % 3 == 1 else _SHORTCODE.sub(settle, piece)
        for at, piece in enumerate(_CODE.split(source))
        if at % 3 != 2
    )


def _closed_names(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"\[/([a-z][\w-]{1,30})\]", source))


def _settle_shortcode(token: re.Match[str], *, closed: frozenset[str], found: list[Item]) -> str:
    name = token["bracket"] or token["braces"] or token["percent"]
    said = unescape(token["said"] or token["told"] or token["given"] or "")
    if token["bracket"] and not said.strip() and name not in closed:
        return token[0]  # a remark of the writer, such as [sic]
    found += _items_of_shortcode(said, f"shortcode {name}")
    return " "


def _items_of_shortcode(said: str, place: str) -> Iterator[Item]:
    for double, single in _SHOWN.findall(said):
        yield Item("words", re.sub(r"<[^<>]*>", " ", double or single), place)
    for address in _LEADS.findall(said):
        yield Item("link", "", place, (address,))
    for address in _LOADS.findall(said):
        yield Item("picture", "", place, (address,))
