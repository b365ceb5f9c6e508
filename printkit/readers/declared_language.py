"""Declared language: a body of HTML goes in, the language of its outermost element comes out."""

import re

from printkit.text.patterns import regex
from printkit.wording.language_names import language_tag

_TAG = regex(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^<>]{0,2000})>")
_LANG = regex(
    r"""\s(?:xml:)?lang\s*=\s*["']?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3})\b""", re.IGNORECASE
)
_WHOLE = ("html", "body")  # their end may be missing
_AROUND = (*_WHOLE, "div", "article", "main", "section", "span")
_GAP = regex(r"\s*")
_PROLOGUE = regex(r"\s*(?:<!doctype[^>]{0,300}>\s*)?", re.IGNORECASE)


def declared_language(body: str) -> str:
    """Return the language of an element around the whole body; empty if no element names one."""
    start = _PROLOGUE.match(body)
    at = start.end() if start else 0
    while (tag := _TAG.match(body, at)) and not tag["end"]:
        name = tag["name"].lower()
        if name not in _AROUND or not (name in _WHOLE or _encloses(name, body, tag.end())):
            return ""
        if found := _LANG.search(tag["rest"]):
            return language_tag(found[1]) or ""
        if name not in _WHOLE:
            return ""
        gap = _GAP.match(body, tag.end())
        at = gap.end() if gap else tag.end()
    return ""


def _encloses(name: str, body: str, at: int) -> bool:
    """Tell whether the element whose text begins at a place ends where the body ends."""
    depth = 1
    for tag in re.finditer(rf"<(/?){name}\b[^<>]{{0,2000}}>", body[at:], re.IGNORECASE):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return not body[at + tag.end() :].strip()
    return True
