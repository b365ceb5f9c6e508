"""Markdown in HTML: tokens of Markdown go in, and come out with the Markdown in their HTML read.

CommonMark reads no Markdown in a block of HTML before the next blank line. Writers write it there
all the same: `<div>![](a.jpg)</div>`. So a text in HTML is read where its marks leave no doubt, or
where an element says `markdown="1"`.
"""

import re
from textwrap import dedent
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.reading import Environment, removals_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_TAG = re.compile(r"<!--|</?[a-zA-Z][\w-]*+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>")
_NAME = re.compile(r"<(?P<end>/?)(?P<name>[\w-]+)")
_SAYS_MARKDOWN = re.compile(r"\smarkdown(?:\s*=\s*[\"']?(?P<how>[\w-]+)[\"']?)?(?=[\s>])", re.I)
_KEPT = frozenset(["pre", "code", "script", "style", "textarea", "svg", "math", "kbd", "samp"])
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
# A picture, a link to an address, or bold words: HTML does not happen to hold these.
_CLEAR = re.compile(
    r"!\[[^\[\]\n]*\]\([^()\s]|(?<!\\)\[[^\[\]\n]+\]\((?:https?://|mailto:|[./#\w-]*[./#][^()\s]*\))"
    r"|(?<![\w*])\*\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*\*(?![\w*])|!\[\[[^\[\]\n]+\]\]"
)
_REFERENCE = re.compile(r"(?:!\[[^\[\]]{0,300})?\]\[[^\[\]]{1,100}\]")
_BLOCK = re.compile(
    r"(?:^|\n)[ \t]*(?:#{1,6}[ \t]+\S|[-*+][ \t]+\S|\d{1,3}[.)][ \t]+\S|>[ \t]|```)"
)
_HEADING = re.compile(r"(?:^|\n)[ \t]*#{2,6}[ \t]+\S")


def read_html_islands(reader: "MarkdownIt") -> None:
    """Let a reader read the Markdown in its blocks of HTML."""
    reader.core.ruler.before("inline", "html_islands", _read_islands)


def _read_islands(state: "StateCore") -> None:
    # The notes of the body stand at its end, and not in each block of HTML.
    with state.md.reset_rules():
        state.md.disable(["footnote_tail", "unmarked_notes"], ignoreInvalid=True)
        for token in state.tokens:
            if token.type == "html_block" and "<" in token.content:
                for found in _REFERENCE.finditer(token.content):
                    removals_of(state.env).rewrite("reference", found[0])
                token.content = _rendered(token.content, state.md, state.env)


def _parted(markup: str) -> list[str]:
    """Return the texts of markup, and between them its tags and its comments."""
    pieces, begun, at = list[str](), 0, 0
    closed = markup.rfind("-->")
    while found := _TAG.search(markup, at):
        at = found.end()
        if found[0] == "<!--":
            if at > closed:
                continue  # the comment has no end, so its sign is text
            at = markup.index("-->", at) + 3
        pieces += [markup[begun : found.start()], markup[found.start() : at]]
        begun = at
    return [*pieces, markup[begun:]]


def _rendered(markup: str, reader: "MarkdownIt", env: Environment) -> str:
    pieces = _parted(markup)
    texts = pieces[::2]
    says = any(_SAYS_MARKDOWN.search(tag) for tag in pieces[1::2])
    clear = any(_CLEAR.search(text) or _HEADING.search(text) for text in texts)
    if not (says or clear):
        return markup
    kept, said = list[str](), list[str]()
    for at, piece in enumerate(pieces):
        if at % 2:
            _follow(piece, kept, said)
        elif not kept and piece.strip():
            pieces[at] = _read_text(piece, reader, env, whole=bool(said) or clear)
    return "".join(pieces)


def _follow(tag: str, kept: list[str], said: list[str]) -> None:
    """Note which elements are open whose text stays, and which say that their text is Markdown."""
    named = _NAME.match(tag)
    if named is None or named["name"].lower() in _VOID or tag.endswith("/>"):
        return
    name = named["name"].lower()
    for opened, counts in ((kept, name in _KEPT), (said, bool(said or _SAYS_MARKDOWN.search(tag)))):
        if named["end"] and opened and opened[-1] == name:
            opened.pop()
        elif not named["end"] and counts:
            opened.append(name)


def _read_text(text: str, reader: "MarkdownIt", env: Environment, *, whole: bool) -> str:
    """Return a text between two tags as HTML: its blocks, or the marks within its lines."""
    if not whole and not _CLEAR.search(text):
        return text
    lines = dedent(text.strip("\n"))
    if ("\n" in text.strip() and (_BLOCK.search(text) or "|" in text)) or _HEADING.search(text):
        tokens = reader.parse(lines, env)
        return f"\n{reader.renderer.render(tokens, reader.options, env)}"
    before, behind = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{reader.renderInline(text.strip(), env)}{behind}"
