"""Captions of tables: tokens of Markdown go in, and come out with each caption in its table.

Pandoc, Quarto and kramdown write `: Caption` or `Table: Caption` behind the table or before it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.reading import removals_of
from printkit.copyedit.removals import Removals
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_MARK = regex(r"(?:[Tt]able)?:[ \t]+(?=\S)")
_TERM = (
    "dl_open",
    "dt_open",
    "inline",
    "dt_close",
    "dd_open",
    "paragraph_open",
    "inline",
    "paragraph_close",
    "dd_close",
    "dl_close",
)
_PARAGRAPH = ("paragraph_open", "inline", "paragraph_close")


def read_table_captions(reader: "MarkdownIt") -> None:
    """Let a reader put captions into tables."""
    reader.core.ruler.after("block", "table_captions", _move_captions)


def _move_captions(state: "StateCore") -> None:
    _free_captions(state.tokens)
    _part_from_terms(state.tokens)
    tokens, removals = state.tokens, removals_of(state.env)
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        out.append(tokens[at])
        at += 1
        if out[-1].type != "table_open":
            continue
        end = next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close") + 1
        before, behind = out[-4:-1], tokens[end : end + 3]
        leads = [one.type for one in tokens[end + 3 : end + 4]] == ["table_open"]
        if _says_caption(before) and (leads or not _says_caption(behind)):
            del out[-4:-1]
            out += _as_caption(before, removals) + tokens[at:end]
        elif _says_caption(behind):
            out += _as_caption(behind, removals) + tokens[at:end]
            end += len(behind)
        else:
            out += tokens[at:end]
        at = end
    state.tokens = out


def _free_captions(tokens: "list[Token]") -> None:
    """Make a paragraph of the last row of a table, where the row is the caption."""
    for end in reversed([at for at, one in enumerate(tokens) if one.type == "table_close"]):
        begin = next((at for at in range(end, -1, -1) if tokens[at].type == "tr_open"), end)
        row = tokens[begin:end]
        lines = [one for one in row if one.type == "inline"]
        is_caption = bool(lines) and _MARK.match(lines[0].content) is not None
        if not is_caption or any(one.content.strip() for one in lines[1:]):
            continue
        stop = next(at for at in range(begin, end) if tokens[at].type == "tr_close")
        tokens[end + 1 : end + 1] = _paragraph(lines[0])
        del tokens[begin : stop + 1]


def _part_from_terms(tokens: "list[Token]") -> None:
    """Make paragraphs of a term and its meaning, where the meaning is the caption of a table.

    A blank line stands between the paragraph and the caption, and a table follows.
    """
    for at in reversed(range(len(tokens) - len(_TERM))):
        part = tokens[at : at + len(_TERM)]
        if tuple(one.type for one in part) != _TERM or tokens[at + len(_TERM)].type != "table_open":
            continue
        term, said = part[2], part[6]
        if term.map and said.map and said.map[0] > term.map[0] + 1:
            said.content = f": {said.content}"
            tokens[at : at + len(_TERM)] = [*_paragraph(term), *_paragraph(said)]


def _says_caption(tokens: "Sequence[Token]") -> bool:
    if tuple(one.type for one in tokens) != _PARAGRAPH:
        return False
    return _MARK.match(tokens[1].content) is not None


def _as_caption(paragraph: "Sequence[Token]", removals: Removals) -> "list[Token]":
    """Return the tokens of a caption with the words of a paragraph."""
    opening, line, closing = paragraph
    removals.rewrite("mark of a caption", line.content.partition(":")[0])
    line.content = _MARK.sub("", line.content, count=1)
    opening.type, closing.type = "caption_open", "caption_close"
    opening.tag = closing.tag = "caption"
    return [opening, line, closing]


def _paragraph(line: "Token") -> "list[Token]":
    from markdown_it.token import Token

    opening, closing = Token("paragraph_open", "p", 1), Token("paragraph_close", "p", -1)
    for token in (opening, closing):
        token.level, token.block, token.map = line.level, True, line.map
    return [opening, line, closing]
