"""The edition: every choice for one printing, wrong ones all named."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from printkit.edition import PAPERS, Edition, edition_from
from printkit.errors import EditionError


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_found_whatever_its_case(name: str) -> None:
    """`a4` is A4."""
    assert Edition(paper=name.lower()).sheet == PAPERS[name] == Edition(paper=name.upper()).sheet


@pytest.mark.parametrize(
    ("paper", "sheet"),
    [("170x240mm", (170, 240)), ("17 x 24 cm", (170, 240)), ("6×9in", (152.4, 228.6))],
)
def test_a_sheet_may_be_given_by_its_sides(paper: str, sheet: tuple[float, float]) -> None:
    """In millimetres, centimetres or inches."""
    assert Edition(paper=paper).sheet == pytest.approx(sheet)


@pytest.mark.parametrize("paper", ["A0", "", "10x10mm", "9999x100mm", "170x240", "x", "-1x5cm"])
def test_no_such_paper(paper: str) -> None:
    """The error says what can be given."""
    with pytest.raises(EditionError, match="paper is"):
        Edition(paper=paper)


def test_all_wrong_choices_are_told_at_once() -> None:
    """Nobody mends one only to hear of the next."""
    with pytest.raises(EditionError) as caught:
        Edition(paper="A44", links="all", profile="best", language="not a tag")  # type: ignore[arg-type]
    told = "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 4
    assert all(word in told for word in ("'A44'", "'all'", "'best'", "'not a tag'"))


def test_a_misspelt_choice_names_the_nearest() -> None:
    """`papper` is no choice; paper is."""
    with pytest.raises(EditionError, match="papper is no choice; did you mean paper") as caught:
        edition_from({"papper": "A4"}, where="printkit.toml [export]")
    assert str(caught.value).startswith("printkit.toml [export]: ")
    assert "theme, paper, language, links, profile" in caught.value.remedy


@given(
    some.dictionaries(
        some.sampled_from(["theme", "paper", "language", "links", "profile"]),
        some.one_of(some.none(), some.integers(), some.text(), some.lists(some.text())),
        max_size=3,
    )
)
def test_any_value_is_taken_or_told(choices: dict[str, object]) -> None:
    """A file of choices may hold anything; what is no choice is told as ours."""
    try:
        sides = edition_from(choices).sheet
    except EditionError as error:
        sides = tuple(range(1, 1 + len(error.problems)))
    assert min(sides) > 0
