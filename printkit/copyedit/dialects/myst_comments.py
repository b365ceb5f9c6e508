"""Comments of MyST: a reader goes in, and comes out with a rule for lines that begin with `%`.

Other Markdown prints such a line: the rule counts in a text with another mark of MyST.
"""

import re
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.nested import add_block_rule, line_of
from printkit.copyedit.dialects.reading import removals_of
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

_SIGN = regex(
    r"^[ \t]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{[a-z][\w:-]{0,40}\}|\{[a-z][a-z0-9:-]{1,40}\}`[^`\n]"
    r"|^\([\w:.-]{1,100}\)=[ \t]*$|^\+\+\+[ \t]*(?:\{|$)",
    re.IGNORECASE | re.MULTILINE,
)
_COMMENT = regex(r"%+(?:[ \t]|$)")
_IS_MYST = "is myst"


def read_myst_comments(reader: "MarkdownIt") -> None:
    """Let a reader take comments of MyST out of the text."""
    reader.core.ruler.before("block", "sign_of_myst", _find_sign)
    add_block_rule(reader, "myst_comment", _read_comment_lines)


def _find_sign(state: "StateCore") -> None:
    state.env[_IS_MYST] = "%" in state.src and _SIGN.search(state.src) is not None


def _read_comment_lines(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    if silent or not state.env.get(_IS_MYST) or state.is_code_block(first):
        return False
    last = first
    while last < end and not state.isEmpty(last) and _COMMENT.match(line_of(state, last)):
        last += 1
    if last == first:
        return False
    words = " ".join(line_of(state, number).lstrip("% ") for number in range(first, last))
    removals_of(state.env).note("comment", words.strip())
    state.line = last
    return True
