"""Sheets and cells are as large as the page needs, and turned if that makes pages larger."""

import pytest

from printkit.imposition.fitting import (
    GRIDS,
    POINT,
    Layout,
    PageSize,
    booklet_layout,
    n_up_layout,
    scale,
)


def millimetres(width: float, height: float) -> PageSize:
    """Return a page size given in millimetres."""
    return PageSize(width / POINT, height / POINT)


def paper(layout: Layout) -> tuple[int, int]:
    """Return the size of a layout's sheet in millimetres."""
    return round(layout.width * POINT), round(layout.height * POINT)


A3, A4, A5 = millimetres(297, 420), millimetres(210, 297), millimetres(148, 210)


@pytest.mark.parametrize(
    ("page", "sheet"),
    [
        (A5, (297, 210)),
        (A4, (420, 297)),
        (millimetres(215.9, 279.4), (432, 279)),
        (millimetres(150, 150), (300, 150)),
        (millimetres(100, 250), (200, 250)),
        (millimetres(297, 210), (594, 210)),
    ],
)
def test_a_booklet_is_twice_the_page(page: PageSize, sheet: tuple[int, int]) -> None:
    """The sheet may also be a common paper that is a little larger than two pages."""
    layout = booklet_layout(page, None)
    assert paper(layout) == sheet
    assert scale(page, next(layout.cells())) == pytest.approx(1, abs=0.001)


def test_a_paper_is_turned_for_a_booklet() -> None:
    """Two pages stand side by side; the sheet is upright only if that makes the pages larger."""
    assert paper(booklet_layout(A4, A4)) == (297, 210)
    assert paper(booklet_layout(millimetres(90, 250), A4)) == (210, 297)


@pytest.mark.parametrize(
    ("count", "turned", "factor"),
    [
        (2, True, 0.707),
        (4, False, 0.5),
        (6, True, 0.354),
        (8, True, 0.354),
        (9, False, 0.333),
        (16, False, 0.25),
    ],
)
def test_pages_on_one_side_are_as_large_as_can_be(count: int, turned: bool, factor: float) -> None:
    """The sheet is turned where that helps."""
    layout = n_up_layout(A4, None, count)
    assert paper(layout) == ((297, 210) if turned else (210, 297))
    assert scale(A4, next(layout.cells())) == pytest.approx(factor, abs=0.001)
    assert layout.columns * layout.rows == count


def test_another_paper_may_be_named() -> None:
    """Pages grow or shrink with the paper."""
    layout = n_up_layout(A5, A3, 4)
    assert paper(layout) == (297, 420)
    assert scale(A5, next(layout.cells())) == pytest.approx(1, abs=0.005)


@pytest.mark.parametrize("count", GRIDS)
def test_cells_cover_the_sheet(count: int) -> None:
    """The cells begin in the upper left corner, row by row, without a gap."""
    layout = n_up_layout(A4, None, count)
    cells = list(layout.cells())
    assert len(cells) == count
    first, last = cells[0], cells[-1]
    assert (first.x, first.y + first.height) == pytest.approx((0, layout.height))
    assert (last.x + last.width, last.y) == pytest.approx((layout.width, 0))
    assert sum(cell.width * cell.height for cell in cells) == pytest.approx(
        layout.width * layout.height
    )
    assert cells == sorted(cells, key=lambda cell: (-cell.y, cell.x))
