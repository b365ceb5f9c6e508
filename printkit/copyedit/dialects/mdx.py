"""MDX: a reader goes in, and comes out with rules for the lines of program in a text.

`import Tabs from '@theme/Tabs'` and `export const a = 1` are no words for readers, and nobody sees
`{/* words */}`. Elements such as `<TabItem label="Linux">` are shortcodes; the values of their
arguments may stand in braces: `label={"Linux"}`; `jsx_elements` reads these values.
"""

from typing import TYPE_CHECKING

from printkit.copyedit.dialects.jsx_elements import program_element
from printkit.copyedit.dialects.nested import add_block_rule, line_of, push_html
from printkit.copyedit.dialects.reading import reading_of, removals_of
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_PROGRAM = regex(
    r"import[ \t]+(?:[\w$*{}, \t\n]+[ \t\n]from[ \t]+)?[\"'][^\"'\n]+[\"'];?[ \t]*$"
    r"|export[ \t]+(?:(?:const|let|var)[ \t]+[\w$]+(?:[ \t]*:[ \t]*[\w<>\[\]]+)?[ \t]*=(?!=)"
    r"|(?:const|let|var)[ \t]+[{\[][\w$, \t]+[}\]][ \t]*="
    r"|default[ \t]+(?:(?:async[ \t]+)?function\b|class\b|\(|\{|[\w$.]+(?:\(|;?[ \t]*$))"
    r"|(?:async[ \t]+)?function[ \t*]+[\w$]+[ \t]*\(|class[ \t]+[\w$]+[ \t]*(?:\{|extends\b)"
    r"|\*(?:[ \t]+as[ \t]+\w+)?[ \t]+from[ \t]+[\"']|\{[^{}]*\}(?:;|[ \t]+from[ \t]+[\"']))"
)
_BEGINS = regex(r"(?:import|export)[ \t]")
_LINES_MOST = 200
_IMPORTED = regex(r"import[ \t]+(\w+)[ \t]+from[ \t]+[\"']([^\"'\n]+)[\"']")
_BEGINS_ELEMENT = regex(r"<[A-Za-z][\w.-]*[ \t]*$|<[A-Za-z][\w.-]*[ \t{]")
_FRAGMENT_MOST = 5_000  # characters between `<>` and `</>`
_COMMENT_MOST = 5_000  # characters of one comment of MDX


def read_mdx(reader: "MarkdownIt") -> None:
    """Let a reader take lines of program and comments away."""
    add_block_rule(reader, "program", _read_program)
    add_block_rule(reader, "element_of_program", _read_element_line)
    reader.inline.ruler.before("escape", "comment_of_program", _read_program_comment)
    reader.inline.ruler.before("html_inline", "element_of_program", _read_element)


def _read_element(state: "StateInline", silent: bool) -> bool:
    """Keep an element with values in braces as it is: the signs in it are no Markdown."""
    if state.src[state.pos] != "<":
        return False
    if _is_fragment(state.src, state.pos):
        state.pos = state.src.index(">", state.pos) + 1
        return True
    element = program_element(state.src, state.pos)
    if not element:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = element
    state.pos += len(element)
    return True


def _is_fragment(source: str, at: int) -> bool:
    """Tell whether a mark only holds elements together: `<>` and `</>`."""
    if source.startswith("<>", at):
        return source.find("</>", at, at + _FRAGMENT_MOST) >= 0
    return source.startswith("</>", at) and source.rfind("<>", max(0, at - _FRAGMENT_MOST), at) >= 0


def _read_element_line(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    """Keep an element on several lines, whose last line may begin with `>`, as it is."""
    line = line_of(state, first)
    if not _BEGINS_ELEMENT.match(line) or state.is_code_block(first):
        return False
    start = state.bMarks[first] + state.tShift[first]
    element = program_element(state.src, start)
    last = first + element.count("\n")
    if last == first or last >= end:
        return False
    if not silent:
        push_html(state, state.src[start : state.eMarks[last]], (first, last + 1))
        state.line = last + 1
    return True


def _read_program(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    if silent or state.is_code_block(first) or not _BEGINS.match(line_of(state, first)):
        return False  # such a line ends no paragraph
    last = _end_of_program(state, first, end)
    program = "\n".join(line_of(state, number).strip() for number in range(first, last))
    if not _PROGRAM.match(program):
        return False
    for imported in _IMPORTED.finditer(program):
        reading_of(state.env).imported[imported[1]] = imported[2]
    removals_of(state.env).note("line of program", program.replace("\n", " "))
    state.line = last
    return True


def _end_of_program(state: "StateBlock", first: int, end: int) -> int:
    """Return the line behind a statement: its brackets are closed, or a blank line follows."""
    depth, number = 0, first
    while number < min(end, first + _LINES_MOST) and not state.isEmpty(number):
        line = line_of(state, number)
        depth += sum(map(line.count, "([{")) - sum(map(line.count, ")]}"))
        number += 1
        if depth <= 0:
            break
    return number


def _read_program_comment(state: "StateInline", silent: bool) -> bool:
    if not state.src.startswith("{/*", state.pos):
        return False
    first = state.pos + 3
    end = state.src.find("*/}", first, min(state.posMax, first + _COMMENT_MOST))
    if end < 0:
        return False
    if not silent:
        removals_of(state.env).note("comment", state.src[first:end].strip())
    state.pos = end + 3
    return True
