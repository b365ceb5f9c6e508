"""Characters that cannot or must not be printed."""

import re
import unicodedata
from collections.abc import Iterator

from lxml.html import HtmlElement

MARKS = 8
"""How many combining marks one letter may carry; the most any script stacks is about five."""

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
_LINE_ENDS = re.compile("\r\n?|[\f\x85\u2028\u2029]")
_MARKS = re.compile(
    "(?:[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]){%d,}" % (MARKS + 1)
)
_EMBEDDING, _ISOLATE = "\u202a\u202b\u202d\u202e", "\u2066\u2067\u2068"
_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Take out controls, noncharacters and lone surrogates; every line ends in a newline."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def cap_marks(text: str) -> tuple[str, int]:
    """Keep MARKS combining marks on a letter; say how many were taken off."""
    if not _MARKS.search(text):
        return text, 0
    capped = _MARKS.sub(lambda run: run[0][:MARKS], unicodedata.normalize("NFC", text))
    return capped, max(1, len(text) - len(capped))


def balance_directions(block: HtmlElement) -> None:
    """Close within a block the bidi controls opened in it, and drop those that close nothing.

    Else an override in one paragraph would turn round whatever is printed after it.
    """
    if not _BIDI.search("".join(block.itertext())):
        return
    open_ones: list[str] = []
    for holder, slot in list(_texts(block)):
        setattr(holder, slot, _BIDI.sub(lambda c: _step(c[0], open_ones), getattr(holder, slot)))
    ends = "".join(reversed(open_ones))
    if len(block):
        block[-1].tail = (block[-1].tail or "") + ends
    else:
        block.text = (block.text or "") + ends


def _step(control: str, open_ones: list[str]) -> str:
    if control in _EMBEDDING or control in _ISOLATE:
        open_ones.append(_POP_EMBEDDING if control in _EMBEDDING else _POP_ISOLATE)
        return control
    if open_ones and open_ones[-1] == control:
        open_ones.pop()
        return control
    return ""


def _texts(block: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Name every text slot inside an element, in reading order."""
    if block.text:
        yield block, "text"
    for child in block:
        yield from _texts(child)
        if child.tail:
            yield child, "tail"
