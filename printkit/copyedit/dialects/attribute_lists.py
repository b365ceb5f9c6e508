"""Attribute lists: tokens of Markdown go in, and come out without `{: .class #id }`.

Kramdown and Python-Markdown give classes, ids and sizes in braces behind a block or an element.
An id stays, because links may lead to the id.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.dialects.pandoc_figures import keep_caption
from printkit.copyedit.dialects.reading import removals_of
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from printkit.copyedit.removals import Removals

_LIST = r"\{(?P<colon>:?)(?P<inside>[^{}\n]{1,500})\}"
_AT_START = regex(_LIST)
_AT_END = regex(rf"(?:^|(?<=[\s\S])){_LIST}[ \t]*$")
_PART = regex(
    r"\s*(?:[#.][\w:/-]+|[\w:-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\"'{}]+)|(?P<word>[\w-]+))(?=\s|$)"
)
_WORDS = frozenset(["toc", "no_toc", "options", "nomarkdown", "attr_list"])
_ENDS = frozenset(
    [
        "image",
        "link_close",
        "code_inline",
        "em_close",
        "strong_close",
        "s_close",
        "mark_close",
        "html_inline",
    ]
)
_HOLDERS = frozenset(
    [
        "heading_open",
        "paragraph_open",
        "td_open",
        "th_open",
        "dt_open",
        "dd_open",
        "caption_open",
    ]
)


def read_attribute_lists(reader: "MarkdownIt") -> None:
    """Let a reader read attribute lists."""
    reader.core.ruler.before("inline", "attribute_lists", _read_blocks)
    reader.core.ruler.after("inline", "inline_attribute_lists", _read_lines)


def is_list(found: re.Match[str]) -> bool:
    """Tell whether words in braces are attributes, and no words of the writer."""
    inside, at = found["inside"].strip(), 0
    if inside.startswith(("::", "/")):
        return True
    while at < len(inside):
        part = _PART.match(inside, at)
        if part is None or (part["word"] and not (found["colon"] or part["word"] in _WORDS)):
            return False
        at = part.end()
    return bool(inside)


def _read_blocks(state: "StateCore") -> None:
    """Take the lists off the ends of blocks, and away where a list is all of a paragraph."""
    out: list[Token] = []
    for at, token in enumerate(state.tokens):
        out.append(token)
        around = state.tokens[at - 1] if at else token
        if token.type != "inline" or "{" not in token.content or around.type not in _HOLDERS:
            continue
        holder = around
        single = around.type not in ("paragraph_open", "dd_open")
        while found := _list_in(token.content, is_single=single):
            alone = found[0].strip() == token.content.strip()
            if alone and around.type == "paragraph_open":
                holder = _opening_before(out[:-2]) or around
            take_list(found, holder, removals_of(state.env))
            token.content = (token.content[: found.start()] + token.content[found.end() :]).strip()
    state.tokens = list(_without_empty(out))


def _list_in(text: str, *, is_single: bool) -> re.Match[str] | None:
    """Return the list at the end of a block or on its last line, else at its beginning."""
    tail = max(0, len(text) - 520)
    found = _AT_END.search(text, max(tail, text.rfind("{")))
    if found and is_list(found):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        own_line = not line.strip()
        before = text[found.start() - 1 : found.start()]
        if own_line or is_single or (found["colon"] and before == " "):
            return found
    first = _AT_START.match(text)
    return first if first and first["colon"] and is_list(first) else None


def _opening_before(tokens: "Sequence[Token]") -> "Token | None":
    """Return the token that opens the block before, if a block stands before."""
    if not tokens or tokens[-1].nesting >= 0:
        return None
    level = tokens[-1].level
    opening = (one for one in reversed(tokens) if one.nesting > 0 and one.level == level)
    return next(opening, None)


def take_list(found: re.Match[str], holder: "Token | None", removals: "Removals") -> None:
    """Give the id, and the caption of a picture, to a token; note the words of other attributes.

    Args:
        found: a list, with a group `inside`.
        holder: gets the id.
        removals: gets the words of the attributes that no page has.
    """
    call = Call("attributes", found["inside"], paired=False)
    removals.rewrite("attributes", " ".join(re.findall(r"[#.]?[\w-]+(?==)|[#.][\w:/-]+", found[0])))
    name = re.search(r"(?:^|\s)#([\w:-]+)", found["inside"])
    if name and holder is not None and holder.nesting >= 0 and not holder.attrGet("id"):
        holder.attrSet("id", name[1])
    if holder is not None and holder.type == "image":
        _describe(holder, call, removals)
    said = dict(call.unused())
    for key, words in said.items():
        removals.note(key, words, "attributes")
    for key, words in call.named.items():
        if key not in said:
            removals.rewrite("attribute", words)
    for words in call.listed:
        removals.rewrite("attribute", words)


def _describe(picture: "Token", call: Call, removals: "Removals") -> None:
    """Give a picture the caption and the description that Quarto writes as attributes."""
    said = call.take("fig-alt")
    if said:
        removals.rewrite("description", said)
    if caption := call.take("fig-cap"):
        picture.attrSet("data-caption", caption)
    keep_caption(picture, said)


def _without_empty(tokens: "Sequence[Token]") -> "list[Token]":
    """Return tokens without the paragraphs that held nothing but a list of attributes."""
    out: list[Token] = []
    for token in tokens:
        out.append(token)
        kinds = [one.type for one in out[-3:]]
        if kinds == ["paragraph_open", "inline", "paragraph_close"] and not out[-2].content:
            del out[-3:]
    return out


def _read_lines(state: "StateCore") -> None:
    """Take the lists away that stand right behind a picture, a link or words with a mark."""
    for token in state.tokens:
        children = token.children or []
        for before, child in pairwise(children):
            if child.type != "text" or before.type not in _ENDS:
                continue
            found = _AT_START.match(child.content)
            if found and is_list(found):
                take_list(found, before, removals_of(state.env))
                child.content = child.content[found.end() :]
