"""The budget of a run: takes the seconds and bytes of each fetch, refuses to fetch when it is used.

A record has limits of its own. A run of very many records would still fetch for days, if each
record went to its limits.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from printkit.edition.limits import MB, Limits, with_setting, written


class RunBudget:
    """The seconds and the bytes that all fetches of a run may take; threads may share the object.

    Fetches at the same time count each: two fetches of a second are two seconds.
    """

    def __init__(self, limits: Limits) -> None:
        """Take `run_fetches_seconds`, and `run_fetches_size`, which counts unpacked bytes."""
        self._most_seconds, self._most_size = limits.run_fetches_seconds, limits.run_fetches_size
        self._seconds, self._bytes = 0.0, 0
        self._lock = threading.Lock()

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Count the seconds of the `with` block.

        Raises:
            PermissionError: the seconds or the bytes are used up. The block is not entered.
        """
        self.take_bytes(0)
        if self._seconds >= self._most_seconds:
            limit = f"{written(self._most_seconds)} seconds"
            told = f"the pictures of this run took {limit} to fetch, which is the limit of a run"
            raise with_setting(PermissionError(told), "run_fetches_seconds")
        start = time.monotonic()
        try:
            yield
        finally:
            with self._lock:
                self._seconds += time.monotonic() - start

    def take_bytes(self, number: int) -> None:
        """Count bytes that arrived, also those of an answer that is refused later.

        Raises:
            PermissionError: there are too many bytes.
        """
        with self._lock:
            self._bytes += number
            if self._bytes >= self._most_size * MB:
                limit = f"{written(self._most_size)} MB"
                told = f"the pictures of this run have {limit}, which is the limit of a run"
                raise with_setting(PermissionError(told), "run_fetches_size")
