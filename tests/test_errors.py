"""Errors: one tree of classes, one code for each class; messages with place, fault and remedy."""

import pickle
import re
import subprocess
import sys

import pytest

from printkit import errors
from printkit.errors import EmptyIssueError, PrintkitError, RecordError, StrictError
from printkit.report import Account

KINDS = sorted(
    (
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, PrintkitError) and kind.__name__[0] != "_"
    ),
    key=lambda kind: kind.code,
)


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    """The docstring draws every error with its code, and no other class."""
    drawn = re.findall(r"(\w+Error)\s+(PK\d+)", errors.__doc__ or "")
    assert drawn == [(kind.__name__, kind.code) for kind in KINDS]


def test_each_code_means_one_kind() -> None:
    """A filter by code catches one kind of error."""
    assert len({kind.code for kind in KINDS}) == len(KINDS) > 5


def test_one_problem_stands_on_one_line_with_its_place_and_remedy() -> None:
    """The place stands before the problem; the remedy stands on the next line."""
    error = RecordError("headline is empty", where="a.json:3", remedy="Give it one.")
    assert str(error) == "a.json:3: headline is empty\n  Give it one."


def test_many_problems_are_all_told() -> None:
    """Each problem has a line of its own."""
    error = RecordError("headline is empty", "body is empty", where="a.json")
    assert str(error) == "a.json: \n  - headline is empty\n  - body is empty"


def test_an_error_without_a_place_is_its_problem() -> None:
    """The message begins with the problem."""
    assert str(PrintkitError("broken")) == "broken"


@pytest.mark.parametrize("held", [True, False])
def test_what_is_held_is_held_wherever_it_goes(held: bool) -> None:
    """An error keeps `held` in another process, and with another place."""
    error = RecordError("url is no address", where="url", held=held, headline="A ship")
    back = pickle.loads(pickle.dumps(error)).at("a.json")  # noqa: S301  our own, just made
    assert (back.where, back.held, back.headline) == ("a.json: url", held, "A ship")
    assert error.where == "url"


def test_a_record_may_turn_out_to_be_held() -> None:
    """The new error keeps place, problems, remedy and headline of the first error."""
    error = RecordError("url is no address", where="a.json", remedy="Mend it.", headline="A ship")
    held = error.with_held(True)
    assert (error.held, held.held) == (False, True)
    assert (str(held), held.headline) == (str(error), "A ship")


def test_a_copy_shares_nothing_where_dask_is_imported() -> None:
    """Dask changes how Python copies the exceptions of all modules."""
    pytest.importorskip("distributed")
    script = (
        "from printkit.errors import RecordError; import distributed\n"
        "error = RecordError('is broken', where='line 3')\n"
        "print(error.at('a.json').where, error.with_held(True).held, error.where, error.held)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "a.json: line 3 True line 3 False"


@pytest.mark.parametrize("kind", [EmptyIssueError, StrictError])
def test_accounts_travel_with_the_error_of_a_digest(
    kind: type[EmptyIssueError | StrictError],
) -> None:
    """Another process and another place keep the accounts; by default there are no accounts."""
    accounts = (Account("a.json", "failed", error=RecordError("broken", where="a.json")),)
    error = kind("no article is left", accounts=accounts).at("here")
    (account,) = pickle.loads(pickle.dumps(error)).accounts  # noqa: S301  our own, just made
    assert account.to_json() == accounts[0].to_json()
    assert kind("no article is left").accounts == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_errors_travel_between_processes(kind: type[PrintkitError]) -> None:
    """The error in the other process is equal."""
    error = kind("one", "two", where="here", remedy="Do this.")
    back = pickle.loads(pickle.dumps(error))  # noqa: S301  our own, just made
    assert type(back) is kind
    assert (back.where, back.problems, back.remedy) == ("here", ("one", "two"), "Do this.")
    assert str(back) == str(error)
