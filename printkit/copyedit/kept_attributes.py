"""Kept attributes: an element goes in, the name and the attributes that it keeps come out."""

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

_OWN_CLASSES = frozenset(("verse", "embed", "caption", "equation", "pull-quote", "drawing"))
_PULL = regex(r"(^|[-_])pull-?_?quote")
_SAME = {"tt": "code", "strike": "s", "acronym": "abbr", "dfn": "em", "menu": "ul", "dir": "ul"}
_LOOKS = names("small-caps all-small-caps")
_KEPT = names(
    "href title datetime colspan rowspan scope start value reversed type data-number data-link"
)


def printed_tag(element: Node) -> str:
    """Return the name that an element is printed under: `tt` is `code`, `strike` is `s`."""
    return _SAME.get(element.tag, element.tag)


def inherited(element: Node) -> dict[str, str]:
    """Return language, direction and class of a block, which all blocks made from it inherit."""
    given = {name: element.get(name, "") for name in ("lang", "dir") if element.get(name)}
    own = [name for name in tree.classes(element) if name in _OWN_CLASSES]
    if any(_PULL.search(name) for name in tree.classes(element)):
        own = ["pull-quote"]
    return given | ({"class": own[0]} if own else {})


def kept_attributes(element: Node) -> dict[str, str]:
    """Return the attributes of an element that still mean something on paper."""
    given = sorted(tree.attributes(element).items())
    return {name: value for name, value in given if name in _KEPT}


def copy_inline(element: Node) -> Node | None:
    """Return an empty copy of an inline element; None for a bare `span` or a link to nowhere."""
    tag = printed_tag(element)
    given = inherited(element)
    given.pop("class", None)
    if tag == "span" and (looks := _LOOKS & set(tree.classes(element))):
        given["class"] = min(looks)
    if tag == "span" and (said := element.get("data-said")):
        given |= {"class": "overline", "data-said": said}
    if (tag == "span" and not given) or (tag == "a" and not element.get("href")):
        return None
    copy = tree.make(tag)
    tree.set_all(copy, given | kept_attributes(element))
    return copy
