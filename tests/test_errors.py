"""Errors: one tree, one code each, messages that say where, what, and what to do."""

import pickle
import re

import pytest

from printkit import errors
from printkit.errors import PrintkitError, RecordError

KINDS = sorted(
    (kind for kind in vars(errors).values() if isinstance(kind, type)), key=lambda kind: kind.code
)


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    """Every error is drawn there with its code, and nothing else is."""
    drawn = re.findall(r"(\w+Error)\s+(PK\d+)", errors.__doc__ or "")
    assert drawn == [(kind.__name__, kind.code) for kind in KINDS]


def test_each_code_means_one_kind() -> None:
    """Whoever filters by code catches one kind of error."""
    assert len({kind.code for kind in KINDS}) == len(KINDS) > 5


def test_one_problem_stands_on_one_line_with_its_place_and_remedy() -> None:
    """Where, what, and below it what to do."""
    error = RecordError("headline is empty", where="a.json:3", remedy="Give it one.")
    assert str(error) == "a.json:3: headline is empty\n  Give it one."


def test_many_problems_are_all_told() -> None:
    """Each on a line of its own, not the first alone."""
    error = RecordError("headline is empty", "body is empty", where="a.json")
    assert str(error) == "a.json: \n  - headline is empty\n  - body is empty"


def test_an_error_without_a_place_is_its_problem() -> None:
    """Nothing is put before it."""
    assert str(PrintkitError("broken")) == "broken"


@pytest.mark.parametrize("held", [True, False])
def test_what_is_held_is_held_wherever_it_goes(held: bool) -> None:
    """In another process, and under another name."""
    error = RecordError("url is no address")
    error.held = held
    back = pickle.loads(pickle.dumps(error))  # noqa: S301  our own, just made
    assert (back.held, back.at("a.json").held, back.at("a.json").where) == (held, held, "a.json")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_errors_travel_between_processes(kind: type[PrintkitError]) -> None:
    """A press in another process hands back the same error."""
    error = kind("one", "two", where="here", remedy="Do this.")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301  our own, just made
    assert type(back) is kind
    assert (back.where, back.problems, back.remedy) == ("here", ("one", "two"), "Do this.")
    assert str(back) == str(error)
