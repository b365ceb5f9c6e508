"""The two imposition schemes: a booklet to fold, and several pages a side in reading order.

In: the number and the size of pages. Out: the layout of a sheet, and the pages on each side.
"""

from typing import NamedTuple

from printkit.imposition import folding
from printkit.imposition.fitting import Layout, PageSize, booklet_layout, n_up_layout
from printkit.imposition.folding import Side


class Booklet(NamedTuple):
    """Two pages a side, to be printed on both sides and folded.

    Attributes:
        signature: how many pages are folded into one another; None for all.
        back_cover: whether the last page is the back cover.
    """

    signature: int | None = None
    back_cover: bool = False

    def layout(self, page: PageSize, paper: PageSize | None) -> Layout:
        """Return the layout of a sheet; without a paper, the sheet is as large as two pages."""
        return booklet_layout(page, paper)

    def sides(self, page_count: int, _: Layout, *, rtl: bool) -> list[Side]:
        """Return the pages on each side."""
        return folding.booklet(
            page_count, signature=self.signature, rtl=rtl, back_cover=self.back_cover
        )

    def duplex(self, layout: Layout) -> str:
        """Return the value of Duplex with which a printer turns the sheet over sideways."""
        return "DuplexFlipShortEdge" if layout.width >= layout.height else "DuplexFlipLongEdge"

    @property
    def description(self) -> str:
        """Return one sentence about the scheme, for the file's metadata."""
        folded = f"in signatures of {self.signature} pages" if self.signature else "as one booklet"
        return f"Imposed for printing on both sides and folding {folded}."


class NUp(NamedTuple):
    """Several pages a side, in reading order.

    Attributes:
        per_side: the number of pages a side, a key of GRIDS.
    """

    per_side: int

    def layout(self, page: PageSize, paper: PageSize | None) -> Layout:
        """Return the layout of a sheet; without a paper, the sheet is as large as one page."""
        return n_up_layout(page, paper, self.per_side)

    def sides(self, page_count: int, layout: Layout, *, rtl: bool) -> list[Side]:
        """Return the pages on each side."""
        return folding.n_up(page_count, layout.columns, layout.rows, rtl=rtl)

    def duplex(self, _: Layout) -> str:
        """Return the value of Duplex: empty, because these sheets may be printed either way."""
        return ""

    @property
    def description(self) -> str:
        """Return one sentence about the scheme, for the file's metadata."""
        return f"Imposed for printing: {self.per_side} pages on a side."
