"""Hidden things: a body goes in, and comes out without everything that a browser does not show."""

import re
from collections.abc import Iterator

from printkit.copyedit import pictures, tree
from printkit.copyedit.removals import Removals, place_of, said_by
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.comparing import words

# Class names of things that sites themselves leave off paper: no reader misses such a thing.
_SCREEN_ONLY = names("noprint no-print d-print-none hidden-print print-hidden")
# Class names of words for screen readers: a reader may miss them.
_SPOKEN = names("sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only")
_WORD = re.compile(r"\w+")
_ICON_FONT = re.compile(r"(^|[-_])(icons?|glyphicon|dashicons|material-symbols)([-_]|$)")
# An icon font draws a picture in the place of a word such as `arrow_back`.
_LIGATURE = re.compile(r"[a-z0-9_]+")
# KaTeX and MathJax write a formula twice: once for the eye, once as MathML for screen readers.
_TYPESET = re.compile(r"katex|mathjax|mjx|mwe-math", re.IGNORECASE)
_NEAR_MOST = 2_000  # characters; a thousand hidden elements may stand beside a text of megabytes
_PASSAGE = "hidden passage"


def remove_hidden(root: Node, removals: Removals) -> None:
    """Remove everything from a body that is hidden, or that repeats its neighbour.

    Args:
        root: the body; changed in place.
        removals: gets every hidden passage that a reader would miss.
    """
    _remove_hidden(root, removals)
    for mark in tree.each(root, "rp"):
        tree.drop(mark)
    _remove_twins(root, removals)


def _remove_hidden(root: Node, removals: Removals) -> None:
    """Remove hidden elements, and count the elements whose words a reader would miss.

    An element that only screen readers skip (`aria-hidden`) stays, unless it is an ornament.
    """
    hidden: list[Node] = []
    gone: set[Node] = set()
    for element in tree.each(root):
        if element not in gone and (_is_hidden(element) or _is_ornament(element)):
            hidden.append(element)
            gone.update(element.iter())
    # The neighbours decide whether a reader misses an element: judge all before removing any.
    missed = [_is_missed(element) for element in hidden]
    for element, is_missed in zip(hidden, missed, strict=True):
        if is_missed:
            removals.note(_PASSAGE, said_by(element), place_of(element))
        tree.drop(element)


def _is_hidden(element: Node) -> bool:
    if element.get("hidden") is not None or element.get("style") == "hidden":
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    return not (_SCREEN_ONLY | _SPOKEN).isdisjoint(tree.classes(element))


def _is_ornament(element: Node) -> bool:
    """Tell whether an `aria-hidden` element has no words, is an icon, or repeats a formula."""
    if element.get("aria-hidden") != "true" or _shows_picture(element):
        return False
    said, parent = tree.words(element), element.getparent()
    named = (element.get("class") or "") + " " + ("" if parent is None else parent.get("class", ""))
    if _TYPESET.search(named) and parent is not None and _holds(parent, "x-math"):
        return True
    drawn = any(_ICON_FONT.search(name) for name in tree.classes(element))
    return not _WORD.search(said) or (drawn and _LIGATURE.fullmatch(said) is not None)


def _is_missed(element: Node) -> bool:
    if not _is_hidden(element) or not _SCREEN_ONLY.isdisjoint(tree.classes(element)):
        return False
    around = element.getparent()
    drawn = around is not None and _holds(element, "x-math") and _holds(around, "img")
    return not drawn and _says_more(element)


def _says_more(element: Node) -> bool:
    """Tell whether an element has words that none of its neighbours has."""
    said = _spaced(tree.text(element))
    return bool(said.strip()) and not any(said in _spaced(near) for near in _beside(element))


def _beside(element: Node) -> Iterator[str]:
    """Yield the texts that a reader sees right before and behind an element."""
    before, after, around = element.getprevious(), element.getnext(), element.getparent()
    yield element.tail or ""
    yield (before.tail if before is not None else around.text if around is not None else "") or ""
    for one in (before, after):
        if one is not None and not _is_hidden(one):
            yield tree.text(one)


def _spaced(text: str) -> str:
    """Return the first words of a text between spaces, so that only whole words are found."""
    return f" {' '.join(words(text[:_NEAR_MOST]))} "


def _holds(element: Node, tag: str) -> bool:
    return any(True for _ in element.iter(tag))


def _shows_picture(element: Node) -> bool:
    return any(True for _ in element.iter("img", "picture", "video", "x-iframe", "x-math"))


def _remove_twins(root: Node, removals: Removals) -> None:
    """Unwrap each `noscript`, whose picture often repeats the picture beside the `noscript`.

    The picture beside the `noscript` is kept if it has an address, else the picture inside. Words
    in a `noscript` are removed, and counted if they say something new.
    """
    for fallback in tree.each(root, "x-noscript"):
        if any(one.tag == fallback.tag for one in tree.ancestors(fallback)):
            continue
        if _says_more(fallback):
            removals.note(_PASSAGE, said_by(fallback), place_of(fallback))
        repeated = tree.each(fallback, "img")
        beside = [one for one in (fallback.getprevious(), fallback.getnext()) if one is not None]
        twins = [img for one in beside for img in one.iter("img")]
        if any(pictures.best_address(twin, None) for twin in twins):
            repeated = []
        for twin in twins if repeated else []:
            tree.drop(twin)
        group = tree.make("span")
        group.extend(repeated)
        for img in repeated:
            img.tail = None
        tree.replace(fallback, group)
