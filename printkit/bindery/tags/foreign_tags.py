"""Read an insert's structure tree: the whole tree, or nothing of it.

In: a StructTreeRoot that may hold anything, and the objects on the pages that may point into
it. Out: its elements, and its entries for the ParentTree; None if the tree is not consistent.

A tree is consistent if its elements and its ParentTree agree on every marked content sequence
and every annotation of the pages. Entries beyond that are not taken, so that nothing of the
tree can point outside the insert.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Stream

_Id = tuple[int, int]
# /StructParents leads from a page or stream to an array of elements, one for each MCID.
# /StructParent leads from an annotation to one element.
_KEYS: Final = (Name.StructParents, Name.StructParent)


class ForeignTree(NamedTuple):
    """An insert's structure tree.

    Attributes:
        tops: the elements right below its root.
        elements: all elements, each before its kids.
        entries: the entries of its ParentTree, each with the object that has the entry's key
            (a page, a drawn stream or an annotation) and the name of that key.
    """

    tops: list[Object]
    elements: list[Object]
    entries: list[tuple[Object, Name, Object]]


class _InconsistentTreeError(Exception):
    """The tree is damaged: for example, an element has two places in the tree."""


def read_tree(tree: Object, page_objects: Iterable[Object]) -> ForeignTree | None:
    """Read a structure tree that may hold anything.

    Args:
        tree: a StructTreeRoot.
        page_objects: all objects that may have a key of its ParentTree, each once. Keys that
            lead to no element are removed from them.

    Returns:
        The tree; None if it is not consistent.
    """
    try:
        walk = _Walk(tree)
        entries = list(_tag_entries(walk, _numbered(tree.get(Name.ParentTree)), page_objects))
    except _InconsistentTreeError:
        return None
    # An element may name content of an object that is on no page, and so has no entry.
    is_incomplete = len(walk.content) + len(walk.annotated) > len(entries)
    if is_incomplete or not walk.tops:
        return None
    return ForeignTree(walk.tops, walk.elements, entries)


def _kids(element: Object) -> list[Object]:
    """Return the kids right below an element or the root: elements, MCIDs, references."""
    kids = element.get(Name.K)
    return [kids] if isinstance(kids, Dictionary | int) else _items(kids)


class _Walk:
    """A walk over all elements of a tree.

    Attributes:
        tops: the elements right below the root.
        elements: all elements, each before its kids.
        content: the element of each MCID, by the page or stream that has the content.
        annotated: the element of each annotation.
    """

    def __init__(self, tree: Object) -> None:
        self.elements: list[Object] = []
        self.content: dict[_Id, dict[int, Object]] = {}
        self.annotated: dict[_Id, Object] = {}
        self._root = tree.objgen
        self._seen = {tree.objgen}
        waiting = [(kid, tree) for kid in reversed(_kids(tree))]
        self.tops = [kid for kid, _ in reversed(waiting)]
        while waiting:
            kid, parent = waiting.pop()
            if self._is_element(kid, parent):
                self.elements.append(kid)
                waiting += [(below, kid) for below in reversed(_kids(kid))]

    def _is_element(self, kid: Object, parent: Object) -> bool:
        """Return whether a kid is an element; note content and annotations.

        ISO 32000-1, 14.7.4.2 and 14.7.4.3.
        """
        if isinstance(kid, int):
            self._note_content(parent.get(Name.Pg), kid, parent)
            return False
        _require(isinstance(kid, Dictionary))
        kind = kid.get(Name.Type, Name.StructElem)
        if kind == Name.MCR:
            page = kid.get(Name.Pg, parent.get(Name.Pg))
            self._note_content(kid.get(Name.Stm, page), kid.get(Name.MCID), parent)
        elif kind == Name.OBJR:
            found = _identity(kid.get(Name.Obj))
            _require(found not in self.annotated and parent.objgen != self._root)
            self.annotated[found] = parent
        else:
            _require(kind == Name.StructElem)
            self._note_element(kid, parent)
            return True
        return False

    def _note_element(self, element: Object, parent: Object) -> None:
        """Note an element; it must have a role, one parent, and no second place in the tree."""
        _require(isinstance(element.get(Name.S), Name) and _identity(element) not in self._seen)
        _require(_identity(element.get(Name.P)) == parent.objgen)
        self._seen.add(element.objgen)

    def _note_content(
        self, stream: Object | None, mcid: Object | int | None, owner: Object
    ) -> None:
        """Note the element of marked content; no other element may have the same content."""
        owners = self.content.setdefault(_identity(stream), {})
        _require(isinstance(mcid, int) and mcid not in owners and owner.objgen != self._root)
        owners[int(mcid or 0)] = owner


def _tag_entries(
    walk: _Walk, numbered: dict[int, Object], page_objects: Iterable[Object]
) -> Iterator[tuple[Object, Name, Object]]:
    """Yield the ParentTree's entry for each key of the page objects.

    Each entry must agree with the elements, and belong to one object only.
    """
    for one in page_objects:
        owners, owner = walk.content.get(one.objgen), walk.annotated.get(one.objgen)
        for key, expected in zip(_KEYS, (owners, owner), strict=True):
            if expected is None:
                if key in one:
                    del one[key]
                continue
            number = one.get(key)
            if not isinstance(number, int) or number not in numbered:
                raise _InconsistentTreeError
            entry = numbered.pop(number)
            _require(_entry_identities(entry) == _identities(expected))
            yield one, key, entry


def _entry_identities(entry: Object) -> dict[int, _Id] | _Id:
    if isinstance(entry, Array):
        return {mcid: _identity(one) for mcid, one in enumerate(entry) if one is not None}
    return _identity(entry)


def _identities(owners: dict[int, Object] | Object) -> dict[int, _Id] | _Id:
    if isinstance(owners, dict):
        return {mcid: owner.objgen for mcid, owner in owners.items()}
    return owners.objgen


def _numbered(tree: Object | None) -> dict[int, Object]:
    """Return the entries of a number tree by their numbers."""
    found: dict[int, Object] = {}
    seen = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Dictionary) or (node.is_indirect and node.objgen in seen):
            raise _InconsistentTreeError
        seen.add(node.objgen)
        waiting += _items(node.get(Name.Kids))
        entries = _items(node.get(Name.Nums))
        for key, entry in zip(entries[::2], entries[1::2], strict=False):
            if not isinstance(key, int) or key in found:
                raise _InconsistentTreeError
            found[int(key)] = entry
    return found


def _items(value: Object | None) -> list[Object]:
    return list(value) if isinstance(value, Array) else []


def _identity(one: Object | None) -> _Id:
    if not isinstance(one, Dictionary | Stream) or not one.is_indirect:
        raise _InconsistentTreeError
    return one.objgen


def _require(holds: bool) -> None:
    if not holds:
        raise _InconsistentTreeError
