"""Hash lists: a reader goes in, and comes out with a rule for lists whose numbers are `#.`.

Pandoc and reStructuredText number such a list themselves.
"""

from typing import TYPE_CHECKING

from printkit.copyedit.dialects.nested import line_of
from printkit.copyedit.dialects.reading import may_scan, removals_of
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_MARK = regex(r"#\.(?=[ \t]+\S)")
_FENCE = ("```", "~~~")


def read_hash_lists(reader: "MarkdownIt") -> None:
    """Let a reader read `#. Words` as an item of a numbered list."""
    reader.block.ruler.before("list", "hash_list", _number_items)


def _number_items(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    """Write numbers in the place of hashes, which the rule of lists reads then."""
    if silent or not _MARK.match(line_of(state, first)) or state.is_code_block(first):
        return False
    pieces, at = [], 0
    for number in range(first, end):
        line = line_of(state, number)
        if line.startswith(_FENCE) or not may_scan(state.env, 1):
            break
        if _MARK.match(line):
            start = state.bMarks[number] + state.tShift[number]
            pieces += [state.src[at:start], "1"]
            at = start + 1
    removals_of(state.env).rewrite("number", "#.")
    state.src = "".join((*pieces, state.src[at:]))
    return False  # the rule of lists reads the line
