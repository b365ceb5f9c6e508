"""Pictures of formulas: a body goes in, and comes out with the formula in the place of its picture.

Wikipedia, WordPress and others show a formula as a picture from a server, and keep its MathML or
its TeX beside the picture, in the description, or in the address. A formula that cannot be read
stays a picture.
"""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote, unquote_plus

from lxml import etree

from printkit.copyedit import pictures, tree
from printkit.copyedit.formulas.tex import read_tex
from printkit.copyedit.formulas.tex_marks import find_formula
from printkit.copyedit.limits import check_formulas
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.edition.limits import DEFAULTS, Limits
from printkit.text.patterns import regex

_CLASS = regex(
    r"(^|[\s_-])(tex|latex|texrender|mimetex|mathtex|mwe-math-fallback-image-(inline|display)"
    r"|ql-img-(inline|displayed)-formula|equation_image|wirisformula|math-tex|katex|mathjax)"
    r"($|[\s_-])",
    re.IGNORECASE,
)
_SERVER = regex(
    r"/math/render/|latex\.php|codecogs\.com|render/math\?|cht=tx|upmath\.me/|mimetex|mathtex"
    r"|latex\.cgi|quicklatex|/equation\?",
    re.IGNORECASE,
)
_IN_QUERY = regex(r"[?&](?:latex|chl|math|from|tex|formula|eq)=([^&#]{1,3000})")
_IN_PATH = regex(r"(?:\.latex|\.cgi|/(?:svg|png|gif))[?/]([^#?]{1,3000})")
_SAID = ("data-equation-content", "data-latex", "data-tex", "data-formula", "source", "alt")
_LABEL = regex(r"\s{0,9}(la)?tex:\s{0,9}", re.IGNORECASE)
_LINE = regex(r"display|block")
# WIRIS keeps MathML in an attribute, with these signs in the place of brackets and marks.
_WIRIS = str.maketrans("«»¨§", '<>"&')
_LONGEST = 20_000  # characters of MathML in an attribute
_AROUND = 2  # elements from a formula up to the element that holds its picture, too
_HIDES = ("hidden", "style", "aria-hidden", "class")


def replace_pictures(root: Node, removals: Removals, where: str, limits: Limits = DEFAULTS) -> None:
    """Put the formula in the place of each picture of a formula that can be read.

    Args:
        root: the body, before hidden elements are removed; changed in place.
        removals: gets the addresses of the pictures.
        where: the record as the user named it, for errors.
        limits: how many formulas the body may have.

    Raises:
        RefusedError: there are more formulas.
    """
    for math in tree.each(root, "x-math"):
        _replace_twin(math, removals)
    drawn = [img for img in tree.each(root, "img") if _may_be_formula(img)]
    check_formulas(len(drawn), where, limits)
    for img in drawn:
        formula = _formula_of(img)
        if formula is not None:
            removals.rewrite("picture", pictures.written_address(img) or "")
            tree.replace(img, formula)


def _replace_twin(math: Node, removals: Removals) -> None:
    """Drop the picture that stands beside its own MathML, and show the MathML."""
    path: list[Node] = [math]
    size = len(tree.text(math))
    for around in islice(tree.ancestors(math), _AROUND):
        if not _is_about(around, size):
            return
        drawn = list(around.iter("img"))
        if len(drawn) == 1 and _is_drawing_of(drawn[0], math):
            removals.rewrite("picture", pictures.written_address(drawn[0]) or "")
            if _LINE.search(drawn[0].get("class") or ""):
                math.set("display", "block")
            tree.drop(drawn[0])
            for hidden in path:
                for name in _HIDES:
                    tree.pop(hidden, name)
            return
        if drawn:
            return
        path.append(around)


def _is_about(around: Node, size: int) -> bool:
    """Tell whether an element has hardly more text than the formula in the element."""
    seen = 0
    for text in around.itertext():
        seen += len(str(text).strip())
        if seen > size:
            return False
    return True


def _is_drawing_of(img: Node, math: Node) -> bool:
    notes = (tree.words(one) for one in math.iter("x-annotation"))
    named = {tree.fold_space(math.get("alttext") or ""), *notes} - {""}
    return _may_be_formula(img) or tree.fold_space(img.get("alt") or "") in named


def _may_be_formula(img: Node) -> bool:
    address = pictures.written_address(img) or ""
    given = img.get("class") or ""
    if "formula" in given.split() and img.get("source"):  # Habr
        return True
    if _CLASS.search(given) or _SERVER.search(address) or img.get("data-equation-content"):
        return True
    return _unmarked(img.get("alt") or "") is not None


def _formula_of(img: Node) -> Node | None:
    """Return the MathML or the TeX of a picture; None if nothing that says the formula is read."""
    markup = (img.get("data-mathml") or "").translate(_WIRIS)
    if markup and len(markup) <= _LONGEST:
        try:
            math = tree.parse(markup)[0]
        except (etree.XMLSyntaxError, IndexError):
            return None
        math.tag, math.tail = "x-math", None
        return math
    display = "block" if _LINE.search((img.get("class") or "").lower()) else ""
    for said in _sources(img):
        if read_tex(said) is not None:
            return tree.make("x-tex", said, display=display)
    return None


def _sources(img: Node) -> Iterator[str]:
    """Yield all that may be the TeX of a picture, the surest first."""
    for name in _SAID:
        said = tree.fold_space(_LABEL.sub("", img.get(name) or "", count=1))
        if bare := _unmarked(said):
            yield bare
        elif said and not _is_prose(said):
            yield said
    address = pictures.written_address(img) or ""
    if not _SERVER.search(address):
        return
    if found := _IN_QUERY.search(address):
        yield tree.fold_space(unquote_plus(found[1]))
    elif found := _IN_PATH.search(address):
        yield tree.fold_space(unquote(found[1].replace("&space;", " ")))


def _unmarked(said: str) -> str | None:
    """Return the TeX of a description that is all of it TeX between marks."""
    said = said.strip()
    if said[:1] not in ("$", "\\") or said[-1:] not in ("$", ")", "]", "}"):
        return None
    found = find_formula(said)
    return found.tex if found and (found.start, found.end) == (0, len(said)) else None


def _is_prose(said: str) -> bool:
    """Tell whether a description has words in the place of TeX: “the area of a circle”."""
    return "\\" not in said and re.search(r"[^\W\d_]{3}.{0,99} [^\W\d_]{2}", said) is not None
