"""MDX: a reader goes in, and comes out with rules for the lines of program in a text.

`import Tabs from '@theme/Tabs'` and `export const a = 1` are no words for readers, and nobody sees
`{/* words */}`. Elements such as `<TabItem label="Linux">` are shortcodes; the values of their
arguments may stand in braces: `label={"Linux"}`.
"""

import re
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.nested import add_block_rule, line_of
from printkit.copyedit.dialects.reading import removals_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_PROGRAM = re.compile(
    r"import[ \t]+(?:[\w$*{}, \t\n]+[ \t\n]from[ \t]+)?[\"'][^\"'\n]+[\"'];?[ \t]*$"
    r"|export[ \t]+(?:(?:const|let|var)[ \t]+[\w$]+(?:[ \t]*:[ \t]*[\w<>\[\]]+)?[ \t]*=(?!=)"
    r"|(?:const|let|var)[ \t]+[{\[][\w$, \t]+[}\]][ \t]*="
    r"|default[ \t]+(?:(?:async[ \t]+)?function\b|class\b|\(|\{|[\w$.]+(?:\(|;?[ \t]*$))"
    r"|(?:async[ \t]+)?function[ \t*]+[\w$]+[ \t]*\(|class[ \t]+[\w$]+[ \t]*(?:\{|extends\b)"
    r"|\*(?:[ \t]+as[ \t]+\w+)?[ \t]+from[ \t]+[\"']|\{[^{}]*\}(?:;|[ \t]+from[ \t]+[\"']))"
)
_BEGINS = re.compile(r"(?:import|export)[ \t]")
_LINES_MOST = 200
_VALUE = r"\{[^{}<>]{1,2000}\}"
_ELEMENT = re.compile(
    r"<[A-Z][A-Za-z0-9]{0,60}(?:\s+[\w:-]{1,60}"
    rf"(?:=(?:\"[^\"<>]{{0,2000}}\"|'[^'<>]{{0,2000}}'|{_VALUE}))?){{1,40}}\s*/?>"
)
_BRACED = re.compile(rf"(?<=[\w-])=({_VALUE})")
_QUOTED = re.compile(r"(?:require\()?\s*(?:\"([^\"]*)\"|'([^']*)'|`([^`]*)`)\s*\)?")
_COMMENT_MOST = 5_000  # characters


def read_mdx(reader: "MarkdownIt") -> None:
    """Let a reader take lines of program and comments away."""
    add_block_rule(reader, "program", _read_program)
    reader.inline.ruler.before("escape", "comment_of_program", _read_program_comment)
    reader.inline.ruler.before("html_inline", "element_of_program", _read_element)


def without_braces(said: str) -> str:
    """Return the arguments of an element with `src={"a.jpg"}` written as `src="a.jpg"`."""
    return _BRACED.sub(_plain, said)


def _plain(found: re.Match[str]) -> str:
    inside = found[1][1:-1].strip()
    quoted = _QUOTED.fullmatch(inside)
    value = next(filter(None, quoted.groups()), "") if quoted else inside
    sign = "'" if '"' in value else '"'
    return f"={sign}{value.replace(sign, '’') if sign in value else value}{sign}"


def _read_element(state: "StateInline", silent: bool) -> bool:
    """Read an element with values in braces, which is no HTML."""
    if state.src[state.pos] != "<":
        return False
    found = _ELEMENT.match(state.src, state.pos, state.posMax)
    if found is None or "{" not in found[0]:
        return False
    if not silent:
        removals_of(state.env).rewrite("element", found[0])
        state.push("html_inline", "", 0).content = without_braces(found[0])
    state.pos = found.end()
    return True


def _read_program(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    if silent or state.is_code_block(first) or not _BEGINS.match(line_of(state, first)):
        return False  # such a line ends no paragraph
    last = _end_of_program(state, first, end)
    lines = [line_of(state, number).strip() for number in range(first, last)]
    if not _PROGRAM.match("\n".join(lines)):
        return False
    removals_of(state.env).note("line of program", " ".join(lines))
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
