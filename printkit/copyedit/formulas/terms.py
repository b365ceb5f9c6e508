"""Terms: the parts of a formula go in, and come out side by side as HTML that means the same.

A formula has two dimensions, and a line of text has one. So brackets go around a part wherever the
reader would otherwise bind the part to its neighbours: `1/(2a)`, `(a+b)²`, `2 1/2`.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from printkit.copyedit import tree
from printkit.copyedit.tree import Node

TermParts: TypeAlias = tuple[str | Node, ...]
TermKind: TypeAlias = Literal[
    "number", "atom", "name", "power", "root", "product", "sum", "quotient", "grid",
    "operator", "relation", "mark", "opening", "closing", "bar", "text", "invisible",
    "nothing",
]  # fmt: skip

_OPERANDS = ("number", "atom", "name", "power", "root", "product", "quotient", "grid")
_COMPOUND = ("product", "sum", "quotient")
NO_BREAK_SPACE = "\xa0"
_TALLEST = 4  # rows; a bracket around a higher grid is no higher


class Term(NamedTuple):
    """A part of a formula.

    Attributes:
        kind: `atom` is a letter, or anything in brackets; `name` is a word such as `sin`, or a
            large operator such as ∑; `bar` is a sign that opens and closes, such as |;
            `invisible` is a multiplication that has no sign.
        parts: words and elements.
        rows: of a grid, how many rows it has.
    """

    kind: TermKind
    parts: TermParts = ()
    rows: int = 0

    @property
    def words(self) -> str:
        """The text of the term."""
        return "".join(one if isinstance(one, str) else tree.text(one) for one in self.parts)


NOTHING = Term("nothing")
"""The term that has no sign."""


def join_terms(given: Sequence[Term], *, tight: bool = False) -> Term:
    """Return a row of terms as a single term.

    Args:
        given: the terms, in reading order.
        tight: leave out the spaces around signs such as `=`, as in a script.
    """
    terms = _merge_numbers([one for one in given if one.kind != "nothing"])
    # The invisible × of 2×3 keeps the numbers apart while numbers are merged.
    terms = [one for one in terms if one.kind != "invisible"]
    terms = [_bind_quotient(terms, at) for at in range(len(terms))]
    _stretch_brackets(terms)
    if len(terms) == 1:
        return terms[0]
    parts: list[str | Node] = []
    for at, term in enumerate(terms):
        before = terms[at - 1] if at else None
        gap = _gap(before, term, tight=tight)
        parts += [gap, *term.parts] if gap else term.parts
    return Term(_kind_of_row(terms), tuple(parts))


def bracketed(term: Term, kinds: Sequence[str] = _COMPOUND) -> Term:
    """Return a term in brackets, if the term is of one of some kinds."""
    return Term("atom", ("(", *term.parts, ")")) if term.kind in kinds else term


def wrapped(tag: str, parts: TermParts, class_: str = "") -> Node:
    """Return an element with some parts in it."""
    element = tree.make(tag, **({"class_": class_} if class_ else {}))
    for part in parts:
        tree.put(element, part)
    return element


def element_name(element: Node) -> str:
    """Return the name of an element of MathML without a namespace and without our prefix."""
    return str(element.tag).rpartition("}")[2].removeprefix("x-")


def _merge_numbers(terms: Sequence[Term]) -> list[Term]:
    """Make one number of numbers side by side: some programs write each digit apart."""
    merged: list[Term] = []
    for term in terms:
        if merged and term.kind == "number" == merged[-1].kind:
            merged[-1] = Term("number", (*merged[-1].parts, *term.parts))
        else:
            merged.append(term)
    # A comma in a list has neighbours of its own kind; two numbers alone are one decimal number.
    if [term.kind for term in merged] == ["number", "mark", "number"] and merged[1].words == ",":
        return [Term("number", tuple(part for term in merged for part in term.parts))]
    return merged


def _bind_quotient(terms: Sequence[Term], at: int) -> Term:
    """Return a term; a quotient beside another operand gets brackets.

    A number before a quotient of two numbers stays as it is: both are a mixed number.
    """
    term = terms[at]
    if term.kind != "quotient":
        return term
    before = terms[at - 1] if at else None
    after = terms[at + 1] if at + 1 < len(terms) else None
    alone = after is None or after.kind not in (*_OPERANDS, "opening", "bar")
    if before is not None and before.kind == "number":
        mixed = alone and term.words.replace("/", "").isdecimal()
        return term if mixed else bracketed(term)
    alone = alone and (before is None or before.kind not in (*_OPERANDS, "closing"))
    return term if alone else bracketed(term)


def _stretch_brackets(terms: list[Term]) -> None:
    """Make the brackets beside a grid as high as the grid."""
    for at, term in enumerate(terms):
        for beside in (at - 1, at + 1):
            if term.kind != "grid" or not 0 <= beside < len(terms):
                continue
            bracket = terms[beside]
            if bracket.kind in ("opening", "closing", "bar"):
                class_ = f"fence-{min(term.rows, _TALLEST)}"
                high = wrapped("span", bracket.parts, class_)
                terms[beside] = Term(bracket.kind, (high,))


def _gap(before: Term | None, term: Term, *, tight: bool) -> str:
    """Return what stands between two neighbours: a space, a multiplication dot, or nothing."""
    if before is None:
        return ""
    if before.kind in _OPERANDS and term.kind in _OPERANDS:
        return _gap_of_factors(before, term)
    if before.kind == "closing" and term.kind == "name":
        return NO_BREAK_SPACE
    if tight:
        return ""
    if "relation" in (before.kind, term.kind) or before.kind == "mark":
        return " "
    return ""


def _gap_of_factors(before: Term, term: Term) -> str:
    if before.kind == "number" and term.kind == "quotient":
        return NO_BREAK_SPACE
    if "name" in (before.kind, term.kind):
        return "" if term.words.startswith("(") else NO_BREAK_SPACE
    # 2 and 10³ side by side would be 210³, and 2 and ³√x would be 2³√x.
    joined = before.words[-1:].isdecimal() and term.words[:1].isdecimal()
    return "·" if joined or term.kind == "root" else ""


def _kind_of_row(terms: Sequence[Term]) -> TermKind:
    kinds = [term.kind for term in terms]
    if not kinds:
        return "nothing"
    if kinds[0] in ("opening", "bar") and kinds[-1] in ("closing", "bar") and _encloses(kinds):
        return "atom"
    # “sin x” is no single factor: (sin x)/y is not sin (x/y).
    signs = ("operator", "relation", "mark", "text", "name")
    return "sum" if any(kind in signs for kind in kinds) else "product"


def _encloses(kinds: Sequence[str]) -> bool:
    """Tell whether the first bracket is closed by the last, and by no other."""
    open_ = 0
    for at, kind in enumerate(kinds):
        open_ += (kind == "opening") - (kind == "closing")
        if open_ == 0 and kind == "closing" and at < len(kinds) - 1:
            return False
    return "bar" not in kinds[1:-1]
