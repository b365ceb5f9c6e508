"""Check the functions in the contents of margins: takes a content, says which function is wrong.

WeasyPrint checks `string(section, first)` only where a page prints the content, and does not check
the names of strings, elements and counters at all.
"""

import difflib
from collections.abc import Collection, Mapping
from typing import NamedTuple

from tinycss2.ast import Node

from printkit.text.shortening import shortened
from printkit.themes.calculations import split_at_commas
from printkit.themes.content_names import ContentNames
from printkit.themes.declarations import walk
from printkit.themes.token_values import value_nodes

_WHICH_STRING = ("first", "start", "last", "first-except")
_LONGEST = 80


class _ContentFunction(NamedTuple):
    """A function as it is written: its example, and the kinds of its arguments.

    Attributes:
        example: a right use.
        arguments: the kind of each argument, in their order: a word that begins with a capital
            letter is a kind with a list of names.
        least: the number of arguments that a function has at least.
    """

    example: str
    arguments: tuple[str, ...]
    least: int


_FORMS: Mapping[str, _ContentFunction] = {
    "string": _ContentFunction("string(section) or string(section, last)", ("String", "Which"), 1),
    "element": _ContentFunction("element(name) or element(name, last)", ("Element", "Which"), 1),
    "counter": _ContentFunction(
        "counter(page) or counter(page, lower-roman)", ("Counter", "Style"), 1
    ),
    "counters": _ContentFunction('counters(part, ".")', ("Counter", "text", "Style"), 2),
    "target-counter": _ContentFunction(
        'target-counter(url("#name"), page)', ("any", "Counter", "Style"), 2
    ),
    "target-counters": _ContentFunction(
        'target-counters(url("#name"), part, ".")', ("any", "Counter", "text", "Style"), 3
    ),
}
# The noun for each list of names.
_NOUNS: Mapping[str, str] = {
    "String": "string",
    "Element": "running element",
    "Counter": "counter",
    "Style": "style of numbers",
}


def content_fault(text: str, names: ContentNames) -> str:
    """Return the words on the first wrong function of a content, and the remedy; empty if none is.

    Args:
        text: the content.
        names: the names that exist.
    """
    known = {
        "String": names.strings,
        "Element": names.elements,
        "Counter": names.counters,
        "Style": names.styles,
    }
    functions = (one for one in walk(value_nodes(text)) if one.type == "function")
    faults = (_function_fault(one, known) for one in functions if one.lower_name in _FORMS)
    return next(filter(None, faults), "")


def _function_fault(function: Node, known: Mapping[str, Collection[str]]) -> str:
    form = _FORMS[function.lower_name]
    arguments = list(split_at_commas(function))
    written = shortened(" ".join(function.serialize().split()), _LONGEST)
    fits = form.least <= len(arguments) <= len(form.arguments)
    if not fits or any(len(one) != 1 for one in arguments):
        return f"{written}; write {form.example}"
    for (node,), kind in zip(arguments, form.arguments, strict=False):
        if node.type == "function" and node.lower_name == "var":
            continue
        if kind in ("String", "Element", "Counter") and node.type != "ident":
            return f"{written}; write {form.example}"
        if kind in known and node.type == "ident" and node.value not in known[kind]:
            return f"{written}, but {_unknown(kind, node.value, known[kind])}"
        if kind == "Which" and getattr(node, "lower_value", "") not in _WHICH_STRING:
            return f"{written}; the second word is one of {', '.join(_WHICH_STRING)}"
        if kind == "text" and node.type != "string":
            return f"{written}; write {form.example}"
    return ""


def _unknown(kind: str, name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    few = f"there are {', '.join(sorted(known))}" if 0 < len(known) < 10 else ""
    hint = f"did you mean {near[0]}?" if near else few
    told = f"no {_NOUNS[kind]} has this name"
    return f"{told}; {hint}" if hint else told
