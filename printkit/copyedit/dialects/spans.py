"""Spans: a reader goes in, and comes out with rules for `[words]{.class}` and `{role}` with words.

Pandoc, Quarto and MkDocs write `[words]{.smallcaps}`, MyST and Sphinx the name of a role before
words between backticks.
"""

import re
from html import escape
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.attribute_lists import is_list, take_list
from printkit.copyedit.dialects.page_addresses import PAGE
from printkit.copyedit.dialects.reading import removals_of
from printkit.copyedit.formulas.tex_marks import write_tex
from printkit.copyedit.removals import Removals
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

# The atomic group keeps a link whole. Otherwise each link can be read in two ways, and a row of
# links takes exponential time.
_SPAN = regex(
    r"\[(?P<words>"
    r"(?>[^\[\]\\\n]|\\.|\[[^\[\]\n]{0,300}\](?:\([^()\n]{0,300}\))?){1,1000}+)\]"
    r"\{(?P<colon>:?)(?P<inside>[^{}\n]{1,300})\}"
)
_LOOKS = {
    "mark": "mark",
    "highlight": "mark",
    "underline": "u",
    "ul": "u",
    "strike": "s",
    "strikethrough": "s",
    "sup": "sup",
    "superscript": "sup",
    "sub": "sub",
    "subscript": "sub",
    "emphasis": "em",
    "strong": "strong",
    "kbd": "kbd",
}
_ROLE = regex(
    r"\{(?P<name>[a-z][a-z0-9:_+-]{0,40})\}(?P<marks>`{1,2})(?P<said>[^`\n]{1,500})(?P=marks)(?!`)"
)
_EXPLAINED = regex(r"(?P<words>[^<>]*[^<>\s])\s*<(?P<target>[^<>]*)>")
_BRACKETED = regex(r"(?P<words>[^()]*[^()\s])\s*\((?P<target>[^()]*)\)")
_LINKS = frozenset(
    ["ref", "numref", "doc", "term", "download", "any", "eq", "prf:ref", "hoverxref", "external"]
)
_ELEMENTS = {
    "sub": "sub",
    "sup": "sup",
    "kbd": "kbd",
    "code": "code",
    "guilabel": "b",
    "menuselection": "b",
    "strong": "strong",
    "emphasis": "em",
    "del": "del",
    "u": "u",
    "file": "code",
    "command": "code",
    "samp": "code",
}


def read_spans(reader: "MarkdownIt") -> None:
    """Let a reader read spans and roles."""
    reader.inline.ruler.before("link", "span", _read_span)
    reader.inline.ruler.before("escape", "role", _read_role)


def _read_span(state: "StateInline", silent: bool) -> bool:
    found = _SPAN.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "[" else None
    if found is None or not is_list(found):
        return False
    if not silent:
        removals = removals_of(state.env)
        words = re.findall(r"[\w-]+", found["inside"].lower())
        tag = next((_LOOKS[word] for word in words if word in _LOOKS), "span")
        token = state.push("span_open", tag, 1)
        take_list(found, token, removals)
        if style := re.search(r"style=[\"']([^\"'<>]{1,200})[\"']", found["inside"]):
            token.attrSet("style", style[1])
        before = (state.pos, state.posMax)
        state.pos, state.posMax = found.span("words")
        state.md.inline.tokenize(state)
        state.pos, state.posMax = before
        state.push("span_close", tag, -1)
    state.pos = found.end()
    return True


def _read_role(state: "StateInline", silent: bool) -> bool:
    found = _ROLE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "{" else None
    if found is None:
        return False
    if not silent:
        token = state.push("html_inline", "", 0)
        token.content = _written_span(found["name"], found["said"].strip(), removals_of(state.env))
    state.pos = found.end()
    return True


def _written_span(name: str, said: str, removals: Removals) -> str:
    """Return the HTML of a role."""
    removals.rewrite("role", name)
    if name == "math":
        return write_tex(said, display=False)
    if name in ("abbr", "abbreviation") and (found := _BRACKETED.fullmatch(said)):
        shown, told = escape(found["words"]), escape(found["target"])
        return f'<abbr title="{told}">{shown}</abbr> ({told})'
    if name in _ELEMENTS:
        return f"<{_ELEMENTS[name]}>{escape(said)}</{_ELEMENTS[name]}>"
    if name.startswith("cite"):
        return f"[{escape(said)}]"
    if name in _LINKS or name.partition(":")[0] in ("py", "c", "cpp", "js", "rst"):
        explained = _EXPLAINED.fullmatch(said)
        target = explained["target"].strip() if explained else said
        removals.rewrite("target", target if explained else "")
        words = explained["words"].strip() if explained else said.lstrip("~!/")
        removals.rewrite("number", " ".join(one for one in ("%s", "{number}") if one in words))
        words = words.replace("%s", "").replace("{number}", "").strip() or words
        is_place = name in ("ref", "numref", "eq", "prf:ref")
        is_web = target.startswith(("http://", "https://"))
        address = target if is_web else f"#{target}" if is_place else f"{PAGE}{target}"
        return f'<a href="{escape(address)}">{escape(words)}</a>'
    removals.note(f"{name} role", "")
    return escape(said)
