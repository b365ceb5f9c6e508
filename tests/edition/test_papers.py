"""Papers: names and sizes of sheets."""

import pytest

from printkit.edition.papers import PAPERS, read_paper
from printkit.errors import EditionError


@pytest.mark.parametrize("name", PAPERS)
def test_the_name_of_a_paper_may_be_in_any_case(name: str) -> None:
    """`a4` is A4."""
    assert read_paper(name.lower()) == PAPERS[name] == read_paper(name.upper())


@pytest.mark.parametrize(
    ("paper", "sheet"),
    [("170x240mm", (170, 240)), ("17 x 24 cm", (170, 240)), ("6×9in", (152.4, 228.6))],
)
def test_a_sheet_may_be_given_by_its_sides(paper: str, sheet: tuple[float, float]) -> None:
    """The sides are in millimetres, centimetres or inches."""
    assert read_paper(paper) == pytest.approx(sheet)


@pytest.mark.parametrize("paper", ["A0", "", "10x10mm", "9999x100mm", "170x240", "x", "-1x5cm", 4])
def test_a_wrong_paper_is_refused(paper: object) -> None:
    """The error has the allowed values."""
    with pytest.raises(EditionError, match="paper is"):
        read_paper(paper)
