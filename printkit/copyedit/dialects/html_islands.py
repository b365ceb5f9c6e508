"""Markdown in HTML: tokens of Markdown go in, and come out with the Markdown in their HTML read.

CommonMark reads no Markdown in a block of HTML before the next blank line. Writers write it there
all the same: `<div>![](a.jpg)</div>`. So a text in HTML is read where its marks leave no doubt, or
where an element says `markdown="1"`.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from textwrap import dedent
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.island_marks import (
    begins_blocks,
    has_clear_marks,
    has_clear_words,
    looks_like_blocks,
    numbers_of,
)
from printkit.copyedit.dialects.reading import Environment, removals_of
from printkit.copyedit.vocabulary import INLINE, VOID, names
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_TAG = regex(r"<!--|</?[a-zA-Z][\w-]*+(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>")
_NAME = regex(r"<(?P<end>/?)(?P<name>[\w-]+)")
_SAYS_MARKDOWN = regex(r"\smarkdown(?:\s*=\s*[\"']?(?P<how>[\w-]+)[\"']?)?(?=[\s>])", re.I)
_KEPT = frozenset(["pre", "code", "script", "style", "textarea", "svg", "math", "kbd", "samp"])
_IN_LINE = INLINE | names("font tt big strike acronym wbr")
_DEEPEST = 100  # elements that a closing tag may end
_REFERENCE = regex(r"(?:!\[[^\[\]]{0,300})?\]\[[^\[\]]{1,100}\]")
_SIGN = regex(r"[!-/:-@\[-`{-~]")


def read_html_islands(reader: "MarkdownIt") -> None:
    """Let a reader read the Markdown in its blocks of HTML."""
    reader.core.ruler.before("inline", "html_islands", _read_islands)


def _read_islands(state: "StateCore") -> None:
    # The notes of the body stand at its end, and not in each block of HTML.
    with state.md.reset_rules():
        state.md.disable(["footnote_tail", "unmarked_notes", "html_islands"], ignoreInvalid=True)
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
    says = any(_SAYS_MARKDOWN.search(tag) for tag in pieces[1::2])
    clear = any(map(has_clear_marks, pieces[::2]))
    island = _IslandReader(reader, env, is_clear=clear)
    out, run = list[str](), list[str]()
    for at, piece in enumerate(pieces):
        if at % 2 and not _is_in_line(pieces, at):
            out.append(island.read(run))
            run.clear()
            island.follow(piece)
            out.append(piece)
        else:
            run.append(piece)
    out.append(island.read(run))
    return "".join(out) if says or clear or island.has_blocks else markup


def _is_in_line(pieces: Sequence[str], at: int) -> bool:
    """Tell whether a tag stands within a line, and is no tag of a block."""
    from markdown_it.common.html_re import HTML_TAG_RE

    named = _NAME.match(pieces[at])
    if named is None or named["name"].lower() not in _IN_LINE:
        return False
    before, behind = pieces[at - 1].rpartition("\n"), pieces[at + 1].partition("\n")
    begins = not before[2].strip() and bool(before[1] or at == 1)
    ends = not behind[0].strip() and bool(behind[1] or at + 2 == len(pieces))
    # A tag that CommonMark does not know would be printed as words.
    return bool(HTML_TAG_RE.fullmatch(pieces[at])) and not (begins and ends)


class _IslandReader:
    """Reads the Markdown in one block of HTML, and knows which elements are open around a text.

    Attributes:
        has_blocks: whether blocks of Markdown were found without another sign of Markdown.
    """

    def __init__(self, reader: "MarkdownIt", env: Environment, *, is_clear: bool) -> None:
        self._reader, self._env, self._is_clear = reader, env, is_clear
        self._kept = list[str]()  # the text of these elements stays
        self._said = list[str]()  # these say that their text is Markdown, or stand in such
        self._opened = list[str]()
        self.has_blocks = False

    def follow(self, tag: str) -> None:
        """Note which elements are open behind a tag."""
        named = _NAME.match(tag)
        if named is None or named["name"].lower() in VOID or tag.endswith("/>"):
            return
        name, says = named["name"].lower(), bool(self._said or _SAYS_MARKDOWN.search(tag))
        for opened, counts in ((self._kept, name in _KEPT), (self._said, says)):
            if named["end"] and opened and opened[-1] == name:
                opened.pop()
            elif not named["end"] and counts:
                opened.append(name)
        if name not in _IN_LINE:
            # Only the name of a component has large and small letters.
            own = named["name"] if not named["name"].isupper() else name
            self._follow_block(own, is_end=bool(named["end"]))

    def _follow_block(self, name: str, *, is_end: bool) -> None:
        if not is_end:
            self._opened.append(name)
        elif name in self._opened[-_DEEPEST:]:
            while self._opened.pop() != name:
                pass

    def read(self, run: Sequence[str]) -> str:
        """Return texts and the tags within their lines as HTML, with their Markdown read."""
        source = "".join(run)
        whole = bool(self._said) or self._is_clear
        own = begins_blocks(source, self._opened[-1] if self._opened else "")
        if not self._kept and (own or (whole and looks_like_blocks(source))):
            self.has_blocks = self.has_blocks or own
            return self._read_blocks(run)
        return "".join(self._read_pieces(run, whole=whole))

    def _read_blocks(self, run: Sequence[str]) -> str:
        parts = list[str]()
        for at, piece in enumerate(run):
            if at % 2:
                self.follow(piece)
                parts.append(piece)
            else:
                parts.append(_SIGN.sub(_as_number, unescape(piece)) if self._kept else piece)
        source = dedent("".join(parts).strip("\n"))
        removals_of(self._env).rewrite("number of an item", numbers_of(f"\n{source}"))
        tokens = self._reader.parse(source, self._env)
        return f"\n{self._reader.renderer.render(tokens, self._reader.options, self._env)}"

    def _read_pieces(self, run: Sequence[str], *, whole: bool) -> Iterator[str]:
        for at, piece in enumerate(run):
            if at % 2:
                self.follow(piece)
                yield piece
            elif not self._kept and piece.strip() and (whole or has_clear_words(piece)):
                before = piece[: len(piece) - len(piece.lstrip())]
                behind = piece[len(piece.rstrip()) :]
                yield f"{before}{self._reader.renderInline(piece.strip(), self._env)}{behind}"
            else:
                yield piece


def _as_number(sign: re.Match[str]) -> str:
    """Return a sign as a character reference: so the sign is no mark of Markdown."""
    return f"&#{ord(sign[0])};"
