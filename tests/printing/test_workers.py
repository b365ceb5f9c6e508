"""Workers: every task is accounted for, in order, also if its process dies."""

import multiprocessing
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from printkit.errors import EditionError, PressError
from printkit.printing.workers import Workers, lost_error, run_tasks

FOR_EVER = 14


def doubled(number: int) -> int:
    """Double a number; one number kills its process, another number never ends."""
    if number == 13:
        os._exit(1)
    if number == FOR_EVER:
        time.sleep(600)
    time.sleep(0.05 * (number % 2))  # later tasks end before earlier tasks
    return 2 * number


def lost(loss: str, number: int) -> int:
    """Return the result in place of a lost task."""
    return -number if loss == "crashed" else 0


def slept(seconds: float) -> float:
    """Sleep for some seconds."""
    time.sleep(seconds)
    return seconds


def lost_sleep(_: str, __: float) -> float:
    """Return the result in place of a lost sleep."""
    return 0.0


def left_behind(_: int) -> str:
    """Leave a temporary folder behind."""
    return tempfile.mkdtemp()


def process_of(_: int) -> int:
    """Return the process that works."""
    return os.getpid()


def thread_of(_: int) -> str:
    """Return the thread that works."""
    return threading.current_thread().name


def has_weasyprint(_: int) -> bool:
    """Return whether this process has imported WeasyPrint."""
    return "weasyprint" in sys.modules


def broken(number: int) -> int:
    """Fail as a bug would."""
    raise KeyError(number)


def test_one_at_a_time_works_in_this_process() -> None:
    """A task starts when its result is asked for."""
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        return number

    results: Iterator[int] = run_tasks(work, lost, [(1,), (2,), (3,)])
    assert (next(results), begun) == (1, [1])
    assert list(results) == [2, 3]


def test_a_single_task_is_not_worth_a_process() -> None:
    """The number of allowed jobs makes no difference."""
    assert list(run_tasks(process_of, lost, [(1,)], jobs=4)) == [os.getpid()]
    assert list(run_tasks(doubled, lost, [], jobs=4)) == []


def test_results_come_in_the_order_of_the_tasks_and_the_dead_are_told() -> None:
    """A process that dies costs its own task only."""
    tasks = [(number,) for number in (1, 2, 13, 3, 4)]
    assert list(run_tasks(doubled, lost, tasks, jobs=2)) == [2, 4, -13, 6, 8]


def test_even_a_single_task_is_kept_apart() -> None:
    """A task that kills its process must not kill printkit's own process."""
    with Workers(2) as room:
        assert list(room.run(doubled, lost, [(13,)])) == [-13]
        assert list(room.run(doubled, lost, [])) == []


def test_a_bug_flies_as_it_is() -> None:
    """Only dead processes become accounts; and the pool is closed afterwards."""
    with pytest.raises(KeyError):
        list(run_tasks(broken, lost, [(1,), (2,)], jobs=2))


def test_a_task_that_takes_too_long_is_killed_and_told() -> None:
    """The workers go on with the next task."""
    with Workers(2, patience=1) as room:
        sizes = [60, 1, 60]
        assert list(room.run(doubled, lost, [(1,), (FOR_EVER,), (3,)], sizes)) == [2, 0, 6]
        assert list(room.run(doubled, lost, [(4,), (5,)], [60, 60])) == [8, 10]


def test_patience_is_as_many_times_as_long_as_a_task_is_large() -> None:
    """A section of n articles has n times the patience."""
    with Workers(2, patience=0.5) as room:
        tasks = [(600.0,), (2.0,)]
        assert list(room.run(slept, lost_sleep, tasks, sizes=[1, 120])) == [0.0, 2.0]


def test_what_a_killed_worker_leaves_behind_is_cleared_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers have a folder of their own for temporary files."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Workers(2) as room:
        folders = list(room.run(left_behind, lost, [(1,), (2,)]))
        assert all(Path(str(folder)).is_relative_to(tmp_path) for folder in folders)
    assert list(tmp_path.iterdir()) == []


def test_an_open_room_keeps_its_workers_for_the_next_run() -> None:
    """The workers are not started again, and stop with the room."""
    with Workers(2) as room:
        first = set(room.run(process_of, lost, [(n,) for n in range(6)]))
        second = set(room.run(process_of, lost, [(n,) for n in range(6)]))
        assert os.getpid() not in first | second
        assert len(first | second) <= 2
    assert not [one for one in multiprocessing.active_children() if one.pid in first | second]


def test_a_run_that_is_left_alone_takes_its_tasks_back() -> None:
    """A caller that stops asking gets no more work done."""
    with Workers(2) as room:
        results = room.run(doubled, lost, [(n,) for n in range(8)])
        assert next(results) == 0
        assert isinstance(results, Generator)
        results.close()
        assert list(room.run(doubled, lost, [(1,), (2,)])) == [2, 4]


@pytest.mark.parametrize("executor", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_will_do(executor: Callable[[int], Executor]) -> None:
    """Results come in order; the executor's owner shuts the executor down."""
    with executor(2) as own:
        with Workers(executor=own) as room:
            assert list(room.run(doubled, lost, [(n,) for n in (1, 2, 3, 4)])) == [2, 4, 6, 8]
        assert own.submit(doubled, 5).result() == 10


def test_even_a_single_task_goes_to_the_executor() -> None:
    """The owner of the executor wants the work done there."""
    with ThreadPoolExecutor(1, thread_name_prefix="theirs") as own, Workers(4, own) as room:
        assert list(room.run(thread_of, lost, [(1,)])) == ["theirs_0"]


def test_an_executor_that_breaks_is_told() -> None:
    """A process of the executor dies, and the executor accepts no more work."""
    with ProcessPoolExecutor(1) as own, Workers(executor=own) as room, pytest.raises(PressError):
        list(room.run(doubled, lost, [(1,), (13,), (2,)]))


def test_workers_have_imported_beforehand_what_they_need() -> None:
    """With a preload, forked processes share one import; other workers have imported nothing."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        pytest.skip("there is no forkserver on this system")
    with Workers(2, preload="printkit.printing.preloaded") as room:
        assert set(room.run(has_weasyprint, lost, [(1,), (2,)])) == {True}
    with Workers(2) as room:
        assert set(room.run(has_weasyprint, lost, [(1,), (2,)])) == {False}


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_workers_at_all_are_a_wrong_choice(jobs: int) -> None:
    """No task would ever be done."""
    with pytest.raises(EditionError, match=f"jobs is {jobs}"):
        Workers(jobs)
    with pytest.raises(EditionError):
        list(run_tasks(doubled, lost, [(1,), (2,)], jobs=jobs))


def test_a_loss_is_told_with_the_record_and_what_to_do() -> None:
    """The error reads like any other error of the press."""
    assert str(lost_error("crashed", "a.json")).startswith("a.json: the press crashed on this")
    assert str(lost_error("timeout", "a.json")).startswith("a.json: the press took too long")
