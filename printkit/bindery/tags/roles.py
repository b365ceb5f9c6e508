"""What a foreign tree's elements are: each says it in a standard role, and needs no map.

Two files may call different things by one name; once each element bears the role that its own
file's map gives it, the bound file has no map in which the names could clash.
"""

from collections.abc import Iterable
from typing import Final

from pikepdf import Array, Dictionary, Name, Object

# ISO 32000-1, 14.8.4.
STANDARD: Final = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
    *("NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6"),
    *("L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
    *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
}
# What ISO 32000-2 added, by what comes nearest in a file of PDF 1.7.
_NEWER: Final = {
    "DocumentFragment": "Div",
    "Aside": "Sect",
    "Title": "P",
    "FENote": "Note",
    "Sub": "Span",
    "Em": "Span",
    "Strong": "Span",
}
_NO_MEANING = "NonStruct"


def standardise(tree: Object, elements: Iterable[Object]) -> None:
    """Give every element the standard role it has by its own file's maps.

    Args:
        tree: the StructTreeRoot, with its RoleMap.
        elements: all of the tree. Those whose role nobody explains become /NonStruct: they
            are read as if what is in them stood in their parent.
    """
    known: dict[bytes, Name] = {}
    for element in elements:
        role, space = bytes(element.S), element.get(Name.NS)
        if space is not None:
            del element.NS
            element.S = _standard(role, space, tree)
            continue
        if role not in known:
            known[role] = _standard(role, None, tree)
        element.S = known[role]


def _standard(role: bytes, space: Object | None, tree: Object) -> Name:
    """The end of the chain of maps; a standard role may be mapped, too, even to itself."""
    seen: set[bytes] = set()
    while role not in seen:
        seen.add(role)
        target = _map(space, tree).get(role)
        if isinstance(target, Array) and len(target):
            target, space = target[0], target[-1]
        if isinstance(target, Name):
            role = bytes(target)
    word = role.decode(errors="replace")[1:]
    word = _NEWER.get(word, word)
    return Name(f"/{word if word in STANDARD else _NO_MEANING}")


def _map(space: Object | None, tree: Object) -> dict[bytes, Object]:
    """The map of a namespace; without one, that of the tree. Names need not be text."""
    owner, key = (space, "/RoleMapNS") if isinstance(space, Dictionary) else (tree, "/RoleMap")
    found = owner.get(key)
    named = found.items() if isinstance(found, Dictionary) else ()
    return {name.encode(errors="surrogateescape"): target for name, target in named}
