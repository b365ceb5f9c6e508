"""Schemes: which layout, which sides and which way to turn the sheet belong together."""

from printkit.imposition.fitting import PageSize
from printkit.imposition.scheme import Booklet, NUp

PAGE = PageSize(400, 600)


def test_a_booklet_has_two_pages_a_side_on_a_sheet_of_twice_the_page() -> None:
    """The first side has the last page and the first page."""
    scheme = Booklet(back_cover=True)
    layout = scheme.layout(PAGE, None)
    assert (layout.width, layout.columns, layout.rows) == (800, 2, 1)
    assert scheme.sides(4, layout, rtl=False) == [(3, 0), (1, 2)]
    assert scheme.sides(4, layout, rtl=True) == [(0, 3), (2, 1)]


def test_the_sheets_of_a_booklet_are_turned_over_sideways() -> None:
    """The short edge of a wide sheet stands upright, and the long edge of a high sheet."""
    scheme = Booklet()
    assert scheme.duplex(scheme.layout(PAGE, None)) == "DuplexFlipShortEdge"
    assert scheme.duplex(scheme.layout(PageSize(200, 600), None)) == "DuplexFlipLongEdge"


def test_a_description_names_the_signatures() -> None:
    """A booklet in one piece has no signatures."""
    assert Booklet(8).description.endswith("in signatures of 8 pages.")
    assert Booklet().description.endswith("as one booklet.")
    assert NUp(6).description == "Imposed for printing: 6 pages on a side."


def test_several_pages_a_side_are_in_reading_order() -> None:
    """Such sheets may be printed on one side or on both sides."""
    scheme = NUp(4)
    layout = scheme.layout(PAGE, None)
    assert (layout.width, layout.height, layout.columns, layout.rows) == (400, 600, 2, 2)
    assert scheme.sides(5, layout, rtl=False) == [(0, 1, 2, 3), (4, None, None, None)]
    assert scheme.duplex(layout) == ""
