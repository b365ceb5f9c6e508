"""The plan: every choice for one issue, wrong ones all named."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from printkit.edition import Edition
from printkit.errors import EditionError
from printkit.issue.plan import Plan, edition_and_plan, plan_from

CHOICES = [*Plan.__dataclass_fields__, "from", "to"]


def problems(**choices: object) -> list[str]:
    with pytest.raises(EditionError) as caught:
        Plan(**choices)  # type: ignore[arg-type]
    return list(caught.value.problems)


def test_nothing_has_to_be_chosen() -> None:
    """All there is goes into an issue without a name."""
    plan = Plan()
    assert (plan.title, plan.number, plan.week, plan.timezone) == ("", "", "", "UTC")
    assert (plan.since, plan.until, plan.date, plan.limit, plan.max_per_source) == (None,) * 5
    assert (plan.start, plan.undated, plan.sections, plan.append) == ("page", False, (), ())


def test_values_are_kept_as_what_they_mean() -> None:
    """A number is text, a day a date, a list a tuple; so two plans alike are equal."""
    plan = plan_from(
        {
            "number": 37,
            "from": "2019-09-09",
            "until": datetime.date(2019, 9, 15),
            "sections": [" Front  page ", "World"],
            "append": [Path("ads") / "a.pdf"],
            "timezone": "europe/madrid",
            "without": ["cover", "colophon", "cover"],
            "note": " Dear readers,\n\nhello. ",
        }
    )
    assert plan.number == "37"
    assert (plan.since, plan.until) == (datetime.date(2019, 9, 9), datetime.date(2019, 9, 15))
    assert plan.sections == ("Front page", "World")
    assert plan.append == ("ads/a.pdf",)
    assert plan.timezone == "Europe/Madrid"
    assert plan.without == ("cover", "colophon")
    assert plan.note == "Dear readers,\n\nhello."
    assert hash(plan) == hash(Plan(**{name: getattr(plan, name) for name in CHOICES[:-2]}))


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("title", 7, "title is 7; it is written as text"),
        ("title", "a\0b", "title has control characters in it; take them out"),
        ("number", True, "number is True; it is written as text"),
        ("number", 1.5, "number is 1.5; it is written as text"),
        ("note", None, "note is None; it is written as text"),
        ("cover_picture", b"a.jpg", "cover_picture is b'a.jpg'; it is written as text"),
        ("sections", "News", 'sections is \'News\'; write a list, ["one", "two"]'),
        ("sections", ["news", "News"], "sections has News twice; take one out"),
        ("only_tags", ["a", " "], "only_tags has an empty entry; take it out"),
        ("only_sources", [1], "only_sources is 1; it is written as text"),
        ("week", "2019-W53", "week is 2019-W53; 2019 has weeks 1 to 52"),
        ("week", "next", "week is 'next'; write it as 2019-W37, or last"),
        ("until", "13 September", "until is '13 September'; write a day as 2019-09-13"),
        ("since", "2019-02-30", "since is 2019-02-30; the calendar has no such day"),
        ("date", datetime.datetime(2019, 9, 13, 8), "date is '2019-09-13 08:00:00'; write a day"),
        ("timezone", "Madrid", "timezone is 'Madrid', which is none; did you mean Europe/Madrid?"),
        ("undated", "yes", "undated is 'yes'; it can be true or false"),
        ("limit", 0, "limit is 0; it is a whole number from 1"),
        ("limit", True, "limit is True; it is a whole number from 1"),
        ("max_per_source", "3", "max_per_source is '3'; it is a whole number from 1"),
        ("start", "column", "start is 'column'; it can be page, flow"),
        ("without", ["covers"], "without has 'covers'; it can have cover, note, contents"),
        ("append", "a.pdf", "append is 'a.pdf'; write a list"),
    ],
)
def test_a_wrong_value_says_what_can_be_given(name: str, value: object, told: str) -> None:
    """What was found, and what to do."""
    (problem,) = problems(**{name: value})
    assert problem.startswith(told)


def test_all_wrong_choices_are_told_at_once() -> None:
    """Those that contradict each other, too."""
    told = problems(limit=-1, week="2019-W37", since="2019-09-09", undated=None)
    assert [one.split()[0] for one in told] == ["undated", "limit", "week"]
    assert told[-1] == "week is given, and from or to as well; leave one of them out"


def test_a_period_does_not_end_before_it_begins() -> None:
    """A day alone is a period."""
    assert problems(since="2019-09-15", until="2019-09-09") == [
        "from is 2019-09-15, and to is 2019-09-09, which is earlier"
    ]
    assert Plan(since="2019-09-15", until="2019-09-15").since  # type: ignore[arg-type]


def test_a_misspelt_choice_names_the_nearest() -> None:
    """With the place where it stands."""
    with pytest.raises(
        EditionError, match="only_section is no choice; did you mean only_sect"
    ) as e:
        plan_from({"only_section": ["a"], "limit": 0}, where="printkit.toml [digest]")
    assert str(e.value).startswith("printkit.toml [digest]: ")
    assert len(e.value.problems) == 2
    assert "max_per_source" in e.value.remedy


def test_one_choice_is_given_once() -> None:
    """`from` is since, and `to` until."""
    with pytest.raises(EditionError, match="from and since are the same choice"):
        plan_from({"from": "2019-09-09", "since": "2019-09-09"})


def test_a_digest_takes_the_choices_of_an_edition_as_well() -> None:
    """What is wrong with either is told together, and the nearest name is of both."""
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


def test_a_plan_alone_has_no_paper() -> None:
    """Choices of the edition are none of its own."""
    with pytest.raises(EditionError, match="paper is no choice"):
        plan_from({"paper": "A5"})


anything = some.recursive(
    some.one_of(
        some.none(), some.booleans(), some.integers(), some.text(), some.dates(), some.datetimes()
    ),
    some.lists,
    max_leaves=3,
)


@given(some.dictionaries(some.sampled_from(CHOICES), anything, max_size=4))
def test_any_value_is_taken_or_told(choices: dict[str, object]) -> None:
    """A file of choices may hold anything; a plan that is made can be made again from itself."""
    try:
        plan = plan_from(choices)
    except EditionError as error:
        plan, told = Plan(), error.problems
    else:
        told = ("nothing",)
    assert told
    assert Plan(**{name: getattr(plan, name) for name in CHOICES[:-2]}) == plan


@pytest.mark.parametrize(
    ("name", "meant"),
    [("section", "only_sections"), ("tag", "only_tags"), ("head", "sections")],
)
def test_the_name_of_an_option_is_answered_with_that_of_its_choice(name: str, meant: str) -> None:
    """The nearest in letters would be another."""
    with pytest.raises(EditionError, match=f"{name} is no choice; did you mean {meant}?"):
        plan_from({name: ["a"]})
