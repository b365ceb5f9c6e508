"""Abbreviations: `*[HTML]: Hyper Text Markup Language` goes in; its first use is told in full.

A web page shows the words when the mouse is on the abbreviation. Paper shows them in parentheses.
"""

import re
from html import escape
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.nested import add_block_rule, line_of
from printkit.copyedit.dialects.reading import BodyReading, reading_of, removals_of
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_DEFINITION = regex(r"\*\[(?P<short>[^\[\]]{1,100})\]:[ \t]*(?P<words>.*)$")
_MOST = 500


def read_abbreviations(reader: "MarkdownIt") -> None:
    """Let a reader read abbreviations."""
    add_block_rule(reader, "abbreviation", _read_definition)
    reader.core.ruler.after("inline", "abbreviations", _write_all)


def _read_definition(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    del end
    line = line_of(state, first)
    found = _DEFINITION.match(line) if line.startswith("*[") else None
    known = reading_of(state.env).abbreviations
    if found is None or state.is_code_block(first) or len(known) >= _MOST:
        return False
    if not silent:
        short, words = found["short"].strip(), found["words"].strip()
        removals_of(state.env).rewrite("abbreviation", short)
        if short in known:
            removals_of(state.env).note("abbreviation", f"{short}: {words}")
        known.setdefault(short, words)
        state.line = first + 1
    return True


def _write_all(state: "StateCore") -> None:
    """Write the words of each abbreviation behind its first use."""
    left = reading_of(state.env).abbreviations
    if not left:
        return
    shorts = "|".join(map(re.escape, sorted(left, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w)(?:{shorts})(?!\w)")
    for token in state.tokens:
        if token.children:
            token.children = [
                part for child in token.children for part in _tell_in(child, pattern, left)
            ]


def tell_unused(reading: BodyReading) -> None:
    """Note the words of the abbreviations that a body never uses."""
    for short, words in reading.abbreviations.items():
        reading.removals.note("abbreviation", f"{short}: {words}")


def _tell_in(child: "Token", pattern: re.Pattern[str], left: dict[str, str]) -> "list[Token]":
    """Return the tokens of a text in which abbreviations that were not told yet are told."""
    from markdown_it.token import Token

    if child.type != "text" or not left:
        return [child]
    pieces, at = list[str](), 0
    for found in pattern.finditer(child.content):
        if (words := left.pop(found[0], None)) is None:
            continue
        shown = escape(found[0], quote=False)
        pieces.append(escape(child.content[at : found.start()], quote=False))
        pieces.append(f'<abbr title="{escape(words)}">{shown}</abbr>')
        pieces.append(f" ({escape(words, quote=False)})" if words else "")
        at = found.end()
    if not pieces:
        return [child]
    pieces.append(escape(child.content[at:], quote=False))
    return [Token("html_inline", "", 0, content="".join(pieces), level=child.level)]
