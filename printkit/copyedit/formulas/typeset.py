"""Typeset formulas: a body goes in, and comes out with each formula of a script only once.

KaTeX and MathJax leave a formula in a page as hundreds of small elements for the eye, and as
MathML or TeX beside these. The words of the small elements alone would make 10³ the number 103.
"""

from lxml import etree

from printkit.copyedit import tree
from printkit.copyedit.formulas.katex import read_katex
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names

_SETTERS = names(
    """katex katex-html mathjax mathjax_display mathjax_svg mathjax_svg_display mathjax_chtml
    mjx-chtml mjxc-display mathjax_mathml mathjax_preview"""
)
_ON_A_LINE = names("katex-display mathjax_display mathjax_svg_display mjxc-display")
_PREVIEW = "mathjax_preview"
_CONTAINER = "x-mjx-container"
_LONGEST = 20_000  # characters of MathML in an attribute


def unify_typeset(root: Node, removals: Removals) -> None:
    """Keep of each formula that a script has set only its MathML, else its TeX.

    Args:
        root: the body; changed in place.
        removals: gets each formula of which a page has only the drawing.
    """
    for element in tree.each(root):
        if element.getparent() is None or not _is_set(element):
            continue
        formula = _source_of(element)
        if formula is None:
            _settle_without_source(element, removals)
            continue
        if _repeats_next(element) and (twin := element.getnext()) is not None:
            tree.drop(twin)
        if _on_a_line(element):
            formula.set("display", "block")
        tree.replace(element, formula)


def _settle_without_source(element: Node, removals: Removals) -> None:
    """Drop a formula that stands beside its source; name a formula that has no source at all."""
    words = tree.words(element)
    if _repeats_next(element):
        # A browser shows a preview only until its script has set the formula.
        removals.rewrite("formula", words)
        tree.drop(element)
    elif element.tag == _CONTAINER or (words and _PREVIEW not in tree.classes(element)):
        said = " ".join(filter(None, (element.get("aria-label"), words)))
        removals.take(element, "formula", said)


def _is_set(element: Node) -> bool:
    return element.tag == _CONTAINER or not _SETTERS.isdisjoint(tree.classes(element))


def _on_a_line(element: Node) -> bool:
    around = element.getparent()
    named = {*tree.classes(element), *([] if around is None else tree.classes(around))}
    return not _ON_A_LINE.isdisjoint(named) or element.get("display") == "true"


def _source_of(element: Node) -> Node | None:
    """Return the MathML or the TeX that a typeset formula carries."""
    drawn = next((one for one in element.iter() if "katex-html" in tree.classes(one)), None)
    if (math := next(element.iter("x-math", "x-tex"), None)) is not None:
        math.tail = None
        return math
    if drawn is not None:
        return read_katex(drawn)
    if tex := element.get("data-latex"):
        return tree.make("x-tex", tex)
    written = next((one for one in element.iter() if one.get("data-mathml")), None)
    markup = "" if written is None else written.get("data-mathml", "")
    if not markup or len(markup) > _LONGEST:
        return None
    try:
        math = tree.parse(markup)[0]
    except (etree.XMLSyntaxError, IndexError):
        return None
    math.tag = "x-math"
    return math


def _repeats_next(element: Node) -> bool:
    """Tell whether the same formula stands right behind an element: as a source, or set."""
    following = element.getnext()
    if following is None or not tree.is_blank(element.tail):
        return False
    preview = _PREVIEW in tree.classes(element)
    return following.tag == "x-tex" or (preview and _is_set(following))
