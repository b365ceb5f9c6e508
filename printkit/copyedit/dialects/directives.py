"""MyST: a reader goes in, and comes out with a rule for directives in the marks of code.

A fence such as ```` ```{note} Title ```` is no code, but a directive. Other programs write
```` ```{r} ```` for code that they run: only directives of the table count.
"""

from html import escape
from typing import TYPE_CHECKING

from printkit.copyedit.dialects import forms
from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.dialects.containers import titled_call
from printkit.copyedit.dialects.directive_options import link_of, tell_options
from printkit.copyedit.dialects.directive_tables import TABLES, push_directive_table
from printkit.copyedit.dialects.forms import Written
from printkit.copyedit.dialects.nested import (
    add_block_rule,
    line_of,
    push_html,
    push_nested,
    written_by,
)
from printkit.copyedit.dialects.reading import may_scan, removals_of
from printkit.copyedit.formulas.tex_marks import write_tex
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_OPENING = regex(
    r"(?P<marks>`{3,}|~{3,}|:{3,})[ \t]*\{(?P<name>[a-z][\w:-]*)\}[ \t]*(?P<said>[^`]*)$"
)
_OPTION = regex(r":(?P<key>[\w-]+):(?:[ \t]+(?P<value>.*))?$")
_TARGET = regex(r"\((?P<name>[A-Za-z][\w:.-]{0,100})\)=[ \t]*$")
_CODE = frozenset(["code", "code-block", "code-cell", "sourcecode", "highlight"])
_PICTURES = frozenset(["figure", "image"])
_FILES = frozenset(["include", "literalinclude", "toctree", "contents"])
# The options that the page has.
_PRINTED = {"csv-table": ("header",), "code": ("caption", "filename")}
_NOTES = forms.NOTES | frozenset(["admonition", "margin", "sidebar", "topic"])
_OTHERS = frozenset(
    ["dropdown", "tab-set", "tab-item", "card", "epigraph", "pull-quote", "blockquote"]
)
_TITLED = frozenset(["admonition", "margin", "sidebar", "topic"])
_FILMS = frozenset(["iframe", "video", "audio", "youtube", "vimeo"])
_VERSIONS = {
    "versionadded": "Added in version",
    "versionchanged": "Changed in version",
    "deprecated": "Deprecated since version",
    "versionremoved": "Removed in version",
}
_STATED = regex(
    r"(?:prf:)?(?P<kind>theorem|proof|lemma|proposition|corollary|definition|remark|axiom|property"
    r"|conjecture|criterion|observation|algorithm|assumption|exercise|solution)$"
)
_LEAVES = _CODE | _PICTURES | _FILES | _FILMS | TABLES | {"math", "raw", "bibliography"}
_ALL = _LEAVES | _NOTES | _OTHERS | set(_VERSIONS)


def read_directives(reader: "MarkdownIt") -> None:
    """Let a reader read directives."""
    add_block_rule(reader, "directive", _read_directive)
    add_block_rule(reader, "target", _read_target)


def _read_target(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    """Read a line such as `(name)=`, which names the place for links."""
    del end
    line = line_of(state, first)
    found = _TARGET.match(line) if line.startswith("(") else None
    if found is None or state.is_code_block(first):
        return False
    if not silent:
        removals_of(state.env).rewrite("target", found["name"])
        push_html(state, f'<a id="{found["name"]}"></a>', (first, first + 1))
        state.line = first + 1
    return True


def _read_directive(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    line = line_of(state, first)
    if state.is_code_block(first) or not line.startswith(("```", "~~~", ":::")):
        return False
    opening = _OPENING.match(line.rstrip())
    if opening is None or not (opening["name"] in _ALL or _STATED.match(opening["name"])):
        return False
    if line.startswith(":") and opening["name"] not in _LEAVES:
        return False  # a container, in which containers may stand
    if silent or not may_scan(state.env, end - first):
        return silent
    marks = opening["marks"]
    closing = (n for n in range(first + 1, end) if _closes(line_of(state, n), marks))
    last = next(closing, end)
    options, inside = _options(state, first + 1, last)
    name = opening["name"]
    tell_options(name, options, _PRINTED.get(name, ("caption", "alt")), removals_of(state.env))
    _write_directive(state, name, opening["said"].strip(), options, (inside, last))
    if link := link_of(options):
        push_html(state, link, (inside, last))
    state.line = min(last + 1, end)
    return True


def _closes(line: str, marks: str) -> bool:
    return line.startswith(marks) and not line.strip(marks[0] + " \t")


def _options(state: "StateBlock", first: int, last: int) -> tuple[dict[str, str], int]:
    """Return the options of a directive, and the first line behind the options."""
    found: dict[str, str] = {}
    while first < last and (option := _OPTION.match(line_of(state, first))):
        found[option["key"]] = option["value"] or ""
        removals_of(state.env).rewrite("option", line_of(state, first))
        first += 1
    return found, first


def _write_directive(
    state: "StateBlock", name: str, said: str, options: dict[str, str], lines: tuple[int, int]
) -> None:
    text = state.getLines(*lines, state.blkIndent, False)
    removals = removals_of(state.env)
    removals.rewrite("directive", name)
    if name in _CODE:
        title = options.get("caption") or options.get("filename", "")
        shown = f"<summary>{escape(title)}</summary>" if title else ""
        removals.rewrite("language", said)
        push_html(state, f"{shown}<pre><code>{escape(text)}</code></pre>", lines)
    elif name == "math":
        push_html(state, f"<p>{write_tex(text or said, display=True)}</p>", lines)
    elif name in TABLES:
        if not push_directive_table(state, name, said, options, lines):
            removals.note(f"{name} directive", f"{said} {' '.join(options.values())}".strip())
            push_html(state, f"<pre><code>{escape(text)}</code></pre>", lines)
    elif name == "raw":
        removals.rewrite("language", said)
        push_html(
            state, text if said == "html" else f"<pre><code>{escape(text)}</code></pre>", lines
        )
    elif name in _FILES or name == "bibliography":
        removals.note("text of another file", f"{said} {text}".strip())
    elif name in _PICTURES:
        removals.rewrite("picture", said)
        shown = f'<img src="{escape(said)}" alt="{escape(options.get("alt", ""))}">'
        removals.rewrite("address", said)
        written = Written(f"<figure>{shown}<figcaption>", "</figcaption></figure>")
        push_nested(state, written, lines)
    else:
        _write_titled(state, name, said, lines)


def _write_titled(state: "StateBlock", name: str, said: str, lines: tuple[int, int]) -> None:
    """Write a note or a block with a title, around lines that are Markdown."""
    stated = _STATED.match(name)
    if stated or name in _VERSIONS:
        kind = stated["kind"].capitalize() if stated else _VERSIONS[name]
        title = f"{kind} ({said})" if stated and said else f"{kind} {said}".strip()
        written = written_by(state, forms.note, Call.titled("", title))
    elif name in _FILMS:
        shown = f'<p class="embed"><a href="{escape(said)}">{escape(said)}</a></p>' if said else ""
        removals_of(state.env).rewrite("address", said)
        written = Written(shown)
    else:
        call, form = titled_call(state, name, said, Call(name, "", paired=True))
        written = written_by(state, forms.note if name in _TITLED else form, call)
    push_nested(state, written, lines)
