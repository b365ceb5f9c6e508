"""WeasyPrint's structure tree: pydyf objects go in, a `StructureElement` and all marks come out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pydyf

from printkit.press.tagging.memory import box_of, shown_on
from printkit.press.tagging.objects import resolve, root_and_document
from printkit.press.tagging.tree import (
    Annotation,
    Canvas,
    ElementKid,
    MarkedContent,
    StructureElement,
)

if TYPE_CHECKING:
    from weasyprint.document import Document

Marks = dict[tuple[int, int], MarkedContent]


def read_elements(
    document: Document, pdf: pydyf.PDF
) -> tuple[StructureElement, list[MarkedContent]]:
    """Read the tree that WeasyPrint made.

    Returns:
        The /Document node, and every mark on every page in drawing order, also the marks
        that stand in no element.
    """
    pages = {reference: number for number, reference in enumerate(pdf.page_references)}
    marks = _marks(document, pdf)

    def kid(entry: int | bytes, page: int) -> ElementKid:
        if isinstance(entry, int):
            return marks[page, entry]
        found = resolve(pdf, entry)
        if found["Type"] == "/OBJR":
            return Annotation(pages[found["Pg"]], resolve(pdf, found["Obj"]))
        return node(found)

    def node(element: pydyf.Dictionary) -> StructureElement:
        page = pages.get(element.get("Pg"), 0)
        kids = [kid(entry, page) for entry in element["K"]]
        return StructureElement(element["S"].lstrip("/"), kids, box_of(element))

    return node(root_and_document(pdf)[1]), list(marks.values())


def _marks(document: Document, pdf: pydyf.PDF) -> Marks:
    marks: Marks = {}
    for number, (page, reference) in enumerate(
        zip(document.pages, pdf.page_references, strict=True)
    ):
        shown = shown_on(page)
        for canvas in _canvases(number, resolve(pdf, reference), pdf):
            for position, entry in enumerate(canvas.stream.stream):
                if isinstance(entry, dict) and "MCID" in entry:
                    mcid = entry["MCID"]
                    marks[number, mcid] = MarkedContent(canvas, position, shown[mcid])
    return marks


def _canvases(number: int, page: pydyf.Dictionary, pdf: pydyf.PDF) -> Iterator[Canvas]:
    """Yield the stream of a page, and of the transparent groups on it: WeasyPrint marks both."""
    waiting = [(resolve(pdf, page["Contents"]), resolve(pdf, page["Resources"]))]
    while waiting:
        stream, resources = waiting.pop()
        yield Canvas(number, stream, grouped="Subtype" in stream.extra)
        drawn = resources["XObject"]
        for item in stream.stream:
            if isinstance(item, bytes) and item.endswith(b" Do"):
                found = resolve(pdf, drawn[item[1:-3].decode()])
                if found.extra["Subtype"] == "/Form" and "Group" in found.extra:
                    waiting.append((found, resolve(pdf, found.extra["Resources"])))
