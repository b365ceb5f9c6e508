"""Idle workers wait for the next run of the program."""

import os

from printkit.edition.limits import Limits
from printkit.workers import idle
from printkit.workers.idle import PRELOADED
from printkit.workers.tasks import Workers
from tests.support.worker_tasks import has_weasyprint, is_alive, kept_memory, lost, process_of


def test_workers_wait_for_the_next_run() -> None:
    """The processes are not started again, and end when they are dismissed."""
    tasks = [(n,) for n in range(6)]
    with Workers(2) as room:
        first = set(room.run(process_of, lost, tasks))
    with Workers(2) as room:
        second = set(room.run(process_of, lost, tasks))
    assert os.getpid() not in first | second
    assert len(first | second) <= 2
    idle.dismiss()
    assert not any(map(is_alive, first | second))


def test_a_worker_is_replaced_after_some_tasks_and_when_it_has_grown() -> None:
    """A process keeps what it once took."""
    with Workers(limits=Limits(tasks_per_worker=2)) as room:
        assert len(set(room.run(process_of, lost, [(n,) for n in range(4)]))) == 2


def test_workers_have_imported_beforehand_what_they_need() -> None:
    """With a preload, a process begins with all imports; another process has imported nothing."""
    with Workers(preload=PRELOADED) as room:
        assert room.do(has_weasyprint, 1)
    with Workers() as room:
        assert not room.do(has_weasyprint, 1)


def test_a_worker_that_keeps_memory_is_replaced() -> None:
    """The first tasks say how large a worker is; a task that keeps much more is its last."""
    with Workers() as room:
        first = {room.do(process_of, number) for number in range(10)}
        assert len(first) == 1
        room.do(kept_memory, 400)
        assert room.do(process_of, 1) not in first
