"""Check a structure tree where PDF/UA validators do not look, and show it as text.

find_faults(pdf)           one sentence for each fault; empty if the tree is sound
show_tree(pdf)             the tree in one line: `Document(H1('A title') P('in ' Link('here')))`
find_elements(pdf, role)   the dictionaries of all elements of one role
read_texts(pdf, *roles)    the words of elements of these roles, each with its first page
read_pages(pdf)            the words of each page, in reading order
read_links(pdf)            every link, with its words and the words around it
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from ctypes import c_ushort
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader
from pypdf.generic import ArrayObject, NullObject

from tests.support.pdf_objects import list_page_numbers

ROLES = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI"),
    *("NonStruct", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
    *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note"),
    *("Reference", "Code", "Link", "Annot", "Figure", "Formula", "Form"),
}
SHOWING = ("Tj", "TJ", "'", '"')
MARKING = ("BDC", "BMC", "EMC")
BLOCKS = {"/P", "/LI", "/LBody", "/TD", "/TH", "/Caption", "/H1", "/H2", "/H3", "/H4", "/Div"}
Place = tuple[int, int]  # the number of a page or of a group drawn on a page, MCID


class Link(NamedTuple):
    """A link of the structure tree; a link over several lines has several annotations.

    Attributes:
        page: the page of the link's first annotation, counted from 0.
        words: the words of the link.
        around: all words of the paragraph or list item around the link.
        annotations: the dictionaries of the link's annotations.
    """

    page: int
    words: str
    around: str
    annotations: list[Any]


def find_faults(pdf: bytes) -> list[str]:
    """Return the faults of the structure tree: each fault once, with its number."""
    counted = Counter(_Tree(pdf).faults())
    return [f"{what} ({count}x)" if count > 1 else what for what, count in counted.items()]


def show_tree(pdf: bytes) -> str:
    """Return the tree in one line: roles, and in quotes the words of each line of text."""
    tree = _Tree(pdf)
    return tree.shown(tree.top, read_marked_words(pdf))


def find_elements(pdf: bytes, role: str) -> list[Any]:
    """Return the dictionaries of all elements of one role, in reading order."""
    return [one for one in _Tree(pdf).elements.values() if one["/S"] == f"/{role}"]


def read_texts(pdf: bytes, *roles: str) -> list[tuple[int, str]]:
    """Return page, counted from 0, and words of all elements of these roles, in reading order."""
    tree, said = _Tree(pdf), read_marked_words(pdf)
    pages = tree.pages()
    wanted = (one for one in tree.elements.values() if one["/S"].lstrip("/") in roles)
    places = [list(tree.places(one)) for one in wanted]
    return [(pages[some[0][0]], _joined(some, said)) for some in places if some]


def read_pages(pdf: bytes) -> list[str]:
    """Return the words of each page, in the order of the tree."""
    tree, said = _Tree(pdf), read_marked_words(pdf)
    pages = tree.pages()
    told: list[list[str]] = [[] for _ in pages]
    for place in tree.places(tree.top):
        if place[0] in pages:
            told[pages[place[0]]].append(said.get(place, ""))
    return [" ".join(some) for some in told]


def read_links(pdf: bytes) -> list[Link]:
    """Return every link that is in the tree, in reading order."""
    tree, said = _Tree(pdf), read_marked_words(pdf)
    shown = {
        one.idnum: number
        for number, page in enumerate(tree.reader.pages)
        for one in page.get("/Annots", ())
    }
    found = []
    for one in (one for one in tree.elements.values() if one["/S"] == "/Link"):
        block = one["/P"]
        while block["/S"] not in BLOCKS:
            block = block["/P"]
        own = [
            kid.raw_get("/Obj")
            for kid in _kids(one)
            if not isinstance(kid, int | None) and kid.get("/Type") == "/OBJR"
        ]
        own_words, around = (_joined(tree.places(each), said) for each in (one, block))
        annotations = [reference.get_object() for reference in own]
        found.append(Link(shown[own[0].idnum], own_words, around, annotations))
    return found


@lru_cache(maxsize=2)
def read_marked_words(pdf: bytes) -> dict[Place, str]:
    """Return the text of every marked-content sequence, without pictures and nested groups."""
    said: dict[Place, str] = {}
    pages = list_page_numbers(PdfReader(BytesIO(pdf)))
    for number, page in zip(pages, pypdfium2.PdfDocument(pdf), strict=True):
        letters = page.get_textpage()
        for shown in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
            place = number, pdfium.FPDFPageObj_GetMarkedContentID(shown.raw)
            length = pdfium.FPDFTextObj_GetText(shown.raw, letters.raw, None, 0) // 2
            buffer = (c_ushort * length)()
            pdfium.FPDFTextObj_GetText(shown.raw, letters.raw, buffer, 2 * length)
            text = bytes(buffer).decode("utf-16-le").rstrip("\0")
            said[place] = said.get(place, "") + text
    return said


class _Tree:
    """A structure tree that was read: each element once, parents before kids."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(BytesIO(pdf))
        self.root: Any = self.reader.root_object["/StructTreeRoot"]
        self.elements: dict[int, Any] = {}
        self.owners: dict[Place, int] = {}
        self.annotated: dict[int, int] = {}
        self.found: list[str] = []
        self.top = _kids(self.root)[0]
        for kid in _kids(self.root):
            self._enter(kid, self.root)

    def _enter(self, element: Any, parent: Any) -> None:
        number = element.indirect_reference.idnum
        role = element["/S"]
        if number in self.elements:
            self.found.append(f"a {role} stands in the tree twice")
            return
        self.elements[number] = element
        if role[1:] not in ROLES:
            self.found.append(f"{role} is no standard role")
        if element.raw_get("/P") != parent.indirect_reference:
            self.found.append(f"/P of a {role} is not its parent")
        for kid in _kids(element):
            if kid is None or isinstance(kid, NullObject):
                self.found.append(f"a kid of a {role} is not in the file")
            elif (place := self._place(kid, element)) is not None:
                if place in self.owners:
                    self.found.append("content is owned twice")
                self.owners[place] = number
            elif kid.get("/Type") == "/OBJR":
                self.annotated[kid.raw_get("/Obj").idnum] = number
            else:
                self._enter(kid, element)

    def _place(self, kid: Any, element: Any) -> Place | None:
        if isinstance(kid, int):
            return element.raw_get("/Pg").idnum, int(kid)
        if kid.get("/Type") == "/MCR":
            holder = kid if "/Pg" in kid else element
            return holder.raw_get("/Stm" if "/Stm" in kid else "/Pg").idnum, int(kid["/MCID"])
        return None

    def pages(self) -> dict[int, int]:
        """Return the number of each page, counted from 0, by the number of its object."""
        return {number: place for place, number in enumerate(list_page_numbers(self.reader))}

    def places(self, element: Any) -> Iterator[Place]:
        """Yield the places of the content of an element and of all below, in reading order."""
        for kid in _kids(element):
            if (place := self._place(kid, element)) is not None:
                yield place
            elif kid.get("/Type") != "/OBJR":
                yield from self.places(kid)

    def faults(self) -> Iterator[str]:
        """Yield every fault of the tree."""
        yield from self.found
        parents = _numbers(self.root["/ParentTree"]) if "/ParentTree" in self.root else {}
        used: set[int] = set()
        for page in self.reader.pages:
            for canvas in _canvases(page):
                yield from self._canvas_faults(canvas, parents, used)
            yield from self._annotation_faults(page, parents, used)
        for key in parents.keys() - used:
            yield f"the ParentTree's entry {key} is nobody's"
        yield from self._name_faults()
        yield from self._figure_faults()
        yield from self._leftovers()

    def _canvas_faults(self, canvas: Any, parents: dict[int, Any], used: set[int]) -> Iterator[str]:
        key, number = canvas.get("/StructParents"), canvas.indirect_reference.idnum
        if key is None or key not in parents or key in used:
            yield "a page has no entry of its own in the ParentTree"
            return
        used.add(key)
        owners = [entry.idnum for entry in parents[key].get_object()]
        drawn = list(self._drawn(canvas))
        yield from (fault for fault, _ in drawn if fault)
        mcids = [mcid for fault, mcid in drawn if not fault]
        if len(set(mcids)) < len(mcids):
            yield "an MCID is used twice on a page"
        if set(mcids) != set(range(len(owners))):
            yield "a page's entry in the ParentTree does not list its content"
        for mcid in mcids:
            owner = self.owners.get((number, mcid))
            if owner is None:
                yield "content stands in no element"
            elif mcid >= len(owners) or owners[mcid] != owner:
                yield "the ParentTree disagrees with the tree"
        for place, mcid in self.owners:
            if place == number and mcid not in mcids:
                yield "an element owns content that is not on the page"

    def _drawn(self, canvas: Any) -> Iterator[tuple[str, int]]:
        """Yield each MCID of a page, and a fault for each text that is not in the tree."""
        around: list[tuple[str, Any]] = []
        content = canvas.get("/Contents", canvas).get_object()
        # pypdf takes seconds to parse the streams of a long article; qpdf does not.
        file = pikepdf.new()  # a stream lives as long as its file
        stream = pikepdf.Stream(file, _drawn(content))
        for one in pikepdf.parse_content_stream(stream, " ".join((*MARKING, *SHOWING))):
            operands: Any = one.operands
            operator = str(one.operator)
            if operator in ("BDC", "BMC"):
                properties = operands[1] if operator == "BDC" else {}
                around.append((str(operands[0]), properties))
                if len(_heard(around)) > 1:
                    yield "content is read out within an artifact or other content", -1
                if "/MCID" in properties:
                    yield "", int(properties["/MCID"])
            elif operator == "EMC":
                around.pop()
            elif operator in SHOWING and (hidden := _hidden(around)):
                yield hidden, -1

    def _annotation_faults(
        self, page: Any, parents: dict[int, Any], used: set[int]
    ) -> Iterator[str]:
        for reference in page.get("/Annots", ()):
            annotation = reference.get_object()
            key, owner = annotation.get("/StructParent"), self.annotated.get(reference.idnum)
            if owner is None:
                yield "an annotation stands in no element"
            elif getattr(parents.get(key), "idnum", None) != owner or key in used:
                yield "the ParentTree disagrees with the tree about an annotation"
            elif annotation["/Subtype"] == "/Link" and self.elements[owner]["/S"] != "/Link":
                yield f"a link belongs to a {self.elements[owner]['/S']}"
            if not annotation.get("/Contents") or not int(annotation.get("/F", 0)) & 4:
                yield "an annotation has no words, or is not printed"
            used.add(key)

    def _name_faults(self) -> Iterator[str]:
        named = {one["/ID"]: number for number, one in self.elements.items() if "/ID" in one}
        if len(named) < sum("/ID" in one for one in self.elements.values()):
            yield "two elements have one /ID"
        listed = self.root.get("/IDTree", {}).get("/Names", [])
        names, references = listed[::2], listed[1::2]
        if names != sorted(names):
            yield "the IDTree is not sorted"
        if dict(zip(names, (one.idnum for one in references), strict=True)) != named:
            yield "the IDTree disagrees with the tree"
        for one in self.elements.values():
            attributes = one.get("/A", {})
            for name in attributes.get("/Headers", ()) if isinstance(attributes, dict) else ():
                head = self.elements.get(named.get(name, -1))
                if head is None or head["/S"] != "/TH":
                    yield "a cell names a head that is not there"

    def _figure_faults(self) -> Iterator[str]:
        for figure in (one for one in self.elements.values() if one["/S"] == "/Figure"):
            if not figure.get("/Alt"):
                yield "a figure has no description"
            left, low, right, high = map(float, figure["/A"]["/BBox"])
            sheet = figure["/Pg"]["/MediaBox"]
            if not (left < right <= sheet[2] + 1 and -1 <= low < high <= sheet[3] + 1):
                yield "a figure's box does not lie on its page"

    def _leftovers(self) -> Iterator[str]:
        """Yield a fault for each element and annotation of the file that is not in the tree."""
        shown = {one.idnum for page in self.reader.pages for one in page.get("/Annots", ())}
        for number in sorted({*self.reader.xref.get(0, {}), *self.reader.xref_objStm}):
            found = self.reader.get_object(number)
            kind = found.get("/Type") if isinstance(found, dict) else None
            if kind == "/StructElem" and number not in self.elements:
                yield "an element in the file is not in the tree"
            if kind == "/Annot" and number not in shown:
                yield "an annotation in the file is on no page"
        for number in self.annotated.keys() - shown:
            yield f"an element refers to annotation {number}, which is on no page"

    def shown(self, element: Any, said: dict[Place, str]) -> str:
        """Return one element and all elements below, in one line."""
        parts: list[str] = []
        for kid in _kids(element):
            if (place := self._place(kid, element)) is not None:
                parts.append(repr(said[place].strip()) if place in said else "*")
            elif kid.get("/Type") == "/OBJR":
                parts.append("@")
            else:
                parts.append(self.shown(kid, said))
        return f"{element['/S'][1:]}({' '.join(parts)})"


def _canvases(canvas: Any) -> Iterator[Any]:
    """Yield a page, and the page's transparent groups that hold content."""
    yield canvas
    drawn = _drawn(canvas.get("/Contents", canvas).get_object())
    for name, reference in canvas["/Resources"].get("/XObject", {}).items():
        form = reference.get_object()
        if "/StructParents" in form and f"{name} Do".encode() in drawn:
            yield from _canvases(form)


def _drawn(content: Any) -> bytes:
    """Return the content of a page, joined if the page has several streams."""
    pieces = content if isinstance(content, ArrayObject) else [content]
    return b"\n".join(piece.get_object().get_data() for piece in pieces)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]


def _numbers(node: Any) -> dict[int, Any]:
    """Return the entries of a number tree, with references as they are."""
    flat = node.get("/Nums", [])
    entries = {int(key): value for key, value in zip(flat[::2], flat[1::2], strict=True)}
    for kid in node.get("/Kids", ()):
        entries |= _numbers(kid.get_object())
    return entries


def _heard(around: list[tuple[str, Any]]) -> list[str]:
    """Return the artifacts and numbered tags around a text, outermost first."""
    return [tag for tag, properties in around if tag == "/Artifact" or "/MCID" in properties]


def _joined(places: Iterable[Place], said: dict[Place, str]) -> str:
    return " ".join(said.get(place, "").strip() for place in places)


def _hidden(around: list[tuple[str, Any]]) -> str:
    """Return why a screen reader skips a text; empty if the text is read, or is furniture."""
    if any("/MCID" in properties for _, properties in around):
        return ""
    if not any(tag == "/Artifact" for tag, _ in around):
        return "text is neither marked nor an artifact"
    furniture = any(properties.get("/Type") == "/Pagination" for _, properties in around)
    return "" if furniture else "words are hidden in an artifact"
