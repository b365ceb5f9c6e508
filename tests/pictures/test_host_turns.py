"""Turns at hosts: few fetches ask one host at the same time, whatever the number of threads."""

import threading
import time

import pytest

from printkit.pictures.host_turns import HostTurns
from tests.support.time_limits import ends_soon


def test_a_host_is_asked_by_few_at_the_same_time() -> None:
    """Thirty threads ask one host; another host is asked meanwhile."""
    turns = HostTurns(3)
    asking: list[int] = []
    seen: list[int] = []

    def ask(number: int) -> None:
        with turns.turn("example.org", 60):
            asking.append(number)
            seen.append(len(asking))
            with turns.turn("other.example.org", 0):
                time.sleep(0.01)
            asking.remove(number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(30)]
    with ends_soon():
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    assert len(seen) == 30
    assert max(seen) == 3


def test_the_wait_for_a_turn_has_an_end() -> None:
    """The turn of the first fetch ends with its block, also by an error."""
    turns = HostTurns(1)
    late = pytest.raises(TimeoutError, match="1 other pictures")
    with turns.turn("a", 0), late as caught, ends_soon():
        turns.turn("a", 0.05).__enter__()
    assert caught.value.__notes__ == ["limits.fetches_per_host changes the limit"]
    with pytest.raises(ValueError, match="broken"), turns.turn("a", 0):
        raise ValueError("broken")
    with turns.turn("a", 0):
        pass
