"""Tokens: an element with a letter, a number, a sign or words goes in, its term comes out."""

import re
from collections.abc import Callable

from printkit.copyedit import tree
from printkit.copyedit.formulas import signs
from printkit.copyedit.formulas.terms import NOTHING, Term, TermKind
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_NUMBER = regex(r"[\d.,\u2009\u202f\xa0 ]*\d[\d.,\u2009\u202f\xa0 ]*")


def _identifier(element: Node) -> Term:
    text = signs.plain_letters(tree.words(element))
    if not text:
        return NOTHING
    if set(text) <= set(signs.PRIMES):
        return Term("operator", (text,))
    if len(text) > 1 and text.isalpha():
        return Term("name", (text,))
    upright = element.get("mathvariant") == "normal" or not text.isalpha() or text in signs.UPRIGHT
    kind: TermKind = "atom" if text.isalnum() else "operator"
    return Term(kind, (text,) if upright else (tree.make("i", text),))


def _numeral(element: Node) -> Term:
    text = signs.plain_letters(tree.words(element))
    return Term("number" if _NUMBER.fullmatch(text) else "atom", (text,))


def _operator(element: Node) -> Term:
    return signs.sign(tree.words(element))


def _text(element: Node) -> Term:
    text = re.sub(r"[ \t\n\r\f]+", " ", tree.text(element))
    return Term("text", (text,)) if text else NOTHING


TOKENS: dict[str, Callable[[Node], Term]] = {
    "mi": _identifier, "mn": _numeral, "mo": _operator, "mtext": _text, "ms": _text,
}  # fmt: skip
"""The functions that read each kind of token, by its name."""
