"""Write the tree back into the PDF: elements, ParentTree and IDTree; other marks are artifacts."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING

import pydyf

from printkit.press.tagging.artifacts import Artifacts
from printkit.press.tagging.objects import free, root_and_document
from printkit.press.tagging.tree import Annotation, ElementKid, MarkedContent, StructureElement

if TYPE_CHECKING:
    from weasyprint.document import Document

STRUCTURE = ("/StructElem", "/OBJR")


def write_tree(
    tree: StructureElement, marks: list[MarkedContent], document: Document, pdf: pydyf.PDF
) -> None:
    """Replace the tree that was read by this tree.

    Args:
        tree: the /Document node.
        marks: every mark on every page; a mark that is not in the tree becomes an artifact.
        document: the `weasyprint.Document`.
        pdf: its `pydyf.PDF`.
    """
    root, top = root_and_document(pdf)
    objects = _ObjectTable(pdf, top)
    objects.place(tree, top)
    _number_marks(marks, objects.owners, Artifacts(document))
    for node in tree.walk():
        objects.fill(node)
    parents = _parents(tree, marks, objects)
    entries = (entry for key in sorted(parents) for entry in (key, parents[key]))
    root["ParentTree"] = objects.put(pydyf.Dictionary({"Nums": pydyf.Array(entries)}))
    root["ParentTreeNextKey"] = len(parents)
    if names := _names(tree, objects):
        root["IDTree"] = objects.put(pydyf.Dictionary({"Names": names}))
    objects.close()


class _ObjectTable:
    """The PDF object of each node; new objects take the numbers of the old objects."""

    def __init__(self, pdf: pydyf.PDF, top: pydyf.Dictionary) -> None:
        self.pdf = pdf
        self.pages = pdf.page_references
        self.owners: dict[int, StructureElement] = {}
        self._elements: dict[int, pydyf.Dictionary] = {}
        self._vacant = deque(
            found.number
            for found in pdf.objects
            if isinstance(found, pydyf.Dictionary)
            and found.get("Type") in STRUCTURE
            and found is not top
        )

    def put(self, made: pydyf.Object) -> bytes:
        """Take an object into the file; return its reference."""
        if self._vacant:
            made.number = self._vacant.popleft()
            self.pdf.objects[made.number] = made
        else:
            self.pdf.add_object(made)
        reference: bytes = made.reference
        return reference

    def place(self, node: StructureElement, element: pydyf.Dictionary) -> None:
        """Make the objects of a node and of the nodes below it; note the owner of each mark."""
        self._elements[id(node)] = element
        for kid in node.kids:
            if isinstance(kid, MarkedContent):
                self.owners[id(kid)] = node
            elif isinstance(kid, StructureElement):
                below = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{kid.role}"})
                below["P"] = element.reference
                self.put(below)
                self.place(kid, below)

    def reference(self, node: StructureElement) -> bytes:
        reference: bytes = self._elements[id(node)].reference
        return reference

    def fill(self, node: StructureElement) -> None:
        """Write the entries, attributes and kids of a node into its object."""
        element = self._elements[id(node)]
        first = next((kid for kid in node.kids if isinstance(kid, MarkedContent)), None)
        page = None if first is None else first.page
        if page is not None:
            element["Pg"] = self.pages[page]
        for name, text in sorted(node.entries.items()):
            element[name] = pydyf.String(text)
        if node.attributes:
            element["A"] = pydyf.Dictionary(node.attributes)
        element["K"] = pydyf.Array(self._kid(kid, page) for kid in node.kids)

    def _kid(self, kid: ElementKid, page: int | None) -> pydyf.Dictionary | bytes | int:
        if isinstance(kid, StructureElement):
            return self.reference(kid)
        here = {"Pg": self.pages[kid.page]}
        if isinstance(kid, Annotation):
            return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.body.reference, **here})
        # A number alone (an MCID) points to content of the page that the element names in /Pg. For
        # content of another page, or of a form XObject, this method writes a marked-content
        # reference: ISO 32000-1, 14.7.4.2.
        mcid = kid.entry["MCID"]
        if kid.canvas.grouped:
            here["Stm"] = kid.canvas.stream.reference
        elif kid.page == page:
            return mcid
        return pydyf.Dictionary({"Type": "/MCR", "MCID": mcid, **here})

    def close(self) -> None:
        """Free the numbers that were not used again."""
        for number in self._vacant:
            free(self.pdf, number)


def _number_marks(
    marks: list[MarkedContent], owners: dict[int, StructureElement], artifacts: Artifacts
) -> None:
    """Give the marks of the tree numbers from 0 on each canvas; make other marks artifacts."""
    counts: defaultdict[int, int] = defaultdict(int)
    for mark in marks:
        canvas = id(mark.canvas)
        if id(mark) in owners:
            mark.entry["MCID"] = counts[canvas]
            counts[canvas] += 1
        else:
            items = mark.canvas.stream.stream
            # In pydyf's stream the tag stands just before the property dictionary.
            items[mark.position - 1 : mark.position + 1] = ["/Artifact", artifacts.properties(mark)]


def _parents(
    tree: StructureElement, marks: list[MarkedContent], objects: _ObjectTable
) -> dict[int, pydyf.Array | bytes]:
    """Return the ParentTree: the element of each mark on a canvas, and of each annotation."""
    # WeasyPrint (pdf/__init__.py) gives each page its number as /StructParents, and the ParentTree
    # has one key for each (ISO 32000-1, 14.7.4.4). So other keys come after these.
    parents: dict[int, pydyf.Array | bytes] = {
        page: pydyf.Array() for page in range(len(objects.pages))
    }
    groups: dict[int, int] = {}
    for mark in marks:
        if (owner := objects.owners.get(id(mark))) is None:
            continue
        key = mark.page
        if mark.canvas.grouped:
            key = groups.setdefault(id(mark.canvas), len(parents))
            mark.canvas.stream.extra["StructParents"] = key
        parents.setdefault(key, pydyf.Array()).append(objects.reference(owner))
    for node in tree.walk():
        for kid in node.kids:
            if isinstance(kid, Annotation):
                kid.body["StructParent"] = len(parents)
                parents[len(parents)] = objects.reference(node)
    return parents


def _names(tree: StructureElement, objects: _ObjectTable) -> pydyf.Array:
    """Return the entries of the IDTree, sorted as a name tree asks (ISO 32000-1, 7.9.6)."""
    named = sorted(
        (node.entries["ID"], objects.reference(node))
        for node in tree.walk()
        if "ID" in node.entries
    )
    return pydyf.Array(
        entry for name, reference in named for entry in (pydyf.String(name), reference)
    )
