"""Deadlines: a connection is cut when the time is up, and no thread is left."""

import socket
import threading
import time

import pytest

from printkit.pictures.deadline import ConnectionDeadline


def test_a_silent_connection_is_cut() -> None:
    """Reading ends at the deadline, and the check then raises."""
    ours, theirs = socket.socketpair()
    before = time.monotonic()
    with ours, theirs, ConnectionDeadline(0.2) as deadline:
        assert deadline.watch(ours) is ours
        deadline.check()
        assert ours.recv(1) == b""
        with pytest.raises(TimeoutError, match=r"within 0\.2 seconds"):
            deadline.check()
    assert 0.1 < time.monotonic() - before < 2


def test_a_connection_made_too_late_is_closed() -> None:
    """No byte is sent over the connection."""
    ours, theirs = socket.socketpair()
    with theirs, ConnectionDeadline(0.01) as deadline:
        time.sleep(0.2)
        with pytest.raises(TimeoutError):
            deadline.watch(ours)
        assert ours.fileno() == -1


def test_work_done_in_time_leaves_nothing_behind() -> None:
    """The timer's thread and the connection end with the work."""
    ours, theirs = socket.socketpair()
    threads = threading.active_count()
    with ours, theirs:
        with ConnectionDeadline(60) as deadline:
            deadline.watch(ours)
        assert threading.active_count() == threads
        assert theirs.recv(1) == b""


@pytest.mark.timeout(10)
def test_work_that_cannot_be_interrupted_is_left_alone() -> None:
    """The errors of work that ends in time are raised as they are."""
    released = threading.Event()
    before = time.monotonic()
    with pytest.raises(TimeoutError, match=r"within 0\.2 seconds"), ConnectionDeadline(0.2) as line:
        line.run(lambda: released.wait(60))
    assert time.monotonic() - before < 1.5
    released.set()
    with ConnectionDeadline(5) as line:
        assert 4 < line.left < 5
        assert line.run(lambda: 7) == 7
        with pytest.raises(ValueError, match="invalid literal"):
            line.run(lambda: int("a"))
