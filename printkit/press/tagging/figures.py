"""Figures: keep each picture that has a description, and take decoration out of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

from printkit.press.tagging.tree import MarkedContent, StructureElement
from printkit.remarks import Remark

if TYPE_CHECKING:
    from weasyprint.document import Document

POINTS_PER_PIXEL = 0.75
SVG = "{http://www.w3.org/2000/svg}"


def describe(tree: StructureElement, document: Document) -> tuple[Remark, ...]:
    """Give each figure its description and its place; make every other picture decoration.

    A picture is decoration if its markup says so (`alt=""`, `aria-hidden`, a `role` of none or
    presentation), or if CSS draws the picture. A picture that nothing describes is decoration,
    too, and gets remark PK604.
    """
    _join_pieces(tree)
    remarks: list[Remark] = []
    last_id = ""
    for node in list(tree.walk()):
        last_id = node.attribute("id") or last_id
        if any(mark.is_text for mark in node.kids if isinstance(mark, MarkedContent)):
            # In the place of a picture that cannot be loaded, WeasyPrint prints `alt` as text
            # (html.py, handle_img).
            node.role = "Span" if node.role == "Figure" else node.role
        elif node.role == "Figure" and (words := _description(node)):
            node.entries["Alt"] = words
            _locate(node, document)
        else:
            if node.role == "Figure" and not _decorative(node):
                remarks.append(_undescribed(node, last_id))
            node.kids = [kid for kid in node.kids if not isinstance(kid, MarkedContent)]
    return tuple(remarks)


def _join_pieces(tree: StructureElement) -> None:
    """Make one figure of each element that stands for a picture, such as the pieces of a picture.

    The figure has all pieces, on whichever page, and one description.
    """
    for node in tree.walk():
        if node.attribute("role") == "img" and node.attribute("aria-label"):
            node.role = "Figure"
            node.kids = list(node.marks())


def _description(node: StructureElement) -> str:
    if _decorative(node):
        return ""
    drawing = node.element if node.tag == f"{SVG}svg" else None
    title = "" if drawing is None else drawing.findtext(f"{SVG}title")
    words = (node.attribute("alt"), node.attribute("aria-label"), title, node.attribute("title"))
    return next((" ".join(said.split()) for said in words if said and said.strip()), "")


def _decorative(node: StructureElement) -> bool:
    return (
        (node.element is not None and node.element.get("alt") == "")
        or node.attribute("aria-hidden") == "true"
        or node.attribute("role") in ("none", "presentation")
    )


def _undescribed(node: StructureElement, last_id: str) -> Remark:
    name = (node.attribute("src") or "a drawing")[:100]
    number = next((mark.page + 1 for mark in node.marks()), 0)
    told = "a picture has no description, and is taken for decoration"
    # Every id of an article begins with the article's prefix; preflight finds the article by it.
    return Remark("PK604", told, page=number, article=last_id, file=name)


def _locate(node: StructureElement, document: Document) -> None:
    """Write the bounding box, in points from the lower left corner of the page.

    Of a figure on several pages this is the box of the part on the first page.
    """
    marks = list(node.marks())
    if node.box is None or not marks:
        return
    page = marks[0].page
    parts = [mark.box for mark in marks if mark.page == page] if len(marks) > 1 else [node.box]
    height = document.pages[page].height
    lefts, tops = [one.content_box_x() for one in parts], [one.content_box_y() for one in parts]
    right = max(left + one.width for left, one in zip(lefts, parts, strict=True))
    bottom = max(top + one.height for top, one in zip(tops, parts, strict=True))
    corners = (min(lefts), height - bottom, right, height - min(tops))
    points = (round(corner * POINTS_PER_PIXEL, 3) for corner in corners)
    node.attributes |= {"O": "/Layout", "BBox": pydyf.Array(points)}
