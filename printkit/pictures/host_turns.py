"""Turns at hosts: takes the name of a host, gives the right to ask this host for a picture.

Several threads fetch at the same time. A host that is asked by all of them together may slow down,
or shut printkit out.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from printkit.edition.limits import with_setting


class HostTurns:
    """The turns at all hosts of a run; several threads may share the object."""

    def __init__(self, most: int) -> None:
        """Take the number of fetches that may ask one host at the same time."""
        self._most = most
        self._asked: Counter[str] = Counter()
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, host: str, seconds: float) -> Iterator[None]:
        """Wait until few enough fetches ask the host; the turn ends with the `with` block.

        Args:
            host: the name of the host, in small letters.
            seconds: the longest time to wait.

        Raises:
            TimeoutError: the turn did not come in time.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._asked[host] < self._most, seconds):
                told = f"{self._most} other pictures of the host were not done in time"
                raise with_setting(TimeoutError(told), "fetches_per_host")
            self._asked[host] += 1
        try:
            yield
        finally:
            with self._changed:
                self._asked[host] -= 1
                if not self._asked[host]:
                    del self._asked[host]  # a run may ask very many hosts
                self._changed.notify_all()
