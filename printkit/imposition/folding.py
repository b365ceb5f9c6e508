"""Which page comes where on which side of which sheet, so that folded sheets read in order."""

from collections.abc import Iterator, Sequence

# The pages of a side by their index from 0, in the order of its cells: left to right, then
# down. None is a blank.
Side = tuple[int | None, ...]


def booklet(
    page_count: int, *, signature: int | None = None, rtl: bool = False, back_cover: bool = False
) -> list[Side]:
    """Lay pages out for folding once and stitching through the fold, fronts and backs in turn.

    Blanks fill the last sheet, after all pages; so the first page is always the front cover.

    Args:
        page_count: from 1.
        signature: how many pages are folded into one another, a multiple of 4; the last
            signature has what is left. None folds all sheets into one.
        rtl: bind on the right.
        back_cover: the last page is the back cover; blanks stand before it.
    """
    pages: list[int | None] = [*range(page_count)]
    end = page_count - 1 if back_cover else page_count
    pages[end:end] = [None] * (-page_count % 4)
    size = signature or len(pages)
    gathered = (pages[start : start + size] for start in range(0, len(pages), size))
    sides = [side for one in gathered for side in _saddle(one)]
    return [side[::-1] for side in sides] if rtl else sides


def _saddle(pages: Sequence[int | None]) -> Iterator[Side]:
    """The sheets of one signature, from its outermost to the one in the middle."""
    for first in range(0, len(pages) // 2, 2):
        last = len(pages) - 1 - first
        yield pages[last], pages[first]
        yield pages[first + 1], pages[last - 1]


def n_up(page_count: int, columns: int, rows: int, *, rtl: bool = False) -> list[Side]:
    """Lay pages out one after the other, row by row; the last side ends in blanks."""
    cells = columns * rows
    pages = [*range(page_count), *[None] * (-page_count % cells)]
    across = range(columns)[::-1] if rtl else range(columns)
    order = [row * columns + column for row in range(rows) for column in across]
    return [tuple(pages[start + cell] for cell in order) for start in range(0, len(pages), cells)]
