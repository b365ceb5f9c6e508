"""KaTeX: the HTML of a formula without its MathML goes in, MathML comes out.

Feeds and cleaners drop the MathML of a formula, and leave the elements for the eye. There a power
is only a box that stands higher: its words alone would make 10³ the number 103.
"""

from lxml import etree

from printkit.copyedit import tree
from printkit.copyedit.tree import Node

_DIGITS = frozenset("0123456789.,")


def read_katex(element: Node) -> Node:
    """Return the MathML of a formula.

    Args:
        element: the element of the class `katex-html`.
    """
    math = tree.make("x-math")
    _read(element, math)
    return math


def _read(element: Node, into: Node) -> None:
    """Write the contents of an element as MathML at the end of another."""
    _write_signs(element.text, into)
    for child in element:
        kinds = tree.classes(child)
        if "msupsub" in kinds:
            _add_scripts(child, into)
        elif "mfrac" in kinds:
            rows = _grid_rows(child)
            if len(rows) == 2:
                into.append(_joined_boxes("mfrac", [rows[1], rows[0]]))
            else:
                _read(child, into)
        elif child.tag in ("sup", "sub") and len(into):
            into.append(_scripted(child, into))
        elif "sqrt" in kinds:
            into.append(_joined_boxes("msqrt", _grid_rows(child)[:1]))
        elif "pstrut" not in kinds and "strut" not in kinds:
            _read(child, into)
        _write_signs(child.tail, into)


def _write_signs(text: str | None, into: Node) -> None:
    for sign in tree.fold_space((text or "").replace("\u200b", "")):
        last = into[-1] if len(into) else None
        if sign in _DIGITS and last is not None and last.tag == "mn":
            last.text = (last.text or "") + sign
        elif sign.isdecimal():
            into.append(tree.make("mn", sign))
        elif sign.strip():
            into.append(tree.make("mi" if sign.isalpha() else "mo", sign))


def _grid_rows(element: Node) -> list[Node]:
    """Return the boxes above each other that have words, the lowest first."""
    stack = next((one for one in element.iter() if "vlist" in tree.classes(one)), None)
    return [row for row in stack if tree.words(row).strip("\u200b")] if stack is not None else []


def _add_scripts(element: Node, into: Node) -> None:
    """Make an index, a power, or both, of the last part of a formula."""
    rows = _grid_rows(element)
    base = into[-1] if len(into) else etree.SubElement(into, "mrow")
    reaches_below = any("vlist-t2" in tree.classes(one) for one in element.iter())
    tag = "msubsup" if len(rows) == 2 else "msub" if reaches_below else "msup"
    if not rows:
        return
    new = tree.make(tag)
    tree.replace(base, new)
    new.append(base)
    for row in rows[:2]:
        new.append(_row_of(row))


def _scripted(element: Node, into: Node) -> Node:
    """Return the last part of a formula with a power or an index, as some cleaners write it."""
    script = tree.make(f"m{element.tag}")
    script.append(into[-1])
    script.append(_row_of(element))
    return script


def _joined_boxes(tag: str, rows: list[Node]) -> Node:
    made = tree.make(tag)
    made.extend(map(_row_of, rows))
    return made


def _row_of(element: Node) -> Node:
    row = tree.make("mrow")
    _read(element, row)
    return row
