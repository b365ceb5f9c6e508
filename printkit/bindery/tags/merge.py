"""Merge structure trees: every part and every insert becomes a /Part under one /Document.

In: the appended parts and inserts. Out: the file's one structure tree, with its ParentTree,
IDTree and ClassMap.

The /Document of a printed part becomes the /Part, and none of its elements is touched: qpdf
copies them all at once, and Python changes the keys of the ParentTree alone. The tree of an
insert is read element by element.
"""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from printkit.bindery.appended_pages import AppendedInsert, AppendedPart
from printkit.bindery.name_tree import name_tree
from printkit.bindery.tags import classes, ids
from printkit.bindery.tags.foreign_tags import ForeignTree, read_tree
from printkit.bindery.tags.roles import standardise_roles

_KEYS = (Name.StructParents, Name.StructParent)


def merge_trees(pdf: Pdf, appended: Sequence[AppendedPart | AppendedInsert], language: str) -> bool:
    """Give the file one structure tree; return whether each insert kept its own tree in it.

    Args:
        pdf: the file that is bound.
        appended: parts and inserts. A part or insert without tags is passed over. An insert
            whose tree is not consistent loses the tree.
        language: the file's language. Parts in another language get a /Lang of their own.
    """
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([document])))
    document.P = root
    index = _TreeIndex()
    parts, untagged = [], 0
    for one in appended:
        part = _add_tree(pdf, one, index)
        untagged += isinstance(one, AppendedInsert) and part is None
        if part is not None:
            part.P = document
            _describe(part, one, language)
            parts.append(part)
    document.K = Array(parts)
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(index.parents)))
    root.ParentTreeNextKey = index.next_key
    root.IDTree = pdf.make_indirect(index.id_tree)
    if index.classes:
        root.ClassMap = Dictionary(index.classes)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return untagged == 0


def _add_tree(pdf: Pdf, one: AppendedPart | AppendedInsert, index: "_TreeIndex") -> Object | None:
    """Return the element that holds the tree of a part or an insert; None if untagged."""
    if isinstance(one, AppendedPart):
        if one.tree is None:
            return None
        index.add_part(one, one.tree)
        return one.tree.K[0]
    tree = read_tree(one.tree, one.parent_tree_objects) if one.tree is not None else None
    if one.tree is None or tree is None:
        _remove_keys(one)
        return None
    standardise_roles(one.tree, tree.elements)
    index.add_foreign(tree, one.tree)
    # A page with annotations must have its tab order follow the tags: PDF/UA-1, 7.18.3. The press
    # writes this entry itself.
    for page in one.pages:
        page.Tabs = Name.S
    return _single_element(pdf, tree.tops)


def _single_element(pdf: Pdf, tops: list[Object]) -> Object:
    """Return one element that holds all `tops`: the insert's own /Document, or a new element."""
    if len(tops) == 1 and Name.Document == tops[0].S:
        return tops[0]
    above = pdf.make_indirect(Dictionary(Type=Name.StructElem, K=Array(tops)))
    for top in tops:
        top.P = above
    return above


def _describe(element: Object, one: AppendedPart | AppendedInsert, language: str) -> None:
    """Make an element a /Part with a title, and with a language if it is not the file's."""
    about = one.part if isinstance(one, AppendedPart) else one
    title = one.part.title if isinstance(one, AppendedPart) else one.insert.title
    element.S = Name.Part
    element.T = String(title)
    if about.language.lower() not in ("", language.lower()) and Name.Lang not in element:
        element.Lang = String(about.language)


def _remove_keys(insert: AppendedInsert) -> None:
    """Remove from an insert's pages the keys of its ParentTree, which is not bound in."""
    for one in insert.parent_tree_objects:
        for key in _KEYS:
            if key in one:
                del one[key]


class _TreeIndex:
    """The ParentTree, the IDTree and the ClassMap of the bound file.

    Attributes:
        parents: the ParentTree's numbers and entries in turn.
        classes: the ClassMap's attribute classes by name.
        next_key: the first free number of the ParentTree.
    """

    def __init__(self) -> None:
        self.parents: list[Object | int] = []
        self.classes: dict[str, Object] = {}
        self._ids: dict[bytes, Object] = {}
        self._foreign_trees = 0
        self.next_key = 0

    def add_part(self, part: AppendedPart, tree: Object) -> None:
        """Add a part's entries under the next numbers, and renumber the keys on its pages."""
        entries = tree.ParentTree.Nums.as_list()
        for key, parents in zip(entries[::2], entries[1::2], strict=True):
            self.parents += (int(key) + self.next_key, parents)
        for one in part.parent_tree_objects:
            for key in _KEYS:
                if key in one:
                    one[key] = one[key] + self.next_key
        self.next_key += len(entries) // 2
        if Name.IDTree in tree:
            elements = list(tree.IDTree.Names.as_list())[1::2]
            if opening := self._opening(elements):
                ids.prefix_part_ids(elements, opening)
            self._add_ids(elements)

    def add_foreign(self, tree: ForeignTree, root: Object) -> None:
        """Add an insert's entries under the next numbers, its classes, and its ids."""
        for one, key, entry in tree.entries:
            self.parents += (self.next_key, entry)
            one[key] = self.next_key
            self.next_key += 1
        self._foreign_trees += 1
        own = classes.rename_classes(root, tree.elements, f"Insert{self._foreign_trees}-")
        self.classes |= own
        elements = ids.elements_with_ids(tree.elements)
        if opening := self._opening(elements):
            attributes = (one.A for one in tree.elements if Name.A in one)
            ids.prefix_ids(elements, (*attributes, *own.values()), opening)
        self._add_ids(elements)

    def _opening(self, elements: Sequence[Object]) -> str:
        """Return a prefix that makes these ids unlike all others; empty if no prefix is needed."""
        number, opening = len(self._ids), ""
        own = [bytes(element.ID) for element in elements]
        while any(opening.encode() + one in self._ids for one in own):
            opening = f"part-{number}-"
            number += 1
        return opening

    def _add_ids(self, elements: Sequence[Object]) -> None:
        self._ids.update((bytes(element.ID), element) for element in elements)

    @property
    def id_tree(self) -> Dictionary:
        """Return the IDTree: all elements that have an id."""
        return name_tree((element.ID, element) for element in self._ids.values())
