"""Formats of a body: Markdown or plain text goes in, HTML comes out. Owns markdown-it."""

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Literal

from printkit.copyedit.dialects import extend
from printkit.copyedit.dialects.abbreviations import tell_unused
from printkit.copyedit.dialects.reading import BodyReading, reading_of
from printkit.copyedit.formulas.markdown_tex import keep_tex
from printkit.copyedit.limits import check_brackets, check_nesting, nesting
from printkit.copyedit.unclosed_tags import write_unclosed_tags
from printkit.edition.limits import DEFAULTS, Limits
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_BLANK_LINES = regex(r"\n[ \t]*(?:\n[ \t]*)+")
_SET = regex(r"<(p|br|div|section|article|table)[\s/>]", re.IGNORECASE)
_CODE = regex(r"(<pre(?=[\s>])|</pre\s*>)", re.IGNORECASE)
_ITEM = regex(r"[-*•–—·‣]\s|\(?\d{1,3}[.)]\s")
_CAPTION = regex(r"\[((?:wp_)?caption)[\s\]].*<img\s.*\[/\1\]", re.DOTALL)
_LINE_MOST = 60  # characters; a block with a longer line is prose
_PROSE_LEAST = 50  # characters; prose is wrapped at this width or a larger width


def to_html(
    body: str,
    body_format: Literal["html", "markdown", "text"],
    where: str = "",
    reading: BodyReading | None = None,
) -> str:
    """Turn a body into HTML, which is not safe yet.

    Args:
        body: as the record has it, with marks in the place of tags.
        body_format: tells how the body is written.
        where: the record's name, for errors.
        reading: the tags, the removals and the limits of the body.

    Raises:
        RefusedError: Markdown is nested so deep that markdown-it would leave words out.
    """
    if body_format == "markdown":
        return _render(body, where, reading_of({} if reading is None else reading))
    return _text_to_html(body) if body_format == "text" else _part_at_blank_lines(body)


def line_to_html(words: str, limits: Limits = DEFAULTS) -> str:
    """Turn a line of Markdown, such as the caption in a shortcode, into HTML."""
    check_brackets(words, "", limits)
    return str(_markdown(nesting(limits)).renderInline(words)).strip()


def _render(body: str, where: str, reading: BodyReading) -> str:
    check_brackets(body, where, reading.limits)
    reader = _markdown(nesting(reading.limits))
    tokens = reader.parse(body, reading)
    # markdown-it leaves out text that is nested deeper than maxNesting, without a word.
    deepest = max((token.level + (token.nesting == 1) for token in tokens), default=0)
    check_nesting(deepest, where, reading.limits)
    tell_unused(reading)
    return write_unclosed_tags(str(reader.renderer.render(tokens, reader.options, reading)))


@lru_cache(maxsize=4)
def _markdown(nested: int) -> "MarkdownIt":
    """Make a reader of CommonMark, tables, strikethrough, footnotes and definition lists.

    Quotation marks stay as they are. `nested` is the most levels that the reader reads.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    chosen = {"html": True, "typographer": False, "maxNesting": nested, "tasklists": True}
    reader = MarkdownIt("commonmark", chosen)
    # `links` judges addresses; a link that markdown-it refuses would be printed as its source.
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    reader.enable(["table", "strikethrough"])
    keep_tex(reader)
    extend(reader)
    reader.use(footnote_plugin).use(deflist_plugin)
    reader.core.ruler.before("footnote_tail", "unmarked_notes", _keep_unmarked_notes)
    # `footnotes` finds the notes by their marks; links back and numbers of mentions are noise.
    reader.add_render_rule("footnote_anchor", lambda *_: "")
    reader.add_render_rule("footnote_caption", _number_of_note)
    return reader


def _keep_unmarked_notes(state: "StateCore") -> None:
    """List the notes that no mark leads to: the plugin would drop these notes."""
    notes = state.env.get("footnotes", {})
    listed = notes.setdefault("list", {}) if notes else {}
    for label, number in notes.get("refs", {}).items():
        if number < 0:
            notes["refs"][label] = len(listed)
            listed[len(listed)] = {"label": label[1:], "count": 0}


def _number_of_note(_: object, tokens: "Sequence[Token]", at: int, *_rest: object) -> str:
    return str(tokens[at].meta["id"] + 1)


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
