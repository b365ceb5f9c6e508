"""Links: bring all rectangles of a link into one /Link element (PDF/UA-1, 7.18.5)."""

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pydyf

from printkit.press.tagging.objects import free, resolve
from printkit.press.tagging.tree import Annotation, ElementKid, StructureElement

PRINT = 4  # the flag of an annotation that may be printed: ISO 32000-1, table 165
# Square points: WeasyPrint (anchors.py, gather_anchors) makes a rectangle of no size for a link
# around a block.
NOTHING = 0.01
SLACK = 1.5  # points by which a bold or large word may stand out of the rectangle of its link


def gather_annotations(tree: StructureElement, pdf: pydyf.PDF) -> None:
    """Move annotations up to their link, drop an annotation within another, describe the rest."""
    _drop_empty(tree, pdf)
    _gather(tree, None)
    tagged = {id(annotation.body) for node in tree.walk() for annotation in _annotations(node)}
    tree.kids.extend(_strays(pdf, tagged))
    for node in list(tree.walk()):
        if node.role == "Link":
            _drop_covered(node, pdf)
            _explain(node)


def _annotations(node: StructureElement) -> list[Annotation]:
    return [kid for kid in node.kids if isinstance(kid, Annotation)]


def _gather(node: StructureElement, link: StructureElement | None) -> None:
    own = _annotations(node) if node.role != "Form" else []
    if link is not None:
        # WeasyPrint makes an annotation for every box within a link (pdf/anchors.py, add_links).
        link.kids[:0] = own
        node.kids = [kid for kid in node.kids if kid not in own]
        node.role = "Span" if node.role == "Link" else node.role
    elif node.role == "Link":
        link = node
    for kid in node.nodes:
        _gather(kid, link)
    if node is link and not _annotations(node):
        node.role = "Span"


def _strays(pdf: pydyf.PDF, tagged: set[int]) -> list[ElementKid]:
    """Return an element for each link in the margins, where only words are artifacts."""
    strays: list[ElementKid] = []
    for number, reference in enumerate(pdf.page_references):
        for entry in resolve(pdf, reference).get("Annots", ()):
            body = resolve(pdf, entry)
            if body["Subtype"] == "/Link" and id(body) not in tagged:
                strays.append(StructureElement("Link", [Annotation(number, body)]))
    return strays


def _drop_empty(tree: StructureElement, pdf: pydyf.PDF) -> None:
    for node in tree.walk():
        for annotation in _annotations(node):
            if node.role != "Form" and _size(annotation) < NOTHING:
                _drop(annotation, node, pdf)


def _drop_covered(link: StructureElement, pdf: pydyf.PDF) -> None:
    kept: list[Annotation] = []
    for one in sorted(_annotations(link), key=_size, reverse=True):
        if any(_covers(other, one) for other in kept):
            _drop(one, link, pdf)
        else:
            kept.append(one)


def _drop(annotation: Annotation, node: StructureElement, pdf: pydyf.PDF) -> None:
    body = annotation.body
    resolve(pdf, pdf.page_references[annotation.page])["Annots"].remove(body.reference)
    free(pdf, body.number)
    node.kids.remove(annotation)


def _edges(annotation: Annotation) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = annotation.body["Rect"]
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _size(annotation: Annotation) -> float:
    left, low, right, high = _edges(annotation)
    return (right - left) * (high - low)


def _covers(one: Annotation, other: Annotation) -> bool:
    if one.page != other.page:
        return False
    left, low, right, high = _edges(one)
    inner_left, inner_low, inner_right, inner_high = _edges(other)
    across = left - SLACK <= inner_left and inner_right <= right + SLACK
    return across and low - SLACK <= inner_low and inner_high <= high + SLACK


def _explain(link: StructureElement) -> None:
    """Write the words of the link, and its web address, into each annotation (PDF/UA-1, 7.18.5)."""
    words = _words(link)
    for annotation in _annotations(link):
        body = annotation.body
        body["F"] = PRINT
        address = body["A"]["URI"].string if "A" in body else ""
        on_web = urlsplit(address).scheme in ("http", "https", "mailto")
        if on_web and words and words != address:
            body["Contents"] = pydyf.String(f"{words} ({address})")
        elif words or address:
            body["Contents"] = pydyf.String(words or address)


def _words(link: StructureElement) -> str:
    """Return the words of a link; a picture counts as its description."""
    if link.element is None:
        return " ".join(mark.text.strip() for mark in link.marks() if mark.text)
    return " ".join("".join(_said(link.element)).split())


def _said(element: Element) -> Iterator[str]:
    yield element.get("alt") or ""
    yield element.text or ""
    for child in element:
        yield from _said(child)
        yield child.tail or ""
