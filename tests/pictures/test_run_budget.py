"""The budget of a run: seconds and bytes of all fetches together, counted in several threads."""

import threading
import time

import pytest

from printkit.edition.limits import Limits
from printkit.pictures.run_budget import RunBudget


def test_the_seconds_of_all_fetches_count() -> None:
    """A fetch that has begun is not stopped; the next fetch does not begin."""
    budget = RunBudget(Limits(run_fetches_seconds=0.02))
    with budget.timed():
        time.sleep(0.03)
    with pytest.raises(PermissionError, match=r"took 0\.02 seconds.*limit of a run") as caught:
        budget.timed().__enter__()
    assert caught.value.__notes__ == ["limits.run_fetches_seconds changes the limit"]


def test_the_bytes_of_all_threads_count() -> None:
    """No byte gets lost where threads count at the same time; the block of no fetch is entered."""
    budget = RunBudget(Limits(run_fetches_size=1))

    def take() -> None:
        for _ in range(1_000):
            budget.take_bytes(124)

    threads = [threading.Thread(target=take) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with budget.timed():
        pass
    with pytest.raises(PermissionError, match=r"1 MB.*limit of a run") as caught:
        budget.take_bytes(8_000)
    assert caught.value.__notes__ == ["limits.run_fetches_size changes the limit"]
    with pytest.raises(PermissionError), budget.timed():
        raise AssertionError("nothing is fetched any more")
