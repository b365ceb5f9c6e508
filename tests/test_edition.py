"""The edition: every choice for one printing; one error names all wrong choices."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from printkit.edition import Edition, edition_from
from printkit.edition.papers import Sheet
from printkit.errors import EditionError


def test_an_edition_has_the_sheet_of_its_paper() -> None:
    """The paper is given by its name or by its sides."""
    assert Edition(paper="a5").sheet == Sheet(148, 210)
    assert Edition(paper="6x9in").sheet == pytest.approx((152.4, 228.6))


def test_all_wrong_choices_are_told_at_once() -> None:
    """A user can mend all wrong choices before the next run."""
    with pytest.raises(EditionError) as caught:
        Edition(paper="A44", links="all", profile="best", language="not a tag")  # type: ignore[arg-type]
    told = "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 4
    assert all(word in told for word in ("'A44'", "'all'", "'best'", "'not a tag'"))


def test_a_misspelt_choice_names_the_nearest() -> None:
    """The error for `papper` names `paper`."""
    with pytest.raises(EditionError, match="papper is no choice; did you mean paper") as caught:
        edition_from({"papper": "A4"}, where="printkit.toml [export]")
    assert str(caught.value).startswith("printkit.toml [export]: ")
    assert "theme, paper, language, links, profile, templates" in caught.value.remedy


@given(
    some.dictionaries(
        some.sampled_from(["theme", "paper", "language", "links", "templates", "profile"]),
        some.one_of(some.none(), some.integers(), some.text(), some.lists(some.text())),
        max_size=3,
    )
)
def test_any_value_is_taken_or_told(choices: dict[str, object]) -> None:
    """A file of choices may hold any value; a wrong value gives an EditionError."""
    try:
        sheet = edition_from(choices).sheet
    except EditionError as error:
        counted: tuple[float, ...] = tuple(range(1, 1 + len(error.problems)))
    else:
        counted = sheet
    assert min(counted) > 0
