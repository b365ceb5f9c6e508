"""Marks in a line: a reader goes in, and comes out with rules for `==`, `++`, `^^`, `^` and `~`.

`==words==` are marked, `++words++` and `^^words^^` inserted, `++ctrl+c++` are keys, `x^2^` is
raised and `H~2~O` lowered.
"""

import re
from typing import TYPE_CHECKING

from printkit.copyedit.dialects.reading import removals_of
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_DOUBLE = regex(r"(?P<mark>==|\+\+|\^\^)(?![\s=+^])(?P<words>(?:(?!(?P=mark)).){1,500})(?P=mark)")
_SINGLE = regex(r"(?P<mark>\^|~)(?P<words>[\w+,.()-]{1,20})(?P=mark)(?![\d~^])")
_EDIT = regex(
    r"\{(?P<sign>\+\+|--|==)(?P<words>(?:(?!(?P=sign)).){1,500})(?P=sign)\}"
    r"|\{>>(?P<comment>(?:(?!<<|\{>>).){1,1000})<<\}"
    r"|\{~~(?P<old>(?:(?!~>|~~).){1,500})~>(?P<new>(?:(?!~~).){1,500})~~\}",
    re.DOTALL,
)
_EDITS = {"++": "ins", "--": "del", "==": "mark"}
_TAGS = {"==": "mark", "++": "ins", "^^": "ins", "^": "sup", "~": "sub"}
_KEYS = regex(r"[\w\"'-]+(?:\+[\w\"'-]+)*")


def read_inline_marks(reader: "MarkdownIt") -> None:
    """Let a reader read marks within a line."""
    reader.inline.ruler.before("emphasis", "marks", _read_double)
    reader.inline.ruler.before("marks", "raised", _read_single)
    reader.inline.ruler.before("marks", "edits", _read_edit)


def _read_double(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] not in "=+^":
        return False
    found = _DOUBLE.match(state.src, state.pos, state.posMax)
    before = state.src[state.pos - 1] if state.pos else " "
    if found is None or found["words"][-1].isspace() or _is_ascii_word(before):
        return False
    if found["words"].endswith("{"):
        return False  # the second mark begins the next change of an editor
    behind = state.src[found.end() : found.end() + 1]
    if behind and behind in "=+^":
        return False
    if not silent:
        mark = found["mark"]
        is_key = mark == "++" and _KEYS.fullmatch(found["words"]) is not None
        _push_mark(state, "kbd" if is_key else _TAGS[mark], found)
    state.pos = found.end()
    return True


def _read_edit(state: "StateInline", silent: bool) -> bool:
    """Read the marks of an editor, as CriticMarkup has them."""
    found = _EDIT.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "{" else None
    if found is None:
        return False
    if not silent:
        if found["comment"] is not None:
            removals_of(state.env).note("comment", found["comment"].strip())
        elif found["old"] is not None:
            _push_mark(state, "del", found, "old")
            _push_mark(state, "ins", found, "new")
        else:
            _push_mark(state, _EDITS[found["sign"]], found)
    state.pos = found.end()
    return True


def _read_single(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] not in "^~" or not state.pos:
        return False
    before = state.src[state.pos - 1]
    found = _SINGLE.match(state.src, state.pos, state.posMax)
    if found is None or not (before.isalnum() or before == ")"):
        return False
    if not silent:
        _push_mark(state, _TAGS[found["mark"]], found)
    state.pos = found.end()
    return True


def _is_ascii_word(sign: str) -> bool:
    return sign.isascii() and (sign.isalnum() or sign in "=+^_")


def _push_mark(state: "StateInline", tag: str, found: re.Match[str], group: str = "words") -> None:
    """Write an element around words that are Markdown themselves."""
    before = (state.pos, state.posMax)
    state.push("mark_open", tag, 1)
    state.pos, state.posMax = found.start(group), found.end(group)
    state.md.inline.tokenize(state)
    state.push("mark_close", tag, -1)
    state.pos, state.posMax = before
