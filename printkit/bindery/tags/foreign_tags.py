"""Somebody else's structure tree: taken whole, or not at all.

Whole means that the tree and its ParentTree say the same of every mark and link on the pages.
What either says beyond that is not taken, so nothing of the foreign tree can point astray.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Stream

_Id = tuple[int, int]
# By which an object finds its entry: content by a list of elements, an annotation by one.
_KEYS: Final = (Name.StructParents, Name.StructParent)


class Adopted(NamedTuple):
    """What is taken of a tree.

    Attributes:
        tops: the elements below its root.
        elements: all of them, parents before kids.
        entries: each page, drawing or annotation that bears a key of the ParentTree, that key's
            name, and the entry.
    """

    tops: list[Object]
    elements: list[Object]
    entries: list[tuple[Object, Name, Object]]


class _NotWholeError(Exception):
    """The tree contradicts itself."""


def adopt(tree: Object, bearers: Iterable[Object]) -> Adopted | None:
    """Look through a tree that may be anything.

    Args:
        tree: a StructTreeRoot.
        bearers: all that may bear a key of its ParentTree, each once; keys that lead to
            nothing are taken from them.

    Returns:
        Nothing if the tree is not whole.
    """
    try:
        walk = _Walk(tree)
        entries = list(_entries(walk, _numbered(tree.get(Name.ParentTree)), bearers))
    except _NotWholeError:
        return None
    bare = len(walk.content) + len(walk.annotated) > len(entries)
    return None if bare or not walk.tops else Adopted(walk.tops, walk.elements, entries)


def _kids(element: Object) -> list[Object]:
    """What stands right below an element or the root."""
    below = element.get(Name.K)
    return [below] if isinstance(below, Dictionary | int) else _listed(below)


class _Walk:
    """All elements, and what each says it owns."""

    def __init__(self, tree: Object) -> None:
        self.elements: list[Object] = []
        self.content: dict[_Id, dict[int, Object]] = {}
        self.annotated: dict[_Id, Object] = {}
        self._root = tree.objgen
        self._seen = {tree.objgen}
        ahead = [(kid, tree) for kid in reversed(_kids(tree))]
        self.tops = [kid for kid, _ in reversed(ahead)]
        while ahead:
            kid, parent = ahead.pop()
            if self._is_element(kid, parent):
                self.elements.append(kid)
                ahead += [(below, kid) for below in reversed(_kids(kid))]

    def _is_element(self, kid: Object, parent: Object) -> bool:
        if isinstance(kid, int):
            self._own(parent.get(Name.Pg), kid, parent)
            return False
        _must(isinstance(kid, Dictionary))
        kind = kid.get(Name.Type, Name.StructElem)
        if kind == Name.MCR:
            page = kid.get(Name.Pg, parent.get(Name.Pg))
            self._own(kid.get(Name.Stm, page), kid.get(Name.MCID), parent)
        elif kind == Name.OBJR:
            found = _identity(kid.get(Name.Obj))
            _must(found not in self.annotated and parent.objgen != self._root)
            self.annotated[found] = parent
        else:
            _must(kind == Name.StructElem)
            self._enter(kid, parent)
            return True
        return False

    def _enter(self, element: Object, parent: Object) -> None:
        _must(isinstance(element.get(Name.S), Name) and _identity(element) not in self._seen)
        _must(_identity(element.get(Name.P)) == parent.objgen)
        self._seen.add(element.objgen)

    def _own(self, canvas: Object | None, mark: Object | int | None, owner: Object) -> None:
        owned = self.content.setdefault(_identity(canvas), {})
        _must(isinstance(mark, int) and mark not in owned and owner.objgen != self._root)
        owned[int(mark or 0)] = owner


def _entries(
    walk: _Walk, numbered: dict[int, Object], bearers: Iterable[Object]
) -> Iterator[tuple[Object, Name, Object]]:
    """The entries that the pages ask for, if they say what the tree says; each is for one."""
    for bearer in bearers:
        owned, owner = walk.content.get(bearer.objgen), walk.annotated.get(bearer.objgen)
        for key, wanted in zip(_KEYS, (owned, owner), strict=True):
            if wanted is None:
                if key in bearer:
                    del bearer[key]
                continue
            number = bearer.get(key)
            if not isinstance(number, int) or number not in numbered:
                raise _NotWholeError
            entry = numbered.pop(number)
            _must(_owners(entry) == _wanted(wanted))
            yield bearer, key, entry


def _owners(entry: Object) -> dict[int, _Id] | _Id:
    if isinstance(entry, Array):
        return {mark: _identity(one) for mark, one in enumerate(entry) if one is not None}
    return _identity(entry)


def _wanted(owned: dict[int, Object] | Object) -> dict[int, _Id] | _Id:
    if isinstance(owned, dict):
        return {mark: owner.objgen for mark, owner in owned.items()}
    return owned.objgen


def _numbered(tree: Object | None) -> dict[int, Object]:
    """The entries of a number tree, which may have branches."""
    found: dict[int, Object] = {}
    seen = set()
    ahead = [tree]
    while ahead:
        node = ahead.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            raise _NotWholeError
        seen.add(node.objgen)
        ahead += _listed(node.get(Name.Kids))
        listed = _listed(node.get(Name.Nums))
        for key, entry in zip(listed[::2], listed[1::2], strict=False):
            if not isinstance(key, int) or key in found:
                raise _NotWholeError
            found[int(key)] = entry
    return found


def _listed(value: Object | None) -> list[Object]:
    return list(value) if isinstance(value, Array) else []


def _identity(one: Object | None) -> _Id:
    if not isinstance(one, Dictionary | Stream) or not one.is_indirect:
        raise _NotWholeError
    return one.objgen


def _must(holds: bool) -> None:
    if not holds:
        raise _NotWholeError
