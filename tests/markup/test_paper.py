"""The sheet with the classes and lengths that CSS needs."""

import pytest

from printkit.edition.papers import Sheet
from printkit.markup.paper import paper_of


@pytest.mark.parametrize(
    ("sheet", "paper"),
    [
        (Sheet(148, 210), ("small-sheet", "148mm", "210mm", "")),
        (Sheet(215.9, 279.4), ("", "215.9mm", "279.4mm", "")),
        (Sheet(297, 420), ("large-sheet", "297mm", "420mm", "")),
        (Sheet(297, 210), ("large-sheet", "297mm", "210mm", "wide-sheet")),
    ],
)
def test_type_is_scaled_to_the_sheet(sheet: Sheet, paper: tuple[str, str, str, str]) -> None:
    """A sheet is small, usual or large; and a sheet may be wide."""
    assert paper_of(sheet) == paper
