"""Order pages on the sides of sheets, so that folded sheets are read in order."""

from collections.abc import Iterator, Sequence

# The pages on one side, in the order of its cells: from left to right, row by row. Pages count
# from 0; None is a blank page.
Side = tuple[int | None, ...]


def booklet(
    page_count: int, *, signature: int | None = None, rtl: bool = False, back_cover: bool = False
) -> list[Side]:
    """Return the sides of a booklet that is folded once and stitched through the fold.

    The front and the back of each sheet follow each other. Blank pages at the end fill the last
    sheet, so the first page is always the front cover.

    Args:
        page_count: the number of pages, at least 1.
        signature: how many pages are folded into one another, a multiple of 4. The last
            signature may have fewer. Without a number, all sheets are folded into one another.
        rtl: bind on the right.
        back_cover: the last page is the back cover, and blank pages stand before it. A single
            page is the front cover.
    """
    pages: list[int | None] = [*range(page_count)]
    end = page_count - 1 if back_cover and page_count > 1 else page_count
    pages[end:end] = [None] * (-page_count % 4)
    size = signature or len(pages)
    signatures = (pages[start : start + size] for start in range(0, len(pages), size))
    sides = [side for one in signatures for side in _saddle(one)]
    return [side[::-1] for side in sides] if rtl else sides


def _saddle(pages: Sequence[int | None]) -> Iterator[Side]:
    """Yield the sides of one signature, from its outermost sheet to its innermost sheet."""
    for first in range(0, len(pages) // 2, 2):
        last = len(pages) - 1 - first
        yield pages[last], pages[first]
        yield pages[first + 1], pages[last - 1]


def n_up(page_count: int, columns: int, rows: int, *, rtl: bool = False) -> list[Side]:
    """Return sides with the pages in reading order. Blank pages fill the last side."""
    cells = columns * rows
    pages = [*range(page_count), *[None] * (-page_count % cells)]
    across = range(columns)[::-1] if rtl else range(columns)
    order = [row * columns + column for row in range(rows) for column in across]
    return [tuple(pages[start + cell] for cell in order) for start in range(0, len(pages), cells)]
