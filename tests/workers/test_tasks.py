"""Workers: every task is accounted for, in order, even if its process dies."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from printkit.edition.limits import Limits
from printkit.errors import EditionError
from printkit.workers.tasks import Workers
from tests.support.worker_tasks import (
    FOR_EVER,
    dead_once,
    doubled,
    lost,
    lost_sleep,
    process_of,
    slept,
    told,
)


def test_trusted_work_is_done_in_this_process() -> None:
    """A task starts when its result is asked for."""
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        return number

    with Workers(trusted=True) as room:
        results: Iterator[int] = room.run(work, lost, [(1,), (2,), (3,)])
        assert (next(results), begun) == (1, [1])
        assert list(results) == [2, 3]


def test_a_second_try_is_told_with_the_error_and_the_task() -> None:
    """The caller learns of the try before the task is done again."""
    told_of: list[tuple[object, ...]] = []
    with Workers() as room:
        room.note_retry = lambda *found: told_of.append(found)
        assert list(room.run(doubled, lost, [(13,), (2,)])) == [-13, 4]
    ((error, number),) = told_of
    assert (type(error).__name__, number) == ("CrashError", 13)


def test_a_task_that_the_end_of_the_run_kills_is_not_tried_again() -> None:
    """A run that the caller leaves begins no work."""
    told_of: list[tuple[object, ...]] = []
    with Workers(2) as room:
        room.note_retry = lambda *found: told_of.append(found)
        next(room.run(slept, lost_sleep, [(0.1,), (5.0,), (5.0,)]))
    assert told_of == []


def test_even_one_job_is_done_in_another_process() -> None:
    """The process stays for the next task."""
    with Workers() as room:
        first, second = room.run(process_of, lost, [(1,), (2,)])
    assert first == second != os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_tasks_and_the_dead_are_told(jobs: int) -> None:
    """A process that dies costs its own task only."""
    tasks = [(number,) for number in (1, 2, 13, 3, 4)]
    with Workers(jobs) as room:
        assert list(room.run(doubled, lost, tasks)) == [2, 4, -13, 6, 8]


def test_any_number_of_dead_processes_costs_their_own_tasks() -> None:
    """No pool breaks: ten tasks die, and each is tried twice."""
    with Workers(2) as room:
        found = list(room.run(doubled, lost, [(n,) for n in [13] * 10 + [1]]))
    assert found == [-13] * 10 + [2]


def test_a_task_whose_process_died_is_tried_once_more(tmp_path: Path) -> None:
    """The second process does the task."""
    with Workers() as room:
        room.let_write(tmp_path)
        assert list(room.run(dead_once, told, [(str(tmp_path / "dead"),)])) == ["done"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_takes_too_long_is_killed_and_told(jobs: int) -> None:
    """The workers go on with the next task."""
    with Workers(jobs, limits=Limits(patience=1)) as room:
        sizes = [60, 1, 60]
        assert list(room.run(doubled, lost, [(1,), (FOR_EVER,), (3,)], sizes)) == [2, 0, 6]
        assert list(room.run(doubled, lost, [(4,), (5,)], [60, 60])) == [8, 10]


def test_patience_is_as_many_times_as_long_as_a_task_is_large() -> None:
    """A section of n articles has n times the patience."""
    with Workers(2, limits=Limits(patience=0.5)) as room:
        tasks = [(600.0,), (2.0,)]
        assert list(room.run(slept, lost_sleep, tasks, sizes=[1, 120])) == [0.0, 2.0]


def test_a_run_that_is_left_alone_takes_its_tasks_back() -> None:
    """A caller that stops asking gets no more work done."""
    with Workers(2) as room:
        results = room.run(doubled, lost, [(n,) for n in range(8)])
        assert next(results) == 0
        assert isinstance(results, Generator)
        results.close()
        assert list(room.run(doubled, lost, [(1,), (2,)])) == [2, 4]


def test_tasks_are_taken_one_by_one() -> None:
    """A run of any number of tasks holds only a few of them."""
    taken: list[int] = []

    def tasks() -> Iterator[tuple[int]]:
        for number in range(20, 120):
            taken.append(number)
            yield (number,)

    with Workers(2) as room:
        results = room.run(doubled, lost, tasks())
        assert next(results) == 40
        assert len(taken) <= 7
        assert sum(1 for _ in results) == 99


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_workers_at_all_are_a_wrong_choice(jobs: int) -> None:
    """No task would ever be done."""
    with pytest.raises(EditionError, match=f"jobs is {jobs}"):
        Workers(jobs)
