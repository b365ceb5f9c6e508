"""Line blocks and bare tables: a reader goes in, and comes out with rules for lines with bars.

Pandoc and reStructuredText begin each line of a poem or an address with a bar. Kramdown reads
lines between bars as a table, even without the rule below the head.
"""

from typing import TYPE_CHECKING

from printkit.copyedit.dialects.nested import add_block_rule, line_of
from printkit.copyedit.dialects.reading import may_scan
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_VERSE = regex(r"\|(?:[ \t](?P<words>.*))?$")
_ROW = regex(r"\|.*\|[ \t]*$")
_RULE = regex(r"(?=[^-=]*[-=])[ \t|:+=-]+$")
_BAR = regex(r"(?<!\\)\|")
_CELLS_MOST = 300


def read_line_blocks(reader: "MarkdownIt") -> None:
    """Let a reader read line blocks, and tables without a rule."""
    add_block_rule(reader, "line_block", _read_bars)


def _read_bars(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    if state.is_code_block(first) or not line_of(state, first).startswith("|"):
        return False
    if silent or state.parentType == "table" or not may_scan(state.env, 1):
        return False  # such a line ends no paragraph
    last = first
    while (
        last < end
        and line_of(state, last).startswith("|")
        and state.sCount[last] >= state.blkIndent
    ):
        last += 1
    lines = [line_of(state, number).rstrip() for number in range(first, last)]
    rows = [line for line in lines if _ROW.match(line)]
    if len(rows) == len(lines):
        return _push_table(state, lines, first)
    return _push_verse(state, first, end)


def _push_table(state: "StateBlock", lines: list[str], first: int) -> bool:
    """Write lines between bars as a table; as in kramdown, lines above a rule are its head."""
    rules = [at for at, line in enumerate(lines) if _RULE.match(line)]
    begins = next((at for at in range(len(lines)) if at not in rules), len(lines))
    head = next((at for at in rules if begins < at < len(lines) - 1), begins)
    rows = [
        (at < head, _cells_between_bars(line)) for at, line in enumerate(lines) if at not in rules
    ]
    is_table = len(lines) > 1 or lines[0].startswith("| ")
    if not is_table or not rows or not all(1 < len(row) <= _CELLS_MOST for _, row in rows):
        return False
    if rules[:1] == [1] and len(_cells_between_bars(lines[1])) == len(rows[0][1]):
        return False  # the common table, which markdown-it reads
    place = [first, first + len(lines)]
    state.push("table_open", "table", 1).map = place
    for in_head, row in rows:
        _push_row(state, row, "th" if in_head else "td", place)
    state.push("table_close", "table", -1)
    state.line = first + len(lines)
    return True


def _cells_between_bars(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _BAR.split(line.strip()[1:-1])]


def _push_row(state: "StateBlock", row: list[str], tag: str, place: list[int]) -> None:
    state.push("tr_open", "tr", 1)
    for cell in row:
        state.push(f"{tag}_open", tag, 1)
        _push_line(state, cell, place)
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)


def _push_verse(state: "StateBlock", first: int, end: int) -> bool:
    """Write lines that begin with a bar as verse; a line without a bar goes on with its line."""
    said = list[str]()
    number = first
    while number < end and not state.isEmpty(number):
        line = line_of(state, number).rstrip()
        found = _VERSE.match(line)
        if found:
            words = found["words"] or ""
            said.append("\u00a0" * (len(words) - len(words.lstrip())) + words.strip())
        elif number > first and state.sCount[number] > state.blkIndent:
            said[-1] += f" {line}"
        else:
            return False
        number += 1
    if any("|" in line for line in said):
        return False
    place = [first, number]
    opening = state.push("paragraph_open", "p", 1)
    opening.attrSet("class", "verse")
    opening.map = place
    _push_line(state, "\\\n".join(line or "\u00a0" for line in said), place)
    state.push("paragraph_close", "p", -1)
    state.line = number
    return True


def _push_line(state: "StateBlock", words: str, place: list[int]) -> None:
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = words, place, []
