"""The door turns every error into an error of the record."""

import pytest

from printkit.workers.losses import UnexpectedError
from printkit.workers.tasks import Workers
from tests.support.worker_tasks import broken, doubled, lost, recursed, told, unsendable


@pytest.mark.parametrize("trusted", [True, False])
def test_a_bug_costs_its_own_task(trusted: bool) -> None:
    """The error names the type, asks for a report, and keeps the traceback."""
    with Workers(trusted=trusted) as room:
        first, second = room.run(broken, told, [(1,), (2,)])
    for one in (first, second):
        assert isinstance(one, UnexpectedError)
        assert "KeyError" in str(one)
        assert "report" in str(one)
        assert "Traceback" not in str(one)
        assert "in broken" in one.traceback


def test_endless_recursion_and_a_result_that_cannot_be_sent_are_bugs() -> None:
    """The process does the next task."""
    with Workers() as room:
        (one,) = room.run(recursed, told, [(1,)])
        assert "RecursionError" in str(one)
        (two,) = room.run(unsendable, told, [(1,)])
        assert isinstance(two, UnexpectedError)
        assert list(room.run(doubled, lost, [(1,)])) == [2]
