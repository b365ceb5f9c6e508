"""Formats of a body: Markdown or plain text goes in, HTML comes out. Owns markdown-it."""

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from printkit.copyedit import limits
from printkit.copyedit.removals import Removals

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

_UNUSED = "unused notes"
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_SET = re.compile(r"<(p|br|div|section|article|table)[\s/>]", re.IGNORECASE)
_CODE = re.compile(r"(<pre(?=[\s>])|</pre\s*>)", re.IGNORECASE)
_ITEM = re.compile(r"[-*•–—·‣]\s|\(?\d{1,3}[.)]\s")
_CAPTION = re.compile(r"\[((?:wp_)?caption)[\s\]].*<img\s.*\[/\1\]", re.DOTALL)
_LINE_MOST = 60  # characters; a block with a longer line is prose
_PROSE_LEAST = 50  # characters; prose is wrapped at this width or a larger width


def to_html(
    body: str,
    body_format: Literal["html", "markdown", "text"],
    removals: Removals,
    where: str = "",
) -> str:
    """Turn a body into HTML, which is not safe yet.

    Args:
        body: as the record has it.
        body_format: tells how the body is written.
        removals: gets the notes of Markdown that nothing refers to.
        where: the record's name, for errors.

    Raises:
        RefusedError: Markdown is nested so deep that markdown-it would leave words out.
    """
    if body_format == "markdown":
        return _render(body, removals, where)
    return _text_to_html(body) if body_format == "text" else _part_at_blank_lines(body)


def _render(body: str, removals: Removals, where: str) -> str:
    limits.check_brackets(body, where)
    reader, notes = _markdown(), dict[str, Any]()
    tokens = reader.parse(body, notes)
    # markdown-it leaves out text that is nested deeper than maxNesting, without a word.
    deepest = max((token.level + (token.nesting == 1) for token in tokens), default=0)
    limits.check_nesting(deepest, where)
    for words in notes.get(_UNUSED, ()):
        removals.note("unused note", words, "markdown note")
    return str(reader.renderer.render(tokens, reader.options, notes))


@cache
def _markdown() -> "MarkdownIt":
    """Make a reader of CommonMark, tables, strikethrough, footnotes and definition lists.

    Quotation marks stay as they are.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    chosen = {"html": True, "typographer": False, "maxNesting": limits.NESTING}
    reader = MarkdownIt("commonmark", chosen)
    # `links` judges addresses; a link that markdown-it refuses would be printed as its source.
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    reader.enable(["table", "strikethrough"])
    reader.use(footnote_plugin).use(deflist_plugin)
    reader.core.ruler.before("footnote_tail", "unused_notes", _keep_unused_notes)
    return reader


def _keep_unused_notes(state: "StateCore") -> None:
    """Keep the words of the notes that nothing refers to: the plugin drops these notes."""
    references = state.env.get("footnotes", {}).get("refs", {})
    unused: list[str] = []
    inside = False
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            inside = references.get(f":{token.meta['label']}", -1) < 0
            unused += [""] if inside else []
        elif token.type == "footnote_reference_close":
            inside = False
        elif inside and token.content:
            unused[-1] = f"{unused[-1]} {token.content}".strip()
    state.env[_UNUSED] = unused


def _part_at_blank_lines(body: str) -> str:
    """Make paragraphs at blank lines of HTML without paragraphs, as WordPress keeps posts."""
    if _SET.search(body):
        return body
    code, pieces = False, []
    for piece in _CODE.split(body):
        if _CODE.fullmatch(piece):
            code = not piece.startswith("</")
        pieces.append(piece if code else _BLANK_LINES.sub("\n\n<p>", piece))
    return "".join(pieces)


def _text_to_html(text: str) -> str:
    blocks = _BLANK_LINES.split(text.strip("\n"))
    return "\n".join(_block(block.splitlines()) for block in blocks if block.strip())


def _block(lines: list[str]) -> str:
    if _CAPTION.fullmatch("\n".join(lines).strip()):
        # `shortcodes` reads the `<img>` in `[caption]<img …> words[/caption]`: do not escape it.
        return "\n".join(lines)
    lines = [escape(line.strip(), quote=False) for line in lines]
    if _keeps_lines(lines):
        return '<p class="verse">' + "<br>".join(lines) + "</p>"
    return f"<p>{' '.join(lines)}</p>"


def _keeps_lines(lines: list[str]) -> bool:
    """Tell whether the writer chose the ends of lines, as in verse, addresses and lists.

    In wrapped prose, most lines have no room for the first word of the next line.
    """
    if len(lines) < 2:
        return False
    if all(_ITEM.match(line) for line in lines):
        return True
    if max(map(len, lines)) > _LINE_MOST:
        return False
    body = lines[:-1]
    filled = sum(
        len(line) + len(after.split(" ")[0]) >= _PROSE_LEAST
        for line, after in zip(body, lines[1:], strict=True)
    )
    return filled * 2 < len(body)
