"""Letter case: an element whose style sets capitals or small capitals goes in, and comes out so.

Capitals are written into the text, as a browser shows the words. Small capitals are a look: the
text keeps its small letters, and so does copied text.
"""

from unicodedata import normalize

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

CASES = ("uppercase", "lowercase", "capitalize", "as-written")
"""Meanings of a style that set the case of all letters in an element."""

_SMALL = {"smallcaps": "small-caps", "allsmallcaps": "all-small-caps"}
_DOTTED = ("tr", "az")  # these languages have an I with a dot and another without
_TONOS = "\u0301"
_WORD_BEGIN = regex(r"(?<![\w'’])[^\W\d_]")


def set_case(element: Node, meanings: list[str], cased: set[Node], language: str | None) -> None:
    """Write the letters in an element as its style shows them.

    Args:
        element: an element of the body; the texts in it are changed.
        meanings: of the style of the element, in our own words.
        cased: all elements of the body whose styles set a case of their own.
        language: of the article, for the capitals of Turkish and Greek.
    """
    for meaning in meanings:
        if meaning in CASES and meaning != "as-written":
            own = next(filter(None, (one.get("lang") for one in _outwards(element))), language)
            _change(element, meaning, cased, (own or "").lower().partition("-")[0])
        elif meaning in _SMALL:
            _set_small(element, _SMALL[meaning])


def _outwards(element: Node) -> list[Node]:
    return [element, *tree.ancestors(element)]


def _change(element: Node, case: str, cased: set[Node], language: str) -> None:
    element.text = _in_case(element.text, case, language)
    for child in element:
        if child not in cased:
            _change(child, case, cased, language)
        child.tail = _in_case(child.tail, case, language)


def _in_case(text: str | None, case: str, language: str) -> str | None:
    if not text:
        return text
    if case == "capitalize":
        return _WORD_BEGIN.sub(lambda found: _upper(found[0], language), text)
    if case == "uppercase":
        return _upper(text, language)
    return (text.replace("I", "ı") if language in _DOTTED else text).lower()


def _upper(text: str, language: str) -> str:
    if language in _DOTTED:
        return text.replace("i", "İ").upper()
    capitals = text.upper()
    if language == "el":
        # Greek capitals have no accent.
        capitals = normalize("NFC", normalize("NFD", capitals).replace(_TONOS, ""))
    return capitals


def _set_small(element: Node, name: str) -> None:
    """Put each text of an element into an element of the class; blocks keep their elements."""
    for one in list(element.iter()):
        if one is not element and not tree.is_blank(one.tail):
            small = tree.make("span", one.tail or "", class_=name)
            one.tail = None
            one.addnext(small)
        if not tree.is_blank(one.text):
            small, one.text = tree.make("span", one.text or "", class_=name), None
            one.insert(0, small)
