"""Structure trees under one /Document: each part's becomes a /Part of the book's.

A part's own /Document is made that /Part, so that none of its elements is touched: they are
copied by qpdf in one go, and Python looks at the keys of the ParentTrees alone.
"""

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from printkit.bindery import ids
from printkit.bindery.gathering import Gathering
from printkit.bindery.names import name_tree
from printkit.bindery.resources import canvases


def merge(pdf: Pdf, gatherings: Sequence[Gathering], language: str) -> None:
    """Give the file one structure tree.

    Args:
        pdf: the file that is bound.
        gatherings: the parts; those that are not tagged are passed over.
        language: of the file; parts in another one say so.
    """
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([top])))
    top.P = root
    ledger = _Ledger()
    tops = []
    for gathering in gatherings:
        if gathering.tree is not None:
            ledger.enter(gathering, gathering.tree)
            tops.append(_part(gathering.tree.K[0], top, gathering, language))
    top.K = Array(tops)
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(ledger.parents)))
    root.ParentTreeNextKey = ledger.next_key
    root.IDTree = pdf.make_indirect(ledger.id_tree)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _part(document: Object, top: Object, gathering: Gathering, language: str) -> Object:
    document.S = Name.Part
    document.P = top
    document.T = String(gathering.part.title)
    if gathering.part.language not in ("", language):
        document.Lang = String(gathering.part.language)
    return document


class _Ledger:
    """The entries of the ParentTree and of the IDTree."""

    def __init__(self) -> None:
        self.parents: list[Object | int] = []
        self._ids: dict[bytes, Object] = {}
        self.next_key = 0

    def enter(self, gathering: Gathering, tree: Object) -> None:
        """Number a part's entries from the next key on, and all that bears their numbers."""
        entries = tree.ParentTree.Nums.as_list()
        for key, parents in zip(entries[::2], entries[1::2], strict=True):
            self.parents += (int(key) + self.next_key, parents)
        for bearer in _bearers(gathering):
            for kind in (Name.StructParents, Name.StructParent):
                if kind in bearer:
                    bearer[kind] = bearer[kind] + self.next_key
        self.next_key += len(entries) // 2
        if Name.IDTree in tree:
            self._name(list(tree.IDTree.Names.as_list())[1::2])

    def _name(self, elements: Sequence[Object]) -> None:
        if any(bytes(element.ID) in self._ids for element in elements):
            ids.prefix(elements, f"part-{len(self._ids)}-")
        self._ids.update((bytes(element.ID), element) for element in elements)

    @property
    def id_tree(self) -> Dictionary:
        """All elements that bear an id."""
        return name_tree((element.ID, element) for element in self._ids.values())


def _bearers(gathering: Gathering) -> Iterator[Object]:
    """Pages, annotations, and the transparent groups drawn on pages, each once."""
    yield from gathering.sheets
    yield from gathering.annotations
    seen = set()
    for resources in gathering.resources:
        for canvas in canvases(resources):
            if canvas.objgen not in seen:
                seen.add(canvas.objgen)
                yield canvas
