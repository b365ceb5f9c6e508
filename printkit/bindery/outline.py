"""The outline: bookmarks nested by their levels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pikepdf import Dictionary, Name, Object, Pdf, String

from printkit.bindery.links import destination
from printkit.pages import Bookmark


class _OutlineItem:
    """An entry of the outline, and those below it; `level` 0 is the outline itself."""

    def __init__(self, level: int, body: Object) -> None:
        self.level = level
        self.body = body
        self.below: list[_OutlineItem] = []


def add(pdf: Pdf, bookmarks: Sequence[Bookmark], sheets: Sequence[Object]) -> None:
    """Give the file an outline, which opens with it.

    Entries of the first level are open, all others closed.

    Args:
        pdf: the file that is bound.
        bookmarks: in reading order, with pages of the whole file; a level may be skipped.
        sheets: all pages of the file.
    """
    if not bookmarks:
        return
    top = _OutlineItem(0, pdf.make_indirect(Dictionary(Type=Name.Outlines)))
    path = [top]
    for bookmark in bookmarks:
        while path[-1].level >= bookmark.level:
            path.pop()
        body = Dictionary(Title=String(bookmark.label), Dest=destination(sheets, bookmark.place))
        entry = _OutlineItem(bookmark.level, pdf.make_indirect(body))
        path[-1].below.append(entry)
        path.append(entry)
    _link(top)
    top.body.Count = len(top.below) + sum(len(entry.below) for entry in top.below)
    pdf.Root.Outlines = top.body
    pdf.Root.PageMode = Name.UseOutlines


def _link(entry: _OutlineItem) -> None:
    """Tie an entry to those below it, and them to each other."""
    if not entry.below:
        return
    bodies = [one.body for one in entry.below]
    entry.body.First, entry.body.Last = bodies[0], bodies[-1]
    # What a closed entry hides when it is opened is counted below 0.
    entry.body.Count = len(bodies) if entry.level == 1 else -len(bodies)
    for before, after in pairwise(bodies):
        before.Next, after.Prev = after, before
    for one in entry.below:
        one.body.Parent = entry.body
        _link(one)
