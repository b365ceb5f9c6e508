"""The public functions declare their choices: a type checker and a run refuse a wrong choice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from printkit import digest, export, export_many
from printkit.edition.choices import TicketChoices
from printkit.errors import EditionError
from printkit.pipeline.checking import check
from tests.support.sample_records import PLAIN
from tests.support.type_checking import find_refused_lines

DOORS: dict[str, Callable[..., object]] = {
    "export": export,
    "export_many": export_many,
    "digest": digest,
    "check": check,
}


@pytest.mark.slow
def test_a_type_checker_refuses_wrong_choices_and_no_other(tmp_path: Path) -> None:
    """The program of a user has choices that are misspelt, of a wrong type, or unknown."""
    refused, wrong = find_refused_lines(tmp_path)
    assert refused == wrong


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"papr": "A4"}, "papr is no choice; did you mean paper?"),
        ({"paper": 4}, "paper is 4; paper must be a text"),
        ({"weak": "2019-W37"}, "weak is no choice"),
        ({"paper": "A44"}, "paper is 'A44'; paper can be A3"),
    ],
)
@pytest.mark.parametrize("name", DOORS)
def test_a_run_refuses_wrong_choices(
    name: str, given: dict[str, object], told: str, tmp_path: Path
) -> None:
    """Every door gives the same error, before a record is read or printed."""
    with pytest.raises(EditionError) as caught:
        DOORS[name](PLAIN, tmp_path / "out", **given)
    assert caught.value.problems[0].startswith(told)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["export", "export_many", "digest"])
def test_a_door_that_prints_takes_the_whole_ticket(name: str) -> None:
    """Names and types of the choices are those of a job ticket."""
    declared = DOORS[name].__annotations__
    for choice, kind in TicketChoices.__annotations__.items():
        assert declared[choice] == kind
