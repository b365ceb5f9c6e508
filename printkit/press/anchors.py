"""Tell where a document's ids and headings stand on its pages, in PDF's coordinates.

Takes a `weasyprint.Document` that was laid out, gives anchors by id, and the outline.
"""

from typing import Any

from printkit.pages import Bookmark, Position
from printkit.press.loading import weasyprint

_POINTS = 0.75  # points in a CSS pixel


def anchors_of(document: weasyprint.Document) -> dict[str, Position]:
    """Return the position of each id; the first position if several boxes have the same id."""
    anchors: dict[str, Position] = {}
    for number, page in enumerate(document.pages):
        for name, (left, top, *_) in page.anchors.items():
            anchors.setdefault(name, _position(number, page, left, top))
    return anchors


def text_tops_of(document: weasyprint.Document) -> tuple[float, ...]:
    """Return the upper edge of the text area of each page, in points from the lower edge."""
    # WeasyPrint's public Page (document.py) does not tell where its margins end; its private box
    # does.
    return tuple(
        _position(number, page, 0, page._page_box.content_box_y()).y
        for number, page in enumerate(document.pages)
    )


def bookmarks_of(document: weasyprint.Document) -> tuple[Bookmark, ...]:
    """Return the entries of the outline in reading order."""
    return tuple(
        Bookmark(level, label, _position(number, page, left, top))
        for number, page in enumerate(document.pages)
        for level, label, (left, top), _ in page.bookmarks
    )


def _position(number: int, page: Any, left: float, top: float) -> Position:
    """Return a position in points from the lower edge; WeasyPrint counts pixels from the top."""
    return Position(number, round(left * _POINTS, 3), round((page.height - top) * _POINTS, 3))
