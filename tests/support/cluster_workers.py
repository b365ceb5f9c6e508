"""Find the worker processes of a cluster on this machine."""

from concurrent.futures import Executor

from tests.support.worker_tasks import slept_process


def find_workers(executor: Executor, count: int = 3) -> set[int]:
    """Return the processes of so many workers of one thread, which sleep at the same time."""
    found: set[int] = set()
    while len(found) < count:
        naps = [executor.submit(slept_process, 0.5) for _ in range(count)]
        found |= {nap.result() for nap in naps}
    return found
