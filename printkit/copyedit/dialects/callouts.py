"""Callouts: tokens of Markdown go in, and come out with notes in the place of marked quotations.

GitHub writes `> [!NOTE]`, Obsidian `> [!tip]- Title`. A note without a title has its kind as its
title.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.forms import KIND_OF_NOTE
from printkit.copyedit.dialects.reading import removals_of
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_MARK = regex(
    r"\[!(?P<kind>[A-Za-z][\w -]{0,40})(?:\|(?P<meta>[^\[\]\n]{0,100}))?\][-+]?[ \t]*"
    r"(?P<title>[^\n]*)(?:\n|$)"
)


def read_callouts(reader: "MarkdownIt") -> None:
    """Let a reader read callouts."""
    reader.core.ruler.before("inline", "callouts", _mark_callouts)
    reader.core.ruler.before("inline", "boxes", _note_boxes)


def _mark_callouts(state: "StateCore") -> None:
    out: list[Token] = []
    tokens = state.tokens
    notes: list[int] = []  # levels of the notes that are open
    for at, token in enumerate(tokens):
        found = _mark_of(tokens, at) if token.type == "blockquote_open" else None
        if found:
            removals_of(state.env).rewrite("kind of note", f"{found['kind']} {found['meta'] or ''}")
            token.tag = "aside"
            notes.append(token.level)
            line = tokens[at + 2]
            line.content = line.content[found.end() :]
            out += [token, *_title(found["title"].strip(), found["kind"].strip(), line)]
            continue
        if token.type == "blockquote_close" and notes and notes[-1] == token.level:
            token.tag = "aside"
            notes.pop()
        out.append(token)
    state.tokens = out


def _note_boxes(state: "StateCore") -> None:
    """Note the `x` of each task that is done: markdown-it makes a box with a tick of the `x`."""
    for token in state.tokens:
        if token.type == "list_item_open" and token.meta.get("checked"):
            removals_of(state.env).rewrite("box", "x")


def _mark_of(tokens: "Sequence[Token]", at: int) -> re.Match[str] | None:
    following = tokens[at + 1 : at + 3]
    if [one.type for one in following] != ["paragraph_open", "inline"]:
        return None
    return _MARK.match(following[1].content)


def _title(title: str, kind: str, line: "Token") -> "list[Token]":
    """Return the tokens of the title of a note, or of its kind where the note has no title."""
    from markdown_it.token import Token

    words = Token(
        "inline",
        "",
        0,
        content=title or kind.capitalize(),
        children=[],
        level=line.level,
        map=line.map,
    )
    opening = Token("summary_open", "summary", 1)
    if not title:
        opening.attrSet("class", KIND_OF_NOTE)
    return [opening, words, Token("summary_close", "summary", -1)]
