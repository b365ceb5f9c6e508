"""Markdown with notes goes in, Markdown in which the lines of notes are no code comes out.

The lines of a note of MkDocs are indented, and those of a directive of MyST stand between marks of
code. Plain CommonMark would take these lines for code; and a heading or code behind a line of HTML
for HTML.
"""

import re
from typing import NamedTuple

from printkit.text.patterns import regex

_QUOTE = regex(r"(?: {0,3}> ?)*")
_INDENTED = regex(r" *(?:!!!|\?\?\?[+-]?|===[!+]*) *[\w\"']")
_FENCE = regex(r"(?P<marks>`{3,}|~{3,})(?:\{(?P<name>[a-z][\w:-]*)\})?(?P<behind>[^`]*)$")
_CODE = frozenset(
    [
        "r",
        "python",
        "julia",
        "bash",
        "sql",
        "js",
        "ojs",
        "mermaid",
        "dot",
        "code",
        "code-block",
        "code-cell",
        "sourcecode",
        "math",
        "literalinclude",
    ]
)
# Behind a line of HTML, plain CommonMark would read these as HTML, too.
_ENDS_HTML = regex(r" {0,3}(?:#{1,6}[ \t]|`{3}|~{3})")
_STEP = 4  # columns by which the lines of a note are indented


class _Fence(NamedTuple):
    marks: str
    is_code: bool


def open_blocks(source: str) -> str:
    """Take the indentation and the marks off the lines of notes."""
    if not re.search(r"[!?=]{3}|\{|`{3}|~{3}|^[ \t]*#", source, re.MULTILINE):
        return source
    lines: list[str] = []
    notes: list[int] = []  # the indentation of the notes around a line
    fences: list[_Fence] = []
    in_html = False  # whether a line of HTML stands above, without a blank line between
    for line in source.split("\n"):
        quote = _QUOTE.match(line)
        before = quote[0] if quote else ""
        rest = line[len(before) :]
        indent = len(rest) - len(rest.lstrip(" "))
        while notes and rest.strip() and indent < notes[-1] + _STEP:
            notes.pop()
        own = rest[_STEP * len(notes) :] if indent >= _STEP * len(notes) else rest
        in_html = bool(rest.strip()) and (in_html or rest.startswith("<"))
        if in_html and not (fences and fences[-1].is_code) and _ENDS_HTML.match(own):
            lines.append(before)
            in_html = False
        lines.append(before + _without_marks(own, fences))
        if not (fences and fences[-1].is_code) and _INDENTED.match(rest):
            notes.append(indent)
    return "\n".join(lines)


def _without_marks(line: str, fences: list[_Fence]) -> str:
    """Return a line without the marks of a directive; note which fences are open."""
    said = line.strip()
    if fences and said.startswith(fences[-1].marks) and not said.strip(said[0]):
        return line if fences.pop().is_code else ""
    if fences and fences[-1].is_code:
        return line
    fence = _FENCE.match(said)
    if fence is None:
        return line
    is_code = fence["name"] is None or fence["name"] in _CODE
    fences.append(_Fence(fence["marks"], is_code))
    return line if is_code else f"{fence['behind']}\n"
