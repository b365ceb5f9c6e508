"""Nested Markdown: lines and the form around them go in, tokens of markdown-it come out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.dialects.forms import Form, Written
from printkit.copyedit.dialects.reading import removals_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_NESTED = "nested"
BlockRule = Callable[["StateBlock", int, int, bool], bool]


def add_block_rule(reader: "MarkdownIt", name: str, rule: BlockRule) -> None:
    """Let a reader try a rule before the rule of code; the rule may end a paragraph or a list."""
    ends = ["paragraph", "reference", "blockquote", "list"]
    reader.block.ruler.before("fence", name, rule, {"alt": ends})


def line_of(state: "StateBlock", number: int) -> str:
    """Return a line of the source without its indentation."""
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def written_by(state: "StateBlock", form: Form, call: Call) -> Written:
    """Return what a form writes for a call; note the arguments that the form does not print."""
    from markdown_it.token import Token

    def inline(words: str) -> str:
        # Without the rules of the core: these would write the notes of the body behind the words.
        parts: list[Token] = []
        state.md.inline.parse(words, state.md, state.env, parts)
        line = Token("inline", "", 0, children=parts)
        return str(state.md.renderer.render([line], state.md.options, state.env)).strip()

    written = form(call, inline)
    for key, words in call.unused():
        removals_of(state.env).note(key, words, call.name)
    return written


def push_nested(
    state: "StateBlock", written: Written, lines: tuple[int, int], indent: int = 0
) -> None:
    """Write a form around lines that are Markdown themselves.

    Args:
        state: the reading.
        written: the form.
        lines: the first line and the line behind the last line.
        indent: columns that the lines are indented by, below the line of the form.
    """
    first, end = lines
    # The hidden tokens count as a level: markdown-it leaves out text that is too deep.
    _push_edge(state, 1, written.opening, lines)
    before = (state.parentType, state.lineMax, state.blkIndent)
    state.parentType, state.lineMax = _NESTED, end
    state.blkIndent += indent
    state.md.block.tokenize(state, first, end)
    state.parentType, state.lineMax, state.blkIndent = before
    _push_edge(state, -1, written.closing, lines)


def push_html(state: "StateBlock", markup: str, lines: tuple[int, int]) -> None:
    """Write HTML in the place of lines."""
    token = state.push("html_block", "", 0)
    token.content = f"{markup}\n"
    token.map = list(lines)


def _push_edge(state: "StateBlock", nesting: int, markup: str, lines: tuple[int, int]) -> None:
    if nesting < 0:
        push_html(state, markup, lines)
    token = state.push(_NESTED, "", nesting)  # type: ignore[arg-type]
    token.hidden = True
    token.block = True
    token.map = list(lines)
    if nesting > 0:
        push_html(state, markup, lines)


def code_lines(state: "StateBlock", first: int, end: int) -> set[int]:
    """Return the lines between marks of code, whose other marks do not count."""
    found: set[int] = set()
    fence = ""
    for number in range(first, end):
        line = line_of(state, number)
        if fence:
            found.add(number)
            if line.startswith(fence) and not line.strip(fence[0] + " "):
                fence = ""
        elif line.startswith(("```", "~~~")):
            fence = line[: len(line) - len(line.lstrip(line[0]))]
            found.add(number)
    return found
