"""Formulas: a body goes in, and comes out with each formula as words, powers and indices.

pictured.py        pictures of formulas → their MathML or TeX
typeset.py         formulas that a script has set → their MathML or TeX
katex.py           formulas of KaTeX without MathML → MathML
sources.py         TeX in the text of a body → elements
tex_marks.py       text → the places of TeX in the text; markdown_tex.py uses them for Markdown
tex.py             TeX → MathML; owns latex2mathml
choices.py         parts that take turns in a formula → the part that a browser shows
mathml.py          MathML → a line of HTML; tokens.py and signs.py have its signs, terms.py
                   has what stands between neighbours, over_and_under.py what stands above
spoken.py          the line of HTML → the description for screen readers
"""

from printkit.copyedit import tree
from printkit.copyedit.formulas.choices import keep_chosen
from printkit.copyedit.formulas.mathml import set_mathml
from printkit.copyedit.formulas.sources import mark_sources
from printkit.copyedit.formulas.spoken import spoken
from printkit.copyedit.formulas.terms import Term, TermParts, wrapped
from printkit.copyedit.formulas.tex import read_tex
from printkit.copyedit.formulas.typeset import unify_typeset
from printkit.copyedit.limits import check_formulas
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.edition.limits import DEFAULTS, Limits
from printkit.text.comparing import letters
from printkit.text.patterns import regex

__all__ = ["settle_formulas"]

_OF_TEX = regex(r"[\\{}<>&$]")


def settle_formulas(
    root: Node, removals: Removals, where: str = "", limits: Limits = DEFAULTS
) -> None:
    """Set each formula of a body as an `x-formula`, with its description in `aria-label`.

    A formula on a line of its own gets a block. A hidden formula that stands beside its picture
    is removed before this.

    Args:
        root: the body; changed in place.
        removals: gets each formula of which the page has only a drawing, and all TeX.
        where: the record as the user named it, for errors.
        limits: how many formulas the body may have.

    Raises:
        RefusedError: there are more formulas.
    """
    unify_typeset(root, removals)
    keep_chosen(root, removals)
    mark_sources(root, where, limits)
    formulas = tree.each(root, "x-math", "x-tex")
    check_formulas(len(formulas), where, limits)
    for formula in formulas:
        around = list(tree.ancestors(formula))
        if not around or any(one.tag == "x-math" for one in around):
            continue
        if formula.tag == "x-math":
            parts, said = _set_math(formula)
            if letters(tree.text(formula)) != letters(Term("text", parts).words):
                # The index of a root stands before the root, but behind it in MathML.
                removals.rewrite("formula", tree.words(formula))
            _put(formula, parts, said)
        elif (written := formula.get("data-written")) and read_tex(tree.words(formula)) is None:
            tree.add_before(formula, written)
            tree.drop(formula)
        else:
            removals.rewrite("formula", tree.words(formula))
            _put(formula, *_set_tex(formula))


def _put(formula: Node, parts: TermParts, said: str) -> None:
    """Put a line of HTML in the place of a formula; in a block of its own, if the formula has one.

    Args:
        formula: the MathML or the TeX.
        parts: the line; empty if nothing is to be seen.
        said: the description; if empty, the signs of the formula are its description.
    """
    if not parts:
        tree.drop(formula)
        return
    new = wrapped("x-formula", parts, "formula")
    new.set("role", "math")
    new.set("aria-label", said or spoken(new))
    if "block" in (formula.get("display"), formula.get("data-display")):
        new = wrapped("div", (new,), "equation")
    tree.replace(formula, new)


def _set_tex(formula: Node) -> tuple[TermParts, str]:
    """Return TeX as a line of HTML, or as it is written; and its description, if it has one."""
    source = tree.words(formula)
    math = read_tex(source)
    return (set_mathml(math), "") if math is not None else ((source,), source)


def _set_math(formula: Node) -> tuple[TermParts, str]:
    """Return MathML as a line of HTML; if it has only content markup, its TeX or its words."""
    described = tree.fold_space(formula.get("alttext") or "")
    said = "" if _OF_TEX.search(described) else described
    notes = [one for one in formula.iter("x-annotation") if "tex" in one.get("encoding", "")]
    source = tree.words(notes[0]) if notes else described
    parts = () if next(formula.iter("x-apply"), None) is not None else set_mathml(formula)
    if parts:
        return parts, said
    if source:
        return _set_tex(tree.make("x-tex", source))
    return ((tree.words(formula),) if tree.words(formula) else ()), said
