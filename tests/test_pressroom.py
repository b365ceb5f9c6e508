"""The press room: every task is accounted for, in order, whatever becomes of its process."""

import os
import time
from collections.abc import Iterator

import pytest

from printkit.pressroom import run


def doubled(number: int) -> int:
    """What the work makes of a task; one number kills its process."""
    if number == 13:
        os._exit(1)
    time.sleep(0.05 * (number % 2))  # so that later ones are done before earlier ones
    return 2 * number


def lost(loss: str, number: int) -> int:
    return -number if loss == "crashed" else 0


def process_of(number: int) -> int:
    return os.getpid()


def broken(number: int) -> int:
    raise KeyError(number)


def test_one_at_a_time_works_in_this_process() -> None:
    """And not before the next is asked for."""
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        return number

    results: Iterator[int] = run(work, lost, [(1,), (2,), (3,)])
    assert (next(results), begun) == (1, [1])
    assert list(results) == [2, 3]


def test_a_single_task_is_not_worth_a_process() -> None:
    """However many jobs are allowed."""
    assert list(run(process_of, lost, [(1,)], jobs=4)) == [os.getpid()]
    assert list(run(doubled, lost, [], jobs=4)) == []


def test_results_come_in_the_order_of_the_tasks_and_the_dead_are_told() -> None:
    """A process that dies takes down its own task and no other."""
    tasks = [(number,) for number in (1, 2, 13, 3, 4)]
    assert list(run(doubled, lost, tasks, jobs=2)) == [2, 4, -13, 6, 8]


def test_a_bug_flies_as_it_is() -> None:
    """Only dead processes are accounted for here; and the pool is gone afterwards."""
    with pytest.raises(KeyError):
        list(run(broken, lost, [(1,), (2,)], jobs=2))
