"""Spoken formulas: a formula as HTML goes in, one line of plain signs comes out.

A screen reader says this line in the place of the formula: `x^2`, `v_10`, `(1, 2; 3, 4)`.
"""

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

UPPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The raised digits, from 0 to 9."""
LOWER = "₀₁₂₃₄₅₆₇₈₉"
"""The lowered digits, from 0 to 9."""

_SCRIPTS = {"sup": "^", "sub": "_"}
_UPPER = regex(f"[{UPPER}]+")
_LOWER = regex(f"[{LOWER}]+")
_SINGLE = regex(r"\w+|.")
_RELATIONS = frozenset("=<>≤≥≈≡∼→⇒⇔")
_SEPARATORS = {"matrix-row": "; ", "matrix-cell": ", "}


def spoken(formula: Node) -> str:
    """Return a formula as one line of plain signs.

    Args:
        formula: the HTML of the formula; digits of scripts may be single characters, such as `²`.
    """
    return tree.fold_space(_say(formula).replace("\xa0", " "))


def _say(element: Node) -> str:
    said = [_spell_scripts(element.text or "")]
    for child in element:
        inside = _say(child)
        if child.tag == "sup" and inside == "\u2212" and _UPPER.match(child.tail or ""):
            # The minus of 10⁻³ stands in an element, its digits behind the element.
            digits = _UPPER.match(child.tail or "")
            said.append(f"^({inside}{_digits(digits[0])})" if digits else "")
            said.append(_spell_scripts((child.tail or "")[digits.end() if digits else 0 :]))
            continue
        if child.tag == "i" and said[-1][-1:].isalpha():
            said.append(" ")
        mark = _SCRIPTS.get(str(child.tag), "")
        said.append(mark + (f"({inside})" if mark and not _SINGLE.fullmatch(inside) else inside))
        following = child.getnext()
        if following is not None and (separator := _SEPARATORS.get(child.get("class", ""))):
            said.append(" " if tree.text(following)[:1] in _RELATIONS else separator)
        said.append(_spell_scripts(child.tail or ""))
    return "".join(said)


def _spell_scripts(text: str) -> str:
    text = _UPPER.sub(lambda found: f"^{_digits(found[0])}", text)
    return _LOWER.sub(lambda found: f"_{_digits(found[0])}", text)


def _digits(scripts: str) -> str:
    return "".join(str((UPPER if one in UPPER else LOWER).index(one)) for one in scripts)
