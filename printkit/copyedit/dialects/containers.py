"""Containers: a reader goes in, and comes out with a rule for blocks between lines of colons.

Docusaurus and VuePress write `:::note Title`, Pandoc writes `::: {.note}`, MyST `:::{note}`, and
newer MkDocs has bars: `/// note | Title`. A bare line of the same marks ends the innermost block.
"""

import re
from typing import TYPE_CHECKING

from printkit.copyedit.dialects import forms, hugo
from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.dialects.directive_options import link_of, tell_options
from printkit.copyedit.dialects.forms import Form
from printkit.copyedit.dialects.nested import (
    add_block_rule,
    code_lines,
    line_of,
    push_html,
    push_nested,
    written_by,
)
from printkit.copyedit.dialects.reading import may_scan, removals_of
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_OPENING = regex(r"(?P<marks>:{3,}|/{3,}(?=[ \t]*[a-z]))[ \t]*(?P<head>\S.*)$")
_CLOSING = regex(r"(:{3,}|/{3,})[ \t]*$")
_NAMED = regex(r"\{?[.]?(?P<name>[A-Za-z][\w:-]*)\}?[ \t]*(?P<rest>.*)$")
_ATTRIBUTES = regex(r"\{(?P<inside>[^{}]*)\}[ \t]*:*$")
_BRACKETS = regex(r"\[(?P<title>[^\[\]]*)\](?P<rest>.*)$")
_OPTION = regex(r"(?::(?P<colons>[\w-]+):|(?P<plain>[a-z_]+):)(?:[ \t]+(?P<value>.*))?$")
_PREFIXES = regex(r"^(callout|admonition|alert|custom-block)-(?=[a-z])")
_LEAF = regex(
    r"::(?P<name>[A-Za-z][\w-]*)(?:\[(?P<title>[^\[\]]*)\])?(?:\{(?P<inside>[^{}]*)\})?[ \t]*$"
)
_COUNTED = frozenset(["grid", "columns", "row"])
_SAYS_NOTHING = names(
    """center left right container main code-group caption figure-caption table-caption legend
    column-margin margin"""
)


def read_containers(reader: "MarkdownIt") -> None:
    """Let a reader read containers."""
    add_block_rule(reader, "leaf", _read_leaf)
    add_block_rule(reader, "container", _read_container)


def _read_container(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    if state.is_code_block(first) or not line_of(state, first).startswith((":::", "///")):
        return False
    opening = _OPENING.match(line_of(state, first).rstrip())
    if opening is None:
        return False
    if not may_scan(state.env, end - first):
        return False
    last = _closing_line(state, first, end, opening["marks"][0])
    if last < 0:
        return False
    if not silent:
        call, form = _call(state, opening["head"].rstrip(": "))
        options, inside = _options_of(state, first + 1, last)
        tell_options(call.name, options, (), removals_of(state.env))
        written = written_by(state, form, call)
        written = written._replace(closing=link_of(options) + written.closing)
        push_nested(state, written, (inside, last))
        state.line = last + 1
    return True


def _read_leaf(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    """Read a line such as `::youtube[Title]{id=abc}`: a shortcode without words in it."""
    del end
    line = line_of(state, first)
    found = _LEAF.match(line) if line.startswith("::") else None
    if found is None or state.is_code_block(first) or not (found["title"] or found["inside"]):
        return False
    if not silent:
        name, inside = found["name"].lower(), (found["inside"] or "").replace("#", "id=")
        call = Call(name, f'{inside} title="{found["title"] or ""}"', paired=False)
        removals_of(state.env).rewrite("directive", f"{name} {inside}")
        form = hugo.FORMS.get(name, forms.block)
        if form is forms.block:
            removals_of(state.env).note(f"{name} directive", "")
        push_html(state, written_by(state, form, call).opening, (first, first + 1))
        state.line = first + 1
    return True


def _closing_line(state: "StateBlock", first: int, end: int, mark: str) -> int:
    """Return the line that ends a container; -1 if there is none."""
    depth, code = 1, code_lines(state, first + 1, end)
    for number in range(first + 1, end):
        if state.sCount[number] < state.blkIndent and not state.isEmpty(number):
            break
        line = line_of(state, number).rstrip()
        if number in code or not line.startswith(mark * 3):
            continue
        if _CLOSING.match(line):
            depth -= 1
        elif _OPENING.match(line):
            depth += 1
        if not depth:
            return number
    return -1


def _call(state: "StateBlock", head: str) -> tuple[Call, Form]:
    """Return the call that the first line of a container makes, and its form."""
    removals = removals_of(state.env)
    said = ""
    if attributes := _ATTRIBUTES.search(head):
        said, before = attributes["inside"], head[: attributes.start()].strip()
        words = said.split()
        classes = [word[1:] for word in words if word.startswith(".")]
        single = words[0] if len(words) == 1 and "=" not in said else ""
        head = before or next(iter(classes), "" if single.startswith("#") else single)
        removals.rewrite("class", " ".join(word.partition("=")[0] for word in words))
    named = _NAMED.match(head)
    name, rest = (named["name"], named["rest"]) if named else ("", head)
    if brackets := _BRACKETS.match(rest):
        rest = brackets["title"]
    given = Call(name, said if "=" in said else "", paired=True)
    title = rest.lstrip("| ").strip('"') or given.take("title", "name", "summary", "heading")
    if name.lower() in _COUNTED and re.fullmatch(r"[\d\s]+", title):
        removals.rewrite("columns", title)
        title = ""
    return titled_call(state, name.lower(), title, given)


def titled_call(state: "StateBlock", name: str, title: str, given: Call) -> tuple[Call, Form]:
    """Return a call with a name and a title, and its form; note a name that nobody knows."""
    kind = _PREFIXES.sub("", name)
    form = forms.named_note if kind in forms.NOTES else hugo.FORMS.get(kind, forms.block)
    if form is forms.note:
        form = forms.named_note if title else forms.block
    removals = removals_of(state.env)
    removals.rewrite("name of a container", name)
    if kind and kind not in hugo.FORMS and kind not in _SAYS_NOTHING:
        removals.note(f"{name} container", "")
    said = dict(given.unused())
    for key, words in given.named.items():
        removals.rewrite("attribute", f"{key} {'' if key in said else words}")
    for key, words in said.items():
        removals.note(key, words, name)
    return Call.titled(kind, title), form


def _options_of(state: "StateBlock", first: int, last: int) -> tuple[dict[str, str], int]:
    """Return the options of a container, and the first line behind the options."""
    found: dict[str, str] = {}
    while first < last:
        option = _OPTION.match(line_of(state, first))
        indented = state.sCount[first] >= state.blkIndent + 4
        if option is None or not (option["colons"] or indented):
            break
        found[option["colons"] or option["plain"]] = option["value"] or ""
        removals_of(state.env).rewrite("option", line_of(state, first))
        first += 1
    return found, first
