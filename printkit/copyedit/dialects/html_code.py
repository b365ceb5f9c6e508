"""Code in blocks of HTML: a reader goes in, and comes out with blocks of HTML that end before code.

In CommonMark a block of HTML ends at the next blank line, and code may hold blank lines: so a
fence right behind `<details>` would lose its beginning, and swallow the text behind its end.
"""

import re
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.nested import line_of
from printkit.copyedit.dialects.reading import may_scan
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_VERBATIM = regex(r"<(?:!--|\?|!\[|pre|script|style|textarea)\b", re.IGNORECASE)
_ENDS = ["paragraph", "reference", "blockquote"]


def end_html_before_code(reader: "MarkdownIt") -> None:
    """Let a block of HTML end before a fence of code that holds a blank line."""
    reader.block.ruler.at("html_block", _read_html, {"alt": _ENDS})


def _read_html(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    from markdown_it.rules_block import html_block

    if not silent and line_of(state, first).startswith("<"):
        end = _parted_code(state, first, end)
    return bool(html_block(state, first, end, silent))


def _parted_code(state: "StateBlock", first: int, end: int) -> int:
    """Return the line of a fence that a blank line would part; else the end of all lines."""
    opened = -1
    for number in range(first, end):
        line = line_of(state, number)
        if state.isEmpty(number) or not may_scan(state.env, 1):
            break
        if opened < 0 and _VERBATIM.search(line):
            break
        if line.startswith(("```", "~~~")) and number > first:
            is_end = opened >= 0 and not line.strip(line[0] + " \t")
            opened = -1 if is_end else number if opened < 0 else opened
    if opened < 0:
        return end
    marks = line_of(state, opened)[:3]
    closing = (line_of(state, number).startswith(marks) for number in range(opened + 1, end))
    return opened if may_scan(state.env, end - opened) and any(closing) else end
