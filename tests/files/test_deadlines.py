"""Deadlines of calls: a late call is an error, and every other call gives its result or error."""

import os
from threading import Event, Timer

import pytest

from printkit.files.deadlines import call_within
from printkit.files.haste import begin_haste, end_haste
from tests.support.time_limits import ends_soon


def test_a_call_gives_its_result_or_its_error() -> None:
    """The error is the one that the call raised."""
    assert call_within(30, lambda: 7) == 7
    with pytest.raises(KeyError, match="NONE"):
        call_within(30, lambda: os.environ["NONE"])


def test_a_call_that_never_ends_is_an_error() -> None:
    """The caller goes on."""
    ended = Event()
    with ends_soon(), pytest.raises(TimeoutError):
        call_within(0.05, ended.wait)
    ended.set()


def test_haste_shortens_a_call_that_goes_on_already() -> None:
    """A signal may come while the process waits for a store."""
    ended = Event()
    hurry = Timer(0.2, begin_haste)
    hurry.start()
    try:
        with ends_soon(), pytest.raises(TimeoutError):
            call_within(300, ended.wait)
    finally:
        end_haste()
        ended.set()
