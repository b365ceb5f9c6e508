"""Attributes of an `svg` → its size in pixels."""

import pytest

from printkit.copyedit.svg_sizes import size_of_drawing
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("given", "size"),
    [
        (' width="600" height="200"', (600, 200)),
        (" width=40px height='16.4px'", (40, 16)),
        (" width=1.5em height=1em", (24, 16)),
        (' viewBox="0 0 24 24"', (24, 24)),
        (' viewBox="-10.5,0,600.25,300" width="100%"', (600, 300)),
        (' width="300" viewBox="0 0 600 300"', (300, 150)),
        (' style="width:20px; height: 10px" viewBox="0 0 512 512"', (20, 10)),
        (" stroke-width=3 width=9", (9, 9)),
        (" class=a", (0, 0)),
        (" width=0 viewBox='0 0 0 0'", (0, 0)),
        (" width=9999999999", (0, 0)),
    ],
)
def test_a_drawing_is_as_large_as_its_markup_says(given: str, size: tuple[int, int]) -> None:
    """A share of the page tells no size, but the view box does."""
    assert size_of_drawing(given) == size


@pytest.mark.parametrize("mark", ["width=", "viewbox=0 ", "viewbox=' ", "1", "width:1."])
def test_endless_attributes_take_no_time(mark: str) -> None:
    """An attribute may be a million characters of one mark."""
    with ends_soon():
        size_of_drawing(mark * (1_000_000 // len(mark)))
