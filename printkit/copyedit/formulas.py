"""Formulas: a body goes in, and comes out with each formula as a line of text."""

from printkit.copyedit import tree
from printkit.copyedit.tree import Node


def settle_formulas(root: Node) -> None:
    """Replace each formula by its `alttext`, else by its TeX, else by its words.

    A hidden formula that stands beside its picture is removed before this.
    """
    for formula in tree.each(root, "x-math"):
        tex = [note for note in formula.iter("x-annotation") if "tex" in note.get("encoding", "")]
        said = formula.get("alttext") or (tree.words(tex[0]) if tex else "")
        for note in tree.each(formula, "x-annotation"):
            tree.drop(note)
        tree.replace(formula, tree.make("span", said or tree.words(formula), class_="formula"))
    for formula in tree.each(root, "x-tex"):
        tree.replace(formula, tree.make("span", tree.words(formula), class_="formula"))
