"""The choices of a digest: the edition's and the plan's names, and the nearest of a wrong name."""

import datetime

import pytest

from printkit.edition import Edition
from printkit.edition.choices import EditionChoices, replace_aliases
from printkit.errors import EditionError
from printkit.issue.digest_choices import (
    ALIASES,
    DigestChoices,
    edition_and_plan,
)
from printkit.issue.plan import Plan
from printkit.issue.plan_choices import PlanChoices


def test_a_digest_has_the_choices_of_an_edition_and_of_a_plan() -> None:
    """Every choice of the edition and of the plan is there; no choice is in both values."""
    edition, plan = EditionChoices.__optional_keys__, PlanChoices.__optional_keys__
    assert DigestChoices.__optional_keys__ == edition | plan
    assert not DigestChoices.__required_keys__
    assert not edition & plan


def test_an_alias_stands_for_a_choice_of_a_digest() -> None:
    """A choice that has no alias keeps its name."""
    assert set(ALIASES.values()) <= DigestChoices.__optional_keys__
    given = {"from": 1, "to": 2, "week": 3, "root": 4}
    named = {"since": 1, "until": 2, "week": 3, "roots": 4}
    assert replace_aliases(given, ALIASES) == named


def test_a_misspelt_choice_names_the_nearest() -> None:
    """The error names also the place of the wrong choice."""
    with pytest.raises(
        EditionError, match="only_section is no choice; did you mean only_sect"
    ) as e:
        edition_and_plan({"only_section": ["a"], "limit": 0}, where="printkit.toml [digest]")
    assert str(e.value).startswith("printkit.toml [digest]: ")
    assert len(e.value.problems) == 2
    assert "max_per_source" in e.value.remedy


def test_one_choice_is_given_once() -> None:
    """`from` is since, and `to` until."""
    with pytest.raises(EditionError, match="from and since are the same choice"):
        edition_and_plan({"from": "2019-09-09", "since": "2019-09-09"})


def test_a_digest_takes_the_choices_of_an_edition_as_well() -> None:
    """One error names the problems of edition and plan; the nearest name may be of either value."""
    made = edition_and_plan({"paper": "A5", "title": "The Harbour", "to": "2019-09-15"})
    assert made == (
        Edition(paper="A5"),
        Plan(title="The Harbour", until=datetime.date(2019, 9, 15)),
    )
    with pytest.raises(EditionError) as caught:
        edition_and_plan({"papper": "A5", "links": "all", "start": "left"}, "printkit.toml")
    told = "\n".join(caught.value.problems)
    assert "papper is no choice; did you mean paper?" in told
    assert "links is 'all'" in told
    assert "start is 'left'" in told


@pytest.mark.parametrize(
    ("name", "meant"),
    [("section", "only_sections"), ("tag", "only_tags"), ("head", "sections")],
)
def test_the_name_of_an_option_is_answered_with_that_of_its_choice(name: str, meant: str) -> None:
    """The option's own choice is named although another name is nearer by its letters."""
    with pytest.raises(EditionError, match=f"{name} is no choice; did you mean {meant}?"):
        edition_and_plan({name: ["a"]})
