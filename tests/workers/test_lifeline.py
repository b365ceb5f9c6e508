"""A worker ends with its parent, whatever the worker does."""

import os
import re
import signal
import subprocess
import sys

import pytest

from printkit.workers.lifeline import Lifeline, end_with
from tests.support.worker_tasks import ENVIRONMENT


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a worker with its next read")
def test_a_worker_that_holds_pythons_lock_ends_with_the_lifeline() -> None:
    """No thread of Python runs while a pattern tries all its ways."""
    lifeline = Lifeline()
    program = (
        "import sys; from tests.workers.test_lifeline import hold_lock; hold_lock(int(sys.argv[1]))"
    )
    with lifeline.handed_over() as given:
        worker = subprocess.Popen(
            [sys.executable, "-c", program, *map(str, given)],
            stdout=subprocess.PIPE,
            env=ENVIRONMENT,
            pass_fds=given,
        )
    try:
        assert worker.stdout
        assert worker.stdout.readline() == b"busy\n"
        lifeline.cut()
        assert worker.wait(30) == -signal.SIGIO
    finally:
        worker.kill()
        worker.communicate()


def test_a_lifeline_is_cut_twice_without_harm() -> None:
    """A process that is stopped twice closes its pipe once."""
    lifeline = Lifeline()
    with lifeline.handed_over():
        pass
    lifeline.cut()
    lifeline.cut()


def hold_lock(pipe: int) -> None:
    """End with a pipe, and hold Python's lock for ever."""
    end_with(pipe)
    os.write(1, b"busy\n")
    re.match("(a+)+$", "a" * 60 + "b")
