"""Signals that wait."""

import os
import signal
import subprocess
import sys

import pytest

from printkit.workers.held_signals import hold_signals, release_signals
from printkit.workers.tasks import Workers
from tests.support.worker_tasks import ENVIRONMENT, held_signals_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")

PROGRAM = """
import os, signal
from printkit.workers.held_signals import hold_signals, release_signals
signal.signal(signal.SIGTERM, lambda *_: print("signal"))
hold_signals()
os.kill(os.getpid(), signal.SIGTERM)
print("work")
release_signals()
print("end")
"""


def test_a_held_signal_comes_when_it_is_released() -> None:
    """The work in between is done first."""
    command = [sys.executable, "-c", PROGRAM]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT)
    assert ran.stdout.split() == ["work", "signal", "end"]


def test_a_worker_that_is_started_meanwhile_holds_no_signals(
    request: pytest.FixtureRequest,
) -> None:
    """A supervisor may end a worker with SIGTERM."""
    request.addfinalizer(release_signals)
    hold_signals()
    assert signal.SIGTERM in held_signals_of("")
    with Workers(preload="tests.support.worker_tasks") as room:
        assert room.do(held_signals_of, os.name) == []
