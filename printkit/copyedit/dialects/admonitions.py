"""MkDocs: a reader goes in, and comes out with rules for notes, tabs and snippets.

`!!! note "Title"` and `??? note` begin a note, `=== "Name"` begins a tab: their lines are indented
by four columns. `--8<-- "file"` puts another file in its place.
"""

import re
from typing import TYPE_CHECKING

from printkit.copyedit.dialects import forms
from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.dialects.nested import add_block_rule, line_of, push_nested, written_by
from printkit.copyedit.dialects.reading import removals_of
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_INDENT = 4
_NOTE = regex(r"(?:!!!|\?\?\?\+?)[ \t]*(?P<kind>[\w-]+)(?P<more>[^\"“”]*)(?P<title>[\"“].*)?$")
_TAB = regex(r"===[!+]{0,2}[ \t]+(?P<title>[\"'“].*[\"'”])[ \t]*$")
_SNIPPET = regex(r"-{1,8}8<-{1,8}(?:[ \t]+[\"']?(?P<file>[^\"']+)[\"']?)?[ \t]*$")
_PLACES = frozenset(["inline", "end", "left", "right", "center", "no-icon", "annotate"])


def read_admonitions(reader: "MarkdownIt") -> None:
    """Let a reader read notes, tabs and snippets of MkDocs."""
    add_block_rule(reader, "admonition", _read_admonition)
    add_block_rule(reader, "snippet", _read_snippet)


def _read_admonition(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    if state.is_code_block(first) or not line_of(state, first).startswith(("!!!", "???", "===")):
        return False
    line = line_of(state, first).rstrip()
    tab = _TAB.match(line)
    note = None if tab else _NOTE.match(line)
    last = _end_of_indented(state, first, end)
    if not (tab or note) or (last == first + 1 and '"' not in line):
        return False
    if not silent:
        form = forms.panel if tab else forms.named_note
        call = Call.titled("", tab["title"].strip("\"'“”")) if tab else _note(state, note)
        push_nested(state, written_by(state, form, call), (first + 1, last), _INDENT)
        state.line = last
    return True


def _note(state: "StateBlock", found: re.Match[str] | None) -> Call:
    """Return the call for a note; without a title the kind is the title.

    A note with an empty title has none.
    """
    if found is None:
        return Call.titled("", "")
    others = [one for one in found["more"].split() if one not in _PLACES]
    titled = found["title"] is not None
    title = found["title"].strip().strip('"“”') if titled else " ".join(others)
    removals_of(state.env).rewrite("kind of note", f"{found['kind']} {found['more']}")
    return Call.titled("" if titled else found["kind"], title)


def _end_of_indented(state: "StateBlock", first: int, end: int) -> int:
    """Return the line behind the last line that is indented below a line."""
    last = number = first + 1
    while number < end:
        if not state.isEmpty(number):
            if state.sCount[number] < state.blkIndent + _INDENT:
                break
            last = number + 1
        number += 1
    return last


def _read_snippet(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    if state.is_code_block(first):
        return False
    found = _SNIPPET.match(line_of(state, first))
    if found is None:
        return False
    files, last = [found["file"] or ""], first
    if not found["file"]:
        closing = (n for n in range(first + 1, end) if _SNIPPET.match(line_of(state, n)))
        last = next(closing, first)
        files = [line_of(state, number).strip() for number in range(first + 1, last)]
        if last == first:
            return False
    if not silent:
        removals_of(state.env).rewrite("mark of a snippet", "8 8")
        for file in filter(None, files):
            removals_of(state.env).note("text of another file", file)
        state.line = last + 1
    return True
