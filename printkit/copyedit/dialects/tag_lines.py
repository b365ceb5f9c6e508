"""Lines of tags in Markdown: a reader goes in, and comes out with rules for the marks of tags.

Without these rules, a list would swallow the tag behind the list, and code between two tags would
be read as Markdown.
"""

from bisect import bisect_right
from html import escape
from typing import TYPE_CHECKING

from printkit.copyedit.dialects import tables
from printkit.copyedit.dialects.nested import add_block_rule, line_of, push_html
from printkit.copyedit.dialects.reading import reading_of
from printkit.copyedit.dialects.tags import MARK, is_only_marks

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_VERBATIM = ("listing", "comment")


def part_tag_lines(reader: "MarkdownIt") -> None:
    """Let a reader set the lines of tags apart, and keep code between tags as it is written."""
    add_block_rule(reader, "tag_lines", _read_line)
    reader.inline.add_terminator_char("\ufdd0")
    reader.inline.ruler.before("escape", "tag", _read_in_line)


def _read_line(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    line = line_of(state, first)
    if not line.startswith("\ufdd0") or state.is_code_block(first):
        return False
    found = reading_of(state.env).tags.found_in(line)
    code = _code_from(state, first, end)
    if not code and not (is_only_marks(line) and tables.stand_alone(found)):
        return False
    if not silent:
        last, markup = code or (first, line)
        push_html(state, markup, (first, last + 1))
        state.line = last + 1
    return True


def _code_from(state: "StateBlock", first: int, end: int) -> tuple[int, str] | None:
    """Return the last line of code that begins on a line, and the HTML of the code with its tags.

    The last tag of the line begins the code, or else the first tag. The result is None if the tag
    has no end, or ends on the same line.
    """
    line = line_of(state, first)
    marks = list(MARK.finditer(line))
    opening = marks[-1] if is_only_marks(line) else marks[0]
    tags = reading_of(state.env).tags
    tag = tags.find(opening[1])
    closing = tags.closing_mark(opening[1])
    if not closing or tables.shortcode_meaning(tag.kind, tag.name).sense not in _VERBATIM:
        return None
    at = state.src.find(closing, state.eMarks[first], state.eMarks[end - 1])
    if at < 0:
        return None
    last = bisect_right(state.bMarks, at) - 1
    code = state.getLines(first, last + 1, state.blkIndent, False).lstrip()
    code, _, behind = code[opening.end() :].partition(closing)
    if code.lstrip().startswith("```"):
        return None  # the fence is Markdown
    return last, f"{line[: opening.end()]}{escape(code)}{closing}{behind}"


def _read_in_line(state: "StateInline", silent: bool) -> bool:
    """Read a tag within a line, with the code up to the tag that ends the code."""
    found = MARK.match(state.src, state.pos)
    if found is None or found.end() > state.posMax:
        return False
    tags = reading_of(state.env).tags
    tag, end, code = tags.find(found[1]), found.end(), ""
    if tables.shortcode_meaning(tag.kind, tag.name).sense in _VERBATIM:
        mark = tags.closing_mark(found[1])
        at = state.src.find(mark, end, state.posMax) if mark else -1
        if at >= 0:
            code, end = escape(state.src[end:at]) + mark, at + len(mark)
    if not silent:
        token = state.push("html_inline", "", 0)
        token.content = found[0] + code
    state.pos = end
    return True
