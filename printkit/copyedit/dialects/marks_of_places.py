"""Marks of places: tokens of Markdown go in, and come out without marks such as `[TOC]`.

A site puts a list of contents in the place of such a mark. The first line of a block of code may
name the language of the code: `:::python`, `#!python`.
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
    from markdown_it.token import Token

_CONTENTS = regex(
    r"\[\[?_?toc_?\]?\]|\$\{toc\}|\{\{toc\}\}|@\[toc\](\([^()]*\))?|\[\[?/?toc[^\[\]]*\]?\]"
    r"|(?:[^\n]{0,60}\n)?\{:[ ]*toc[^{}\n]*\}",
    re.IGNORECASE,
)
# MyST parts the head and the foot of a card, and the blocks of a text, which may have settings.
_PARTS = regex(r"<--->$|\^{3}$|\+{3}(?:[ ]\{[^\n]*\})?$")
_PAGE_BREAK = regex(r"\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\})?")
_LANGUAGE = regex(
    r"(?::::[ \t]*|#!(?=[a-z+#-]+[ \t]*\n))(?P<language>[A-Za-z][\w+#.-]{0,30})[^\n]{0,80}\n"
)
_DIRECTIVE = regex(r"[ \t]*\{(?P<name>[a-z][\w:-]{0,60})\}[ \t]+(?P<said>[^\s#{].{0,300})$")
_TITLE = regex(r"\b(?:title|caption|filename|file|name)=(?:\"([^\"]*)\"|'([^']*)')|\[([^\[\]]+)\]$")


def read_marks_of_places(reader: "MarkdownIt") -> None:
    """Let a reader take marks of places and of languages away, and print the titles of code."""
    reader.core.ruler.after("block", "marks_of_places", _take_marks)
    add_block_rule(reader, "mark_of_columns", _read_mark_of_columns)


def _read_mark_of_columns(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    """Read the line that parts two columns in Hugo's theme for books, or parts of a card."""
    del end
    line = line_of(state, first).rstrip()
    if state.is_code_block(first) or not _PARTS.match(line):
        return False
    if not silent:
        if behind := line.strip("^+ <->"):
            removals_of(state.env).note("settings of a block", behind)
        state.line = first + 1
    return True


def _take_marks(state: "StateCore") -> None:
    out: list[Token] = []
    for token in state.tokens:
        if token.type == "inline" and _CONTENTS.fullmatch(token.content.strip()):
            removals_of(state.env).rewrite("place of the contents", token.content)
            token.content = ""
        if token.type == "inline" and _PAGE_BREAK.fullmatch(token.content.strip()):
            removals_of(state.env).note("page break", token.content)
            token.content = ""
        plain = token.type == "code_block" or (token.type == "fence" and not token.info.strip())
        if plain and (found := _LANGUAGE.match(token.content)):
            removals_of(state.env).rewrite("language", found[0])
            token.content = token.content[found.end() :]
        if token.type == "fence" and (found := _DIRECTIVE.match(token.info)):
            removals_of(state.env).note(f"{found['name']} directive", found["said"])
        if token.type == "fence":
            removals_of(state.env).rewrite("language", token.info)
        if token.type == "fence" and (found := _TITLE.search(token.info)):
            out += _titled(found[1] or found[2] or found[3] or "", token.level)
        out.append(token)
    state.tokens = out


def _titled(title: str, level: int) -> "list[Token]":
    """Return the tokens of a title above code."""
    from markdown_it.token import Token

    words = Token("inline", "", 0, content=title, children=[], level=level)
    return [Token("summary_open", "summary", 1), words, Token("summary_close", "summary", -1)]
