"""Formulas that the page draws without a sign of the record: a minus, a prime, an index."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from printkit.preflight.inventory.html_trees import all_words
from printkit.preflight.inventory.misplaced.compared import Compared
from printkit.preflight.inventory.misplaced.tex_signs import plain_tex
from printkit.remarks import Removed
from printkit.text.patterns import regex

_TEX = regex(
    r"\\\(((?:(?!\\\().){1,2000}?)\\\)|\\\[((?:(?!\\\[).){1,2000}?)\\\]"
    r"|\$\$([^$]{1,2000})\$\$|\$([^$\n]{1,300})\$",
    re.DOTALL,
)
_NOT_DRAWN = frozenset(("annotation", "annotation-xml", "none", "mprescripts", "mphantom"))
# The page may draw an accent as a mark on its letter, or write a sum in words.
_OVER = frozenset(("mover", "munder", "munderover"))
_ALIKE = str.maketrans("−–‐‑’‘′⋅∙∗∣∥⟨⟩〈〉", "----'''··*||<><>")
_ACCENTS = frozenset("¯ˉ‾_^ˆˇ˜~˙¨´`→⃗⏞⏟︷︸⎴⎵\u0338")
_MOST = 300  # formulas that are compared
_ENOUGH = 0.5  # share of the signs by which a formula is known


class _Formula(NamedTuple):
    """A formula of the record: its text, and how often each sign must be drawn."""

    text: str
    signs: Counter[str]


def formulas_without_signs(one: Compared) -> Iterator[Removed]:
    """Yield the formulas that are drawn without a sign; lost formulas are none of these."""
    drawn = [_signs(all_words(e)) for e in one.page.iter("span") if e.get("role") == "math"]
    if not drawn:
        return
    doubtful = []
    for formula in sorted(_formulas(one), key=lambda one: -one.signs.total())[:_MOST]:
        whole = next((other for other in drawn if formula.signs <= other), None)
        if whole is None:
            doubtful.append(formula)
        else:
            drawn.remove(whole)
    for formula in doubtful:
        size = formula.signs.total()
        near = [p for p in drawn if (formula.signs & p).total() >= max(2, _ENOUGH * size)]
        near = [p for p in near if p.total() <= 2 * size + 4]
        if near:
            best = max(near, key=lambda other: (formula.signs & other).total())
            drawn.remove(best)
            lost = " ".join((formula.signs - best).elements())
            yield Removed("formula without a sign", f"{formula.text}: {lost}", "math")


def _formulas(one: Compared) -> Iterator[_Formula]:
    for math in one.body.iter("math"):
        if next(math.iterancestors("math"), None) is None:
            text = " ".join(" ".join(_drawn(math)).split())
            yield _Formula(text, _signs(text))
    source = one.markdown or all_words(one.body)
    for found in _TEX.finditer(source) if "\\" in source or "$" in source else ():
        tex = next(filter(None, found.groups()), "")
        if (plain := plain_tex(tex)) is not None:
            yield _Formula(tex, _signs(plain))


def _drawn(element: etree._Element) -> Iterator[str]:
    """Yield the texts that a formula draws, but for accents."""
    walker = etree.iterwalk(element, events=("start",))
    for _, each in walker:
        tag = str(each.tag)
        around = each.getparent()
        if tag in _NOT_DRAWN or (around is not None and not _is_chosen(each, around)):
            walker.skip_subtree()
            continue
        text = each.text or ""
        over = around is not None and around.tag in _OVER and around.index(each) > 0
        if tag == "mo" and over and set(text.strip()) <= _ACCENTS:
            continue
        yield text


def _is_chosen(part: etree._Element, around: etree._Element) -> bool:
    """Tell whether a part of a formula is drawn: of a `maction`, the first or the chosen one."""
    if around.tag != "maction":
        return True
    chosen = around.get("selection", "1") if around.get("actiontype") == "toggle" else "1"
    return str(around.index(part) + 1) == chosen.strip()


def _signs(text: str) -> Counter[str]:
    """Count the letters, digits and operators of a formula; alike signs count as one."""
    plain = unicodedata.normalize("NFKD", text).translate(_ALIKE)
    return Counter(sign for sign in plain if _counts(sign))


def _counts(sign: str) -> bool:
    kind = unicodedata.category(sign)
    return kind[0] in "LN" or (kind in ("Sm", "Pd") and sign not in _ACCENTS) or sign in "'!%"
