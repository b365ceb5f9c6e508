"""Values of the choices for an issue: a value is understood, or an error says how to write it."""

import datetime
from pathlib import Path
from typing import get_type_hints

import pytest

from printkit.errors import EditionError
from printkit.issue.plan_choices import PlanChoices

KINDS = get_type_hints(PlanChoices, include_extras=True)


def read(name: str, value: object) -> object:
    """Read the value of a choice."""
    (reader,) = KINDS[name].__metadata__
    return reader(name, value)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("title", " The\n Week ", "The Week"),
        ("number", 37, "37"),
        ("number", "37a", "37a"),
        ("note", " Dear readers,\n\nhello. ", "Dear readers,\n\nhello."),
        ("cover_picture", Path("quay.jpg"), "quay.jpg"),
        ("append", [Path("ads") / "a.pdf", "b.pdf"], ("ads/a.pdf", "b.pdf")),
        ("sections", [" Front  page ", "World"], ("Front page", "World")),
        ("only_tags", ("a", "b"), ("a", "b")),
        ("week", "2019-W37", "2019-W37"),
        ("week", "last", "last"),
        ("since", "2019-09-09", datetime.date(2019, 9, 9)),
        ("until", datetime.date(2019, 9, 15), datetime.date(2019, 9, 15)),
        ("date", None, None),
        ("timezone", "europe/madrid", "Europe/Madrid"),
        ("undated", True, True),
        ("limit", 3, 3),
        ("limit", None, None),
        ("start", "flow", "flow"),
        ("without", ["cover", "colophon", "cover"], ("cover", "colophon")),
    ],
)
def test_a_value_is_kept_as_what_it_means(name: str, value: object, kept: object) -> None:
    """A number is text, a day a date, a list a tuple."""
    assert read(name, value) == kept
    assert type(read(name, kept)) is type(kept)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("title", 7, "title is 7; title must be a text"),
        ("title", "a\0b", "title has control characters; take these characters out"),
        ("number", True, "number is True; number must be a text"),
        ("number", 1.5, "number is 1.5; number must be a text"),
        ("note", None, "note is None; note must be a text"),
        ("cover_picture", b"a.jpg", "cover_picture is b'a.jpg'; cover_picture must be a text"),
        ("sections", "News", 'sections is \'News\'; write a list, ["one", "two"]'),
        ("sections", ["news", "News"], "sections has News twice; take one out"),
        ("only_tags", ["a", " "], "only_tags has an empty entry; take the entry out"),
        ("only_sources", [1], "only_sources is 1; only_sources must be a text"),
        ("week", "2019-W53", "week is 2019-W53; 2019 has weeks 1 to 52"),
        ("week", "next", "week is 'next'; write week as 2019-W37, or last"),
        ("until", "13 September", "until is '13 September'; write a day as 2019-09-13"),
        ("since", "2019-02-30", "since is 2019-02-30; the calendar has no such day"),
        ("date", datetime.datetime(2019, 9, 13, 8), "date is '2019-09-13 08:00:00'; write a day"),
        ("timezone", "Madrid", "timezone is 'Madrid', which does not exist; did you mean Eur"),
        ("undated", "yes", "undated is 'yes'; undated can be true or false"),
        ("limit", 0, "limit is 0; write a whole number from 1"),
        ("limit", True, "limit is True; write a whole number from 1"),
        ("max_per_source", "3", "max_per_source is '3'; write a whole number from 1"),
        ("start", "column", "start is 'column'; start can be page, flow"),
        ("without", ["covers"], "without has 'covers'; without can have cover, note, contents"),
        ("append", "a.pdf", "append is 'a.pdf'; write a list"),
    ],
)
def test_a_wrong_value_says_what_can_be_given(name: str, value: object, told: str) -> None:
    """The error quotes the wrong value, and says how to write the choice."""
    with pytest.raises(EditionError) as caught:
        read(name, value)
    (problem,) = caught.value.problems
    assert problem.startswith(told)
