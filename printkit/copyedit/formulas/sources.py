"""Sources: a body goes in, and comes out with the TeX in its text as elements `x-tex`."""

from printkit.copyedit import tree
from printkit.copyedit.formulas.tex_marks import find_formula, may_hold_tex
from printkit.copyedit.limits import check_formulas
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.edition.limits import DEFAULTS, Limits

_KEPT_AS_WRITTEN = names("pre code kbd samp textarea x-math x-tex")
# Stack Exchange, CKEditor, MkDocs and Moodle write these around TeX with its marks.
_MARKED_TEX = names("math-container math-tex arithmatex filter_mathjaxloader_equation")
_SOURCE_IN_FENCE = names("language-math lang-math")


def mark_sources(root: Node, where: str, limits: Limits = DEFAULTS) -> None:
    """Put each formula that is written in TeX into an element of its own.

    Args:
        root: the body; changed in place.
        where: the record as the user named it, for errors.
        limits: how many formulas the body may have.

    Raises:
        RefusedError: there are more formulas.
    """
    found = 0
    for element in tree.each(root, "code", "span", "div"):
        _mark_said_to_be_tex(element)
    if not may_hold_tex(tree.text(root)):
        return
    for element in [root, *tree.each(root)]:
        around = [element, *tree.ancestors(element)]
        if any(one.tag in _KEPT_AS_WRITTEN for one in around):
            continue
        _join_formula_lines(element)
        for child in [None, *element]:
            found += _mark_text(element, child, limits.formulas - found)
            check_formulas(found, where, limits)


def _mark_said_to_be_tex(element: Node) -> None:
    """Take words without marks for TeX, where the class of an element says that they are TeX."""
    given, around = set(tree.classes(element)), element.getparent()
    if element.tag == "code":
        fence = around is not None and around.tag == "pre"
        if fence and around is not None and not _SOURCE_IN_FENCE.isdisjoint(given):
            tree.replace(around, _tex(tree.text(element), display=True))
    elif given & _MARKED_TEX and (found := _only_formula(element)) is not None:
        tree.replace(element, found)
    # Pandoc writes `math inline` and `math display`, with marks or without.
    elif "math" in given and given & {"inline", "display"} and _is_bare_tex(element):
        tree.replace(element, _tex(tree.words(element), display="display" in given))


def _only_formula(element: Node) -> Node | None:
    """Return the formula that is all of an element; between dollars, also a mere number."""
    said = tree.words(element)
    marks = next((one for one in ("$$", "$") if said.startswith(one) and said.endswith(one)), "")
    bare = said.strip("$").strip() if marks else ""
    return None if len(element) or not bare or "$" in bare else _tex(bare, display=marks == "$$")


def _is_bare_tex(element: Node) -> bool:
    bare = not len(element) and find_formula(tree.text(element)) is None
    return bare and not tree.is_blank(element.text)


def _join_formula_lines(element: Node) -> None:
    """Take the line breaks out of formulas: some programs put a `br` at each end of a line."""
    breaks = [child for child in element if child.tag == "br"]
    if not breaks:
        return
    before = element.text or ""
    for child in list(element):
        tail = child.tail or ""
        if child.tag != "br":
            before = tail
        elif before.count("$$") % 2 or before.rfind("\\[") > before.rfind("\\]"):
            child.tail = None
            tree.add_before(child, f"\n{tail}")
            tree.drop(child)
            before += f"\n{tail}"
        else:
            before += tail


def _mark_text(element: Node, child: Node | None, most: int) -> int:
    """Put each formula of one text into an element.

    Args:
        element: the element in which the text stands.
        child: the element before the text; None for the text before all elements.
        most: how many formulas may still come; one more is read, to be noticed.

    Returns:
        The number of formulas.
    """
    text = (element.text if child is None else child.tail) or ""
    formula = find_formula(text) if may_hold_tex(text) else None
    if formula is None:
        return 0
    found, at = 0, 0 if child is None else element.index(child) + 1
    if child is None:
        element.text = text[: formula.start]
    else:
        child.tail = text[: formula.start]
    while formula is not None and found <= most:
        following = find_formula(text, formula.end)
        new = _tex(formula.tex, display=formula.display)
        if formula.doubtful:
            new.set("data-written", text[formula.start : formula.end])
        new.tail = text[formula.end : following.start if following else None]
        element.insert(at, new)
        found, at, formula = found + 1, at + 1, following
    return found


def _tex(source: str, *, display: bool) -> Node:
    return tree.make("x-tex", source, display="block" if display else "")
