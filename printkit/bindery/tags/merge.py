"""Structure trees under one /Document: each part's and each insert's becomes a /Part of the book's.

A part's own /Document is made that /Part, so that none of its elements is touched: they are
copied by qpdf in one go, and Python looks at the keys of the ParentTrees alone. Somebody
else's tree is looked through, element by element.
"""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from printkit.bindery.appended_pages import Gathering, Inlay, bearers
from printkit.bindery.name_tree import name_tree
from printkit.bindery.tags import classes, ids, roles
from printkit.bindery.tags.foreign_tags import Adopted, adopt

_KEYS = (Name.StructParents, Name.StructParent)


def merge(pdf: Pdf, gathered: Sequence[Gathering | Inlay], language: str) -> None:
    """Give the file one structure tree.

    Args:
        pdf: the file that is bound.
        gathered: parts and inserts; those that are not tagged are passed over, and inserts
            whose tree is not whole lose it.
        language: of the file; parts in another one say so.
    """
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([top])))
    top.P = root
    ledger = _TreeIndex()
    tops = []
    for one in gathered:
        if part := _entered(pdf, one, ledger):
            part.P = top
            _describe(part, one, language)
            tops.append(part)
    top.K = Array(tops)
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(ledger.parents)))
    root.ParentTreeNextKey = ledger.next_key
    root.IDTree = pdf.make_indirect(ledger.id_tree)
    if ledger.classes:
        root.ClassMap = Dictionary(ledger.classes)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _entered(pdf: Pdf, one: Gathering | Inlay, ledger: "_TreeIndex") -> Object | None:
    """The /Part that a part's or an insert's tree has become; None if it is not tagged."""
    if isinstance(one, Gathering):
        if one.tree is None:
            return None
        ledger.enter(one, one.tree)
        return one.tree.K[0]
    adopted = adopt(one.tree, bearers(one)) if one.tree is not None else None
    if one.tree is None or adopted is None:
        _unmark(one)
        return None
    roles.standardise(one.tree, adopted.elements)
    ledger.welcome(adopted, one.tree)
    for sheet in one.sheets:
        sheet.Tabs = Name.S
    return _single(pdf, adopted.tops)


def _single(pdf: Pdf, tops: list[Object]) -> Object:
    """One element for all: their own /Document, or one that is put above them."""
    if len(tops) == 1 and Name.Document == tops[0].S:
        return tops[0]
    above = pdf.make_indirect(Dictionary(Type=Name.StructElem, K=Array(tops)))
    for top in tops:
        top.P = above
    return above


def _describe(part: Object, one: Gathering | Inlay, language: str) -> None:
    """Say what the part is called, and its language unless it says that itself."""
    about = one.part if isinstance(one, Gathering) else one
    title = one.part.title if isinstance(one, Gathering) else one.insert.title
    part.S = Name.Part
    part.T = String(title)
    if about.language.lower() not in ("", language.lower()) and Name.Lang not in part:
        part.Lang = String(about.language)


def _unmark(inlay: Inlay) -> None:
    """Leave an insert's tree behind, and what points into it."""
    for bearer in bearers(inlay):
        for key in _KEYS:
            if key in bearer:
                del bearer[key]


class _TreeIndex:
    """The entries of the ParentTree, the IDTree and the ClassMap."""

    def __init__(self) -> None:
        self.parents: list[Object | int] = []
        self.classes: dict[str, Object] = {}
        self._ids: dict[bytes, Object] = {}
        self._welcomed = 0
        self.next_key = 0

    def enter(self, gathering: Gathering, tree: Object) -> None:
        """Number a part's entries from the next key on, and all that bears their numbers."""
        entries = tree.ParentTree.Nums.as_list()
        for key, parents in zip(entries[::2], entries[1::2], strict=True):
            self.parents += (int(key) + self.next_key, parents)
        for bearer in bearers(gathering):
            for key in _KEYS:
                if key in bearer:
                    bearer[key] = bearer[key] + self.next_key
        self.next_key += len(entries) // 2
        if Name.IDTree in tree:
            named = list(tree.IDTree.Names.as_list())[1::2]
            if opening := self._opening(named):
                ids.prefix(named, opening)
            self._name(named)

    def welcome(self, adopted: Adopted, tree: Object) -> None:
        """Number what was taken of a foreign tree, entry by entry."""
        for bearer, key, entry in adopted.entries:
            self.parents += (self.next_key, entry)
            bearer[key] = self.next_key
            self.next_key += 1
        self._welcomed += 1
        own = classes.renamed(tree, adopted.elements, f"Insert{self._welcomed}-")
        self.classes |= own
        named = ids.named(adopted.elements)
        if opening := self._opening(named):
            attributes = (one.A for one in adopted.elements if Name.A in one)
            ids.rename(named, (*attributes, *own.values()), opening)
        self._name(named)

    def _opening(self, named: Sequence[Object]) -> str:
        """What these ids must open with to be unlike all others; empty if they are so."""
        number, opening = len(self._ids), ""
        own = [bytes(element.ID) for element in named]
        while any(opening.encode() + name in self._ids for name in own):
            opening = f"part-{number}-"
            number += 1
        return opening

    def _name(self, named: Sequence[Object]) -> None:
        self._ids.update((bytes(element.ID), element) for element in named)

    @property
    def id_tree(self) -> Dictionary:
        """All elements that bear an id."""
        return name_tree((element.ID, element) for element in self._ids.values())
