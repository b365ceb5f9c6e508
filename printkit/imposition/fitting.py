"""How large a sheet is, which way it is turned, and where on it a page is placed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from printkit.edition.papers import PAPERS

POINT = 25.4 / 72  # mm
# Columns and rows that hold so many pages; of two, whichever leaves them larger.
GRIDS = {
    2: ((1, 2), (2, 1)),
    4: ((2, 2),),
    6: ((2, 3), (3, 2)),
    8: ((2, 4), (4, 2)),
    9: ((3, 3),),
    16: ((4, 4),),
}
_HAIR = 0.1  # mm; files round their sizes
_NEAR = 1.5  # mm; two A5 side by side are a millimetre short of A4


class PageSize(NamedTuple):
    """Width and height in points."""

    width: float
    height: float


class SheetCell(NamedTuple):
    """Where a page goes: the lower left corner and the size, in points."""

    x: float
    y: float
    width: float
    height: float


class Layout(NamedTuple):
    """A sheet as the reader holds it, in points, and the cells it is divided into."""

    width: float
    height: float
    columns: int
    rows: int

    def cells(self) -> Iterator[SheetCell]:
        """Left to right, then down."""
        wide, high = self.width / self.columns, self.height / self.rows
        for row in range(self.rows):
            for column in range(self.columns):
                yield SheetCell(column * wide, self.height - (row + 1) * high, wide, high)


def booklet_layout(page: PageSize, paper: PageSize | None) -> Layout:
    """Two cells side by side; without a paper, on one that holds two pages as they are."""
    return _largest(page, paper or _named(PageSize(2 * page.width, page.height)), ((2, 1),))


def n_up_layout(page: PageSize, paper: PageSize | None, count: int) -> Layout:
    """So many cells; without a paper, on a sheet as large as the page.

    Args:
        page: the size that most pages have.
        paper: the sheet; it is turned where that leaves the pages larger.
        count: a key of GRIDS.
    """
    return _largest(page, paper or page, GRIDS[count])


def scale(page: PageSize, cell: PageSize | SheetCell) -> float:
    """How much a page is enlarged to fill a cell one way, and fit the other."""
    return min(cell.width / page.width, cell.height / page.height)


def _largest(page: PageSize, paper: PageSize, grids: Sequence[tuple[int, int]]) -> Layout:
    sheets = (paper, PageSize(paper.height, paper.width))
    layouts = [Layout(*sheet, *grid) for sheet in sheets for grid in grids]
    # Rounded: of two as good as each other the first is taken, the sheet as it is.
    return max(layouts, key=lambda layout: round(scale(page, next(layout.cells())), 6))


def _named(sheet: PageSize) -> PageSize:
    """The paper that is meant by a size that misses it by a hair."""
    for wide, high in PAPERS.values():
        for paper in (PageSize(wide / POINT, high / POINT), PageSize(high / POINT, wide / POINT)):
            if all(-_HAIR < (a - b) * POINT < _NEAR for a, b in zip(paper, sheet, strict=True)):
                return paper
    return sheet
