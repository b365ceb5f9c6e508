"""Obsidian: a reader goes in, and comes out with rules for its links, embeds and comments.

`[[Page|words]]` is a link to another note, `![[a.jpg|300]]` shows a picture, `![[Page]]` another
note; nobody sees `%%words%%`; ` ^name` at the end of a block is the name of the block.
"""

import re
from html import escape
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.calls import is_picture
from printkit.copyedit.dialects.nested import add_block_rule, line_of
from printkit.copyedit.dialects.page_addresses import PAGE
from printkit.copyedit.dialects.reading import may_scan, removals_of
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_EMBED = regex(r"!\[\[(?P<target>[^\[\]|\n]{1,300})(?P<more>(?:\|[^\[\]|\n]{0,300}){0,3})\]\]")
_LINK = regex(
    r"\[\[(?![\^!]|\d{1,3}\]\]|_?toc_?\]\])(?P<target>[^\[\]|\n]{1,300})"
    r"(?:\|(?P<words>[^\[\]\n]{1,300}))?\]\](?![(\[:])",
    re.IGNORECASE,
)
_BAR = regex(r"\[\[[^\[\]|\n]{1,300}\|[^\[\]\n]{0,300}\]\]")
_HIDDEN_BAR = "\ufdd2"  # a noncharacter, which no printable text has
_SIZE = regex(r"\d+(x\d+)?|left|right|center|inline|small|medium|large", re.IGNORECASE)
_COMMENT = regex(r"(?<![\w%])%%(?!%)(?P<words>(?:(?!%%).){1,5000})%%(?!%)", re.DOTALL)
_NAME_OF_BLOCK = regex(r"(?:^|(?<=\s))\^(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{2,60}\s*$")


def read_obsidian(reader: "MarkdownIt") -> None:
    """Let a reader read links, embeds, comments and names of blocks."""
    reader.inline.ruler.before("link", "wiki_link", _read_link)
    reader.inline.ruler.before("image", "wiki_embed", _read_embed)
    reader.inline.ruler.before("escape", "wiki_comment", _read_comment)
    add_block_rule(reader, "wiki_comments", _read_comments)
    reader.core.ruler.before("inline", "names_of_blocks", _drop_names)
    reader.core.ruler.before("block", "hide_bars", _hide_bars)
    reader.core.ruler.after("block", "show_bars", _show_bars)


def _hide_bars(state: "StateCore") -> None:
    """Hide the bars in links, which would part the cells of a table."""
    if "[[" in state.src:
        state.src = _BAR.sub(lambda link: link[0].replace("|", _HIDDEN_BAR), state.src)


def _show_bars(state: "StateCore") -> None:
    for token in state.tokens:
        if _HIDDEN_BAR in token.content or _HIDDEN_BAR in token.info:
            token.content = token.content.replace(_HIDDEN_BAR, "|")
            token.info = token.info.replace(_HIDDEN_BAR, "|")


def _read_link(state: "StateInline", silent: bool) -> bool:
    found = _LINK.match(state.src, state.pos) if state.src.startswith("[[", state.pos) else None
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        target = found["target"].strip().rstrip("\\")
        words = found["words"] or " > ".join(filter(None, re.split(r"#\^?", target)))
        token = state.push("link_open", "a", 1)
        web = target.startswith(("http://", "https://"))
        removals_of(state.env).rewrite("link", target if web else "")
        token.attrs = {"href": target if web else f"{PAGE}{target}"}
        state.push("text", "", 0).content = words.strip()
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def _read_embed(state: "StateInline", silent: bool) -> bool:
    found = _EMBED.match(state.src, state.pos) if state.src.startswith("![[", state.pos) else None
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        removals = removals_of(state.env)
        target = found["target"].strip().rstrip("\\")
        more = [one.strip() for one in found["more"].split("|") if one.strip()]
        words = " ".join(one for one in more if not _SIZE.fullmatch(one))
        removals.rewrite("size of a picture", " ".join(one for one in more if one not in words))
        if is_picture(target):
            removals.rewrite("picture", target)
            caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
            address = escape(state.md.normalizeLink(target))
            token = state.push("html_inline", "", 0)
            token.content = f'<figure><img src="{address}" alt="">{caption}</figure>'
        else:
            kind = "embedded file" if "." in target else "embedded note"
            removals.note(kind, f"{target} {words}".strip())
    state.pos = found.end()
    return True


def _read_comment(state: "StateInline", silent: bool) -> bool:
    found = _COMMENT.match(state.src, state.pos) if state.src[state.pos] == "%" else None
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        removals_of(state.env).note("comment", found["words"].strip())
    state.pos = found.end()
    return True


def _read_comments(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    """Read a comment over several lines, each of which may be a block."""
    line = line_of(state, first)
    if not line.startswith("%%") or line.startswith("%%%") or "%%" in line[2:]:
        return False
    if state.is_code_block(first) or not may_scan(state.env, 1):
        return False
    at = state.src.find("%%", state.eMarks[first], state.eMarks[end - 1])
    last = next((n for n in range(first + 1, end) if state.eMarks[n] >= at), first)
    behind = state.src[at + 2 : state.eMarks[last]]
    if at < 0 or not may_scan(state.env, last - first) or behind.strip():
        return False
    if not silent:
        words = state.getLines(first, last + 1, state.blkIndent, False)
        removals_of(state.env).note("comment", words.replace("%%", " ").strip())
        state.line = last + 1
    return True


def _drop_names(state: "StateCore") -> None:
    for token in state.tokens:
        named = token.type == "inline" and "^" in token.content
        if named and (found := _NAME_OF_BLOCK.search(token.content[-80:])):
            removals_of(state.env).rewrite("name of a block", found[0])
            token.content = token.content[: len(token.content) - len(found[0])].rstrip()
