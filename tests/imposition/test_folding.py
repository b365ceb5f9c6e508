"""The order of pages: folded sheets are read from the first page to the last."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.imposition.folding import Side, booklet, n_up


def read(sides: list[Side], signature: int | None, *, rtl: bool = False) -> Iterator[int | None]:
    """Fold sheets, signature by signature, and return the pages in reading order.

    A sheet turns over sideways: the left half of its back is behind the right half of its front.
    """
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    many = signature // 4 if signature else len(sheets)
    for start in range(0, len(sheets), many):
        gathered = sheets[start : start + many]
        leaves = [((f[0], b[1]), (f[1], b[0])) for f, b in gathered]
        first, second = ((0, 1), (1, 0))[rtl]
        for sheet in leaves:
            yield from sheet[second]
        for sheet in reversed(leaves):
            yield from reversed(sheet[first])


def test_eight_pages_make_two_sheets() -> None:
    """The cover is outside, beside the last page."""
    assert booklet(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_blanks_come_last() -> None:
    """The first page is the cover; the last pages are blank."""
    assert booklet(5) == [(None, 0), (1, None), (None, 2), (3, 4)]


def test_a_back_cover_stays_outside() -> None:
    """Blank pages come before the back cover."""
    assert booklet(6, back_cover=True) == [(5, 0), (1, None), (None, 2), (3, 4)]


def test_a_single_page_is_the_front_cover() -> None:
    """The caller may even say that the last page is the back cover."""
    assert booklet(1, back_cover=True) == booklet(1) == [(None, 0), (None, None)]


def test_a_signature_holds_so_many_pages() -> None:
    """The last signature holds the remaining pages."""
    assert booklet(12, signature=8)[4:] == [(11, 8), (9, 10)]


@given(st.integers(1, 130), st.sampled_from([None, 4, 8, 16, 32]), st.booleans(), st.booleans())
def test_folded_sheets_read_in_order(
    count: int, signature: int | None, rtl: bool, back_cover: bool
) -> None:
    """Every page is read once, in its order; fewer than four pages are blank."""
    found = list(
        read(
            booklet(count, signature=signature, rtl=rtl, back_cover=back_cover), signature, rtl=rtl
        )
    )
    assert [page for page in found if page is not None] == list(range(count))
    assert found.count(None) == -count % 4
    assert found[0] == 0
    blanks = [at for at, page in enumerate(found) if page is None]
    end = count - 1 if back_cover and count > 1 else count
    assert blanks == list(range(end, end + len(blanks)))


def test_pages_on_one_side_are_read_row_by_row() -> None:
    """A right-to-left book has its first page on the right; blank pages end the last side."""
    assert n_up(5, 2, 2) == [(0, 1, 2, 3), (4, None, None, None)]
    assert n_up(5, 2, 2, rtl=True) == [(1, 0, 3, 2), (None, 4, None, None)]


@pytest.mark.parametrize(("columns", "rows"), [(1, 2), (3, 2), (4, 4)])
def test_no_page_is_lost_on_the_way(columns: int, rows: int) -> None:
    """Each page is on one side of a sheet, once."""
    placed = [page for side in n_up(31, columns, rows, rtl=True) for page in side]
    assert sorted(page for page in placed if page is not None) == list(range(31))
    assert len(placed) == -(-31 // (columns * rows)) * columns * rows
