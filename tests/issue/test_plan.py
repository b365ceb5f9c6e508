"""The plan: every choice for one issue; an error names every wrong choice."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from printkit.errors import EditionError
from printkit.issue.plan import Plan
from printkit.issue.plan_choices import PlanChoices

CHOICES = list(Plan.__dataclass_fields__)


def problems(**choices: object) -> list[str]:
    """Return the problems of a plan that cannot be made."""
    with pytest.raises(EditionError) as caught:
        Plan(**choices)  # type: ignore[arg-type]
    return list(caught.value.problems)


def test_nothing_has_to_be_chosen() -> None:
    """An empty plan takes all articles into an issue without a name."""
    plan = Plan()
    assert (plan.title, plan.number, plan.week, plan.timezone) == ("", "", "", "UTC")
    assert (plan.since, plan.until, plan.date, plan.limit, plan.max_per_source) == (None,) * 5
    assert (plan.start, plan.undated, plan.sections, plan.append) == ("page", False, (), ())


def test_values_are_kept_as_what_they_mean() -> None:
    """A number becomes text, a day a date, a list a tuple; so two equal plans are equal."""
    given: PlanChoices = {
        "number": 37,
        "since": "2019-09-09",
        "sections": [" Front  page ", "World"],
        "append": [Path("a.pdf")],
    }
    plan = Plan(**given)  # type: ignore[arg-type]
    assert (plan.number, plan.since) == ("37", datetime.date(2019, 9, 9))
    assert (plan.sections, plan.append) == (("Front page", "World"), ("a.pdf",))
    assert hash(plan) == hash(Plan(**{name: getattr(plan, name) for name in CHOICES}))


def test_all_wrong_choices_are_told_at_once() -> None:
    """The error names also choices that contradict each other."""
    told = problems(limit=-1, week="2019-W37", since="2019-09-09", undated=None)
    assert [one.split()[0] for one in told] == ["undated", "limit", "week"]
    assert told[-1] == "week is given, and from or to as well; leave one of them out"


def test_a_period_does_not_end_before_it_begins() -> None:
    """A single day is a period."""
    assert problems(since="2019-09-15", until="2019-09-09") == [
        "from is 2019-09-15, and to is 2019-09-09, which is earlier"
    ]
    assert Plan(since="2019-09-15", until="2019-09-15").since  # type: ignore[arg-type]


anything = some.recursive(
    some.one_of(
        some.none(), some.booleans(), some.integers(), some.text(), some.dates(), some.datetimes()
    ),
    some.lists,
    max_leaves=3,
)


@given(some.dictionaries(some.sampled_from(CHOICES), anything, max_size=4))
def test_any_value_is_taken_or_told(choices: dict[str, object]) -> None:
    """A file of choices may hold anything; a plan can be made again from its own values."""
    try:
        plan = Plan(**choices)  # type: ignore[arg-type]
    except EditionError as error:
        plan, told = Plan(), error.problems
    else:
        told = ("nothing",)
    assert told
    assert Plan(**{name: getattr(plan, name) for name in CHOICES}) == plan
