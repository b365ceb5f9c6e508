"""Formulas: give each formula its description, and take all other elements out of the formula."""

from printkit.press.tagging.tree import StructureElement


def describe_formulas(tree: StructureElement) -> None:
    """Make a /Formula of each element with the role `math` and a description.

    A screen reader says the description in the place of the signs (PDF/UA-1, 7.7). So the
    powers, indices and cells in the formula need no elements.
    """
    for node in list(tree.walk()):
        words = node.attribute("aria-label")
        if words and node.attribute("role") == "math":
            node.role = "Formula"
            node.entries["Alt"] = words
            node.kids = list(node.marks())
