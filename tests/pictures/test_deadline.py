"""Deadlines: a connection is cut when the time is up, and no thread is left."""

import socket
import threading
import time

import pytest

from printkit.pictures.deadline import ConnectionDeadline


def test_a_silent_connection_is_cut() -> None:
    """Reading ends at the deadline, and the check then raises."""
    ours, theirs = socket.socketpair()
    ours.settimeout(60)
    deadline = ConnectionDeadline(0.2)
    assert deadline.watch(ours) is ours
    deadline.check()
    before = time.monotonic()
    with ours, theirs, deadline:
        assert ours.recv(1) == b""
        assert time.monotonic() - before > 0.1
        with pytest.raises(TimeoutError, match=r"within 0\.2 seconds"):
            deadline.check()


def test_a_connection_made_too_late_is_closed() -> None:
    """No byte is sent over the connection."""
    early, ours = socket.socketpair(), socket.socketpair()
    deadline = ConnectionDeadline(0.01)
    deadline.watch(early[0])
    with early[0], early[1], ours[1], deadline:
        assert early[0].recv(1) == b""  # the deadline is over
        with pytest.raises(TimeoutError):
            deadline.watch(ours[0])
        assert ours[0].fileno() == -1


def test_work_done_in_time_leaves_nothing_behind() -> None:
    """The timer's thread and the connection end with the work."""
    ours, theirs = socket.socketpair()
    threads = set(threading.enumerate())
    with ours, theirs:
        with ConnectionDeadline(60) as deadline:
            deadline.watch(ours)
            assert set(threading.enumerate()) - threads
        assert not set(threading.enumerate()) - threads
        assert theirs.recv(1) == b""


def test_work_that_cannot_be_interrupted_is_left_alone() -> None:
    """The errors of work that ends in time are raised as they are."""
    released = threading.Event()
    with pytest.raises(TimeoutError, match=r"within 0\.2 seconds"), ConnectionDeadline(0.2) as line:
        line.run(lambda: released.wait(120))
    assert not released.is_set()
    released.set()
    with ConnectionDeadline(60) as line:
        assert 0 < line.left < 60
        assert line.run(lambda: 7) == 7
        with pytest.raises(ValueError, match="invalid literal"):
            line.run(lambda: int("a"))
