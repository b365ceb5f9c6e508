"""Fit pages on a sheet: choose the size of the sheet, its orientation, and its cells."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from printkit.edition.papers import PAPERS

POINT = 25.4 / 72  # mm in a point of PDF
# The columns and rows for a number of pages. Of two grids, the grid with larger pages is taken.
GRIDS = {
    2: ((1, 2), (2, 1)),
    4: ((2, 2),),
    6: ((2, 3), (3, 2)),
    8: ((2, 4), (4, 2)),
    9: ((3, 3),),
    16: ((4, 4),),
}
# In mm. A sheet counts as a paper if it is larger by less than the first number (files round
# sizes), or smaller by less than the second (two A5 side by side are 1 mm narrower than A4).
_MOST_ABOVE, _MOST_BELOW = 0.1, 1.5
_MUCH_LARGER = 1.2


class PageSize(NamedTuple):
    """Width and height in points."""

    width: float
    height: float


class SheetCell(NamedTuple):
    """The area for one page on a sheet: its lower left corner and its size, in points."""

    x: float
    y: float
    width: float
    height: float


class Layout(NamedTuple):
    """A sheet as the reader holds it, in points, divided into columns and rows."""

    width: float
    height: float
    columns: int
    rows: int

    def cells(self) -> Iterator[SheetCell]:
        """Yield the cells from left to right, row by row from the top."""
        wide, high = self.width / self.columns, self.height / self.rows
        for row in range(self.rows):
            for column in range(self.columns):
                yield SheetCell(column * wide, self.height - (row + 1) * high, wide, high)


def booklet_layout(page: PageSize, paper: PageSize | None) -> Layout:
    """Return a layout of two cells side by side.

    Without a paper, the sheet is as large as two pages, or a known paper of nearly this size.
    """
    return _largest(page, paper or _nearest_paper(PageSize(2 * page.width, page.height)), ((2, 1),))


def n_up_layout(page: PageSize, paper: PageSize | None, count: int) -> Layout:
    """Return a layout of `count` cells. Without a paper, the sheet is as large as the page.

    Args:
        page: the size that most pages have.
        paper: the sheet. The sheet is turned if this makes the pages larger.
        count: the number of cells, a key of GRIDS.
    """
    return _largest(page, paper or page, GRIDS[count])


def scale(page: PageSize, cell: PageSize | SheetCell) -> float:
    """Return the largest factor by which a page still fits into a cell."""
    return min(cell.width / page.width, cell.height / page.height)


def is_turned(page: PageSize, cell: PageSize | SheetCell) -> bool:
    """Return whether a page is turned to the left in its cell: only if it is much larger then.

    In a book, a landscape page among upright pages has its head at the left.
    """
    return scale(PageSize(page.height, page.width), cell) > _MUCH_LARGER * scale(page, cell)


def _largest(page: PageSize, paper: PageSize, grids: Sequence[tuple[int, int]]) -> Layout:
    """Return the layout with the largest pages, among all grids and both orientations."""
    sheets = (paper, PageSize(paper.height, paper.width))
    layouts = [Layout(*sheet, *grid) for sheet in sheets for grid in grids]
    # Rounded, so that a tiny difference does not decide between equal layouts. max then takes the
    # first layout, whose sheet is not turned.
    return max(layouts, key=lambda layout: round(scale(page, next(layout.cells())), 6))


def _nearest_paper(sheet: PageSize) -> PageSize:
    """Return the paper of nearly this size; if there is no such paper, the size itself."""
    for wide, high in PAPERS.values():
        for paper in (PageSize(wide / POINT, high / POINT), PageSize(high / POINT, wide / POINT)):
            missing = [(a - b) * POINT for a, b in zip(paper, sheet, strict=True)]
            if all(-_MOST_ABOVE < one < _MOST_BELOW for one in missing):
                return paper
    return sheet
