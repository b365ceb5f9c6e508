"""Give the elements of an insert standard roles, so that the bound file needs no role map.

Two files may use the same name for different roles, so their role maps cannot be joined. Instead,
each element gets the standard role that the role map of its own file gives it.
"""

from collections.abc import Iterable
from typing import Final

from pikepdf import Array, Dictionary, Name, Object

# The standard roles of PDF 1.7: ISO 32000-1, 14.8.4.
STANDARD: Final = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
    *("NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6"),
    *("L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
    *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
}
# Roles that ISO 32000-2 added, with the nearest role of PDF 1.7.
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


def standardise_roles(tree: Object, elements: Iterable[Object]) -> None:
    """Give every element the standard role that its own file's role maps give it.

    Args:
        tree: the StructTreeRoot, with its RoleMap.
        elements: all elements of the tree. A standard role stays. A role for which there is no
            standard role becomes /NonStruct: its content counts as content of its parent.
    """
    known: dict[bytes, Name] = {}
    for element in elements:
        role, namespace = bytes(element.S), element.get(Name.NS)
        if namespace is not None:
            del element.NS
            element.S = _standard(role, namespace, tree)
            continue
        if role not in known:
            known[role] = _standard(role, None, tree)
        element.S = known[role]


def _standard(role: bytes, namespace: Object | None, tree: Object) -> Name:
    """Return the standard role at the end of the chain of role maps.

    A map may map a standard role as well, even to itself.
    """
    seen: set[bytes] = set()
    while role not in seen:
        seen.add(role)
        target = _role_map(namespace, tree).get(role)
        if isinstance(target, Array) and len(target):
            target, namespace = target[0], target[-1]
        if isinstance(target, Name):
            role = bytes(target)
    word = role.decode(errors="replace")[1:]
    word = _NEWER.get(word, word)
    return Name(f"/{word if word in STANDARD else _NO_MEANING}")


def _role_map(namespace: Object | None, tree: Object) -> dict[bytes, Object]:
    """Return the role map of a namespace, or the tree's map if there is no namespace."""
    if isinstance(namespace, Dictionary):
        found = namespace.get("/RoleMapNS")
    else:
        found = tree.get("/RoleMap")
    named = found.items() if isinstance(found, Dictionary) else ()
    # A PDF name is a sequence of bytes, and may be no valid UTF-8.
    return {name.encode(errors="surrogateescape"): target for name, target in named}
