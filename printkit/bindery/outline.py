"""Write the outline of the bound file: bookmarks, nested by their levels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pikepdf import Dictionary, Name, Object, Pdf, String

from printkit.bindery.links import destination
from printkit.pages import Bookmark


class _OutlineItem:
    """An outline item and the items nested in it. The root of the outline has level 0."""

    def __init__(self, level: int, body: Object) -> None:
        self.level = level
        self.body = body
        self.nested: list[_OutlineItem] = []


def add_outline(pdf: Pdf, bookmarks: Sequence[Bookmark], pages: Sequence[Object]) -> None:
    """Give the file an outline, which viewers show when they open the file.

    Items of the first level are open: their nested items are shown. All others are closed.

    Args:
        pdf: the file that is bound.
        bookmarks: in reading order, with pages of the whole file. A level may be skipped.
        pages: all pages of the file.
    """
    if not bookmarks:
        return
    root = _OutlineItem(0, pdf.make_indirect(Dictionary(Type=Name.Outlines)))
    path = [root]
    for bookmark in bookmarks:
        while path[-1].level >= bookmark.level:
            path.pop()
        body = Dictionary(Title=String(bookmark.label), Dest=destination(pages, bookmark.place))
        item = _OutlineItem(bookmark.level, pdf.make_indirect(body))
        path[-1].nested.append(item)
        path.append(item)
    _link_items(root)
    # The root counts all items that are shown: ISO 32000-1, table 152. Here, two levels are.
    root.body.Count = len(root.nested) + sum(len(item.nested) for item in root.nested)
    pdf.Root.Outlines = root.body
    pdf.Root.PageMode = Name.UseOutlines


def _link_items(item: _OutlineItem) -> None:
    """Link an item to its nested items, and these to each other."""
    if not item.nested:
        return
    bodies = [one.body for one in item.nested]
    item.body.First, item.body.Last = bodies[0], bodies[-1]
    # A closed item states the number of its hidden items below 0: ISO 32000-1, table 153.
    item.body.Count = len(bodies) if item.level == 1 else -len(bodies)
    for before, after in pairwise(bodies):
        before.Next, after.Prev = after, before
    for one in item.nested:
        one.body.Parent = item.body
        _link_items(one)
