"""What an element takes along when the text is set anew: name, language, direction, class."""

import re

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names

_OWN_CLASSES = frozenset(("verse", "embed", "caption", "formula", "pull-quote"))
_INLINE_CLASSES = frozenset(("formula",))
_PULL = re.compile(r"(^|[-_])pull-?_?quote")
_SAME = {"tt": "code", "strike": "s", "acronym": "abbr", "dfn": "em", "menu": "ul", "dir": "ul"}
_KEPT = names("href title datetime colspan rowspan scope start value reversed type")


def tag_of(element: Node) -> str:
    """The name an element is printed under: `tt` is `code`, `strike` is `s`."""
    return _SAME.get(element.tag, element.tag)


def handed_down(element: Node) -> dict[str, str]:
    """What a block hands down to the blocks set from it."""
    dress = {name: element.get(name, "") for name in ("lang", "dir") if element.get(name)}
    own = [name for name in tree.classes(element) if name in _OWN_CLASSES]
    if any(_PULL.search(name) for name in tree.classes(element)):
        own = ["pull-quote"]
    return dress | ({"class": own[0]} if own else {})


def kept(element: Node) -> dict[str, str]:
    """The attributes that mean the same on paper."""
    given = sorted(tree.attributes(element).items())
    return {name: value for name, value in given if name in _KEPT}


def copy_inline(element: Node) -> Node | None:
    """An inline element without its contents; None if it says nothing."""
    tag = tag_of(element)
    dress = handed_down(element)
    if dress.get("class") not in _INLINE_CLASSES:
        dress.pop("class", None)
    if (tag == "span" and not dress) or (tag == "a" and not element.get("href")):
        return None
    copy = tree.make(tag)
    tree.set_all(copy, dress | kept(element))
    return copy
