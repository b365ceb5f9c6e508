"""MathML: a formula as a tree goes in, the same formula as a line of HTML comes out.

Powers and indices are raised and lowered, fractions are written with a slash, roots with a root
sign, matrices as rows. Digits of powers and indices are characters of their own, `10³`: so the
number is right in a copied text, too.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence

from printkit.copyedit import tree
from printkit.copyedit.formulas import signs
from printkit.copyedit.formulas.over_and_under import label_of_brace, labelled
from printkit.copyedit.formulas.spoken import LOWER, UPPER
from printkit.copyedit.formulas.terms import (
    NO_BREAK_SPACE,
    NOTHING,
    Term,
    TermParts,
    bracketed,
    element_name,
    join_terms,
    wrapped,
)
from printkit.copyedit.formulas.tokens import TOKENS
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_SILENT = ("annotation", "annotation-xml", "mphantom", "none", "mprescripts", "maligngroup")
_SPACE_LEAST = 0.16  # em; thinner spaces only part signs
_OVERLINED = regex("top|actuarial|longdiv")
_WIDE = 0.9  # em of a gap that is printed as two spaces
_WIDTH = regex(r"(-?\d+(?:\.\d+)?)(em|ex|px|pt)?")
_PLACES = {"msub": "_", "msup": "^", "msubsup": "_^", "munder": "_", "mover": "^",
           "munderover": "_^"}  # fmt: skip
_SIGNED_DIGITS = regex("([\u2212+]?)([0-9]+)")
_TO_UPPER = str.maketrans("0123456789", UPPER)
_TO_LOWER = str.maketrans("0123456789", LOWER)


def set_mathml(formula: Node) -> TermParts:
    """Return the words and elements of a formula as a line of HTML.

    Args:
        formula: a `math` element; its names may have the prefix `x-`, or a namespace.
    """
    return _row(formula).parts


def _row(element: Node, *, tight: bool = False) -> Term:
    """Return the contents of an element side by side."""
    terms = [Term("text", (text,))] if (text := tree.fold_space(element.text or "")) else []
    for child in element:
        terms.append(_term(child, tight=tight))
        if tail := tree.fold_space(child.tail or ""):
            terms.append(Term("text", (tail,)))
    return join_terms(_negated(terms), tight=tight)


def _term(element: Node, *, tight: bool = False) -> Term:
    name = element_name(element)
    if name in _SILENT:
        return NOTHING
    if _is_decimal_sign(element):
        return Term("number", (tree.words(element),))
    if name in TOKENS and not len(element):
        return TOKENS[name](element)
    if name in _SCHEMES:
        parts = [child for child in element if isinstance(child.tag, str)]
        return _SCHEMES[name](element, parts)
    return _row(element, tight=tight)


def _is_decimal_sign(element: Node) -> bool:
    r"""Tell whether an element is a comma or point without room around, as TeX's `{,}` in 3,5."""
    name = element_name(element)
    words = tree.text(element) if name == "mtext" else tree.words(element)
    return words in (",", ".") and name in ("mrow", "mstyle", "mtext", "mi")


def _negated(terms: Sequence[Term]) -> list[Term]:
    r"""Put the stroke of `\not` onto the sign behind it."""
    kept: list[Term] = []
    for term in terms:
        if kept and kept[-1].words == signs.STROKE and term.kind == "relation":
            sign = term.words.strip() + "\u0338"
            kept[-1] = Term("relation", (unicodedata.normalize("NFC", sign),))
        else:
            kept.append(term)
    return kept


# Schemes: elements whose children have their places


def _fraction(element: Node, parts: list[Node]) -> Term:
    if len(parts) != 2:
        return _row(element)
    if re.match(r"0(\D|$)", element.get("linethickness") or "1"):
        return _grid([[_row(part)] for part in map(_alone, parts)])
    above, below = (_term(part, tight=True) for part in parts)
    above = bracketed(above, ("sum", "quotient", "relation", "text"))
    below = bracketed(below, ("sum", "quotient", "product", "relation", "text"))
    return Term("quotient", (*above.parts, "/", *below.parts))


def _alone(part: Node) -> Node:
    """Return an element with only this part in it."""
    return part if element_name(part) == "mrow" else wrapped("mrow", (part,))


def _square_root(element: Node, _parts: list[Node]) -> Term:
    return _root(_row(element, tight=True), None)


def _indexed_root(element: Node, parts: list[Node]) -> Term:
    if len(parts) != 2:
        return _row(element)
    return _root(_term(parts[0], tight=True), _term(parts[1], tight=True))


def _root(inside: Term, index: Term | None) -> Term:
    inside = bracketed(inside, ("sum", "product", "quotient", "power", "root", "grid", "text"))
    sign = ("√", *inside.parts)
    return Term("atom", sign) if index is None else Term("root", (*_raised(index), *sign))


def _scripts(element: Node, parts: list[Node]) -> Term:
    """Return a base with its index, with its power, or with both."""
    kinds = _PLACES[element_name(element)]
    if len(parts) != len(kinds) + 1:
        return _row(element)
    base, *given = (_term(label_of_brace(part), tight=True) for part in parts)
    if element_name(element) in ("munder", "mover"):
        accented = signs.accented(base, given[0], below=element_name(element) == "munder")
        if accented is not None:
            return accented
    scripts = dict(zip(kinds, given, strict=True))
    index, power = scripts.get("_", NOTHING), scripts.get("^", NOTHING)
    return labelled(element, base, index, power) or _with_scripts(base, index, power)


def _with_scripts(base: Term, index: Term, power: Term) -> Term:
    shown = bracketed(base, ("sum", "product", "quotient", "root", "power"))
    if index.kind == "nothing" and power.words and set(power.words) <= set(signs.PRIMES):
        return Term("atom", (*shown.parts, *power.parts))
    parts = (*shown.parts, *_lowered(index), *_raised(power))
    if base.kind in ("name", "relation", "operator", "mark", "text"):
        return Term(base.kind, parts)
    return Term("power" if power.kind != "nothing" else "atom", parts)


def _raised(term: Term) -> TermParts:
    """Return a power; its digits are characters of their own."""
    words = term.words
    if words == "∘":
        return ("°",)
    if found := _SIGNED_DIGITS.fullmatch(words):
        sign = (tree.make("sup", found[1]),) if found[1] else ()
        return (*sign, found[2].translate(_TO_UPPER))
    return (wrapped("sup", term.parts),) if term.parts else ()


def _lowered(term: Term) -> TermParts:
    if re.fullmatch("[0-9]+", term.words):
        return (term.words.translate(_TO_LOWER),)
    return (wrapped("sub", term.parts),) if term.parts else ()


def _multiscripts(_element: Node, parts: list[Node]) -> Term:
    """Return a base with scripts on both sides, such as the mass number of a nuclide."""
    if not parts:
        return NOTHING
    base, before, behind = _term(parts[0], tight=True), list[Term](), list[Term]()
    into = behind
    for part in parts[1:]:
        if element_name(part) == "mprescripts":
            into = before
        else:
            into.append(_term(part, tight=True))
    left = [one for at, term in enumerate(before) for one in (_lowered, _raised)[at % 2](term)]
    right = [one for at, term in enumerate(behind) for one in (_lowered, _raised)[at % 2](term)]
    shown = bracketed(base, ("sum", "product", "quotient", "power"))
    return Term("root" if left else "power", (*left, *shown.parts, *right))


def _table(element: Node, _parts: list[Node]) -> Term:
    rows = [row for row in element if element_name(row) in ("mtr", "mlabeledtr")]
    return _grid([[_row(cell) for cell in row] for row in rows])


def _grid(rows: Sequence[Sequence[Term]]) -> Term:
    """Return rows of cells; a single row is a list with commas."""
    if len(rows) < 2:
        cells = [cell for row in rows for cell in row]
        listed = [part for cell in cells for part in (", ", *cell.parts)][1:]
        return Term("sum", tuple(listed))
    made = [
        wrapped(
            "span", tuple(wrapped("span", one.parts, "matrix-cell") for one in row), "matrix-row"
        )
        for row in rows
    ]
    return Term("grid", (wrapped("span", tuple(made), "matrix"),), len(rows))


def _fenced(element: Node, parts: list[Node]) -> Term:
    """Return terms between brackets, with separators between the terms."""
    opening, closing = element.get("open", "("), element.get("close", ")")
    separators = (element.get("separators", ",") or "").replace(" ", "")
    terms = [Term("opening", (opening,))] if opening else []
    for at, part in enumerate(parts):
        if at and separators:
            terms.append(signs.sign(separators[min(at - 1, len(separators) - 1)]))
        terms.append(_term(part))
    return join_terms([*terms, Term("closing", (closing,))] if closing else terms)


def _enclosed(element: Node, _parts: list[Node]) -> Term:
    """Return terms with the lines that are drawn around them, if the lines mean something."""
    inside = _row(element)
    notation = element.get("notation", "longdiv").lower()
    if "strike" in notation:
        inside = Term("atom", (wrapped("s", inside.parts),))
    if "radical" in notation:
        return _root(inside, None)
    if _OVERLINED.search(notation):
        return Term("atom", (wrapped("span", inside.parts, "overline"),))
    if "phasorangle" in notation:
        return Term("atom", ("∠", *bracketed(inside).parts))
    return Term("atom", (wrapped("u", inside.parts),)) if "bottom" in notation else inside


def _space(element: Node, _parts: list[Node]) -> Term:
    width = _WIDTH.match(element.get("width") or "")
    ems = float(width[1]) if width is not None and width[2] in (None, "em") else 0.0
    if ems < _SPACE_LEAST and not element.get("linebreak"):
        return NOTHING
    return Term("text", (NO_BREAK_SPACE * (2 if ems >= _WIDE else 1),))


_SCHEMES: dict[str, Callable[[Node, list[Node]], Term]] = {
    "mfrac": _fraction, "msqrt": _square_root, "mroot": _indexed_root,
    **dict.fromkeys(_PLACES, _scripts),
    "mmultiscripts": _multiscripts, "mtable": _table, "mfenced": _fenced, "menclose": _enclosed,
    "mspace": _space,
}  # fmt: skip
