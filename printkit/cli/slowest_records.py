"""The slowest records of a run: times go in one by one, a table of ten records comes out."""

import heapq
from collections.abc import Iterator

from printkit.text.characters import safe_for_terminal

_MOST = 10
_LONGEST = 100  # characters of the name of a record in the table


class SlowestRecords:
    """The ten records that took longest; all others are forgotten at once."""

    def __init__(self) -> None:
        self._total = 0
        self._found: list[tuple[float, int, str]] = []

    def note(
        self, record: str, status: str, seconds: float, memory_mb: float | None = None
    ) -> None:
        """Take note of a record that is done.

        Args:
            record: the record as the user named it.
            status: the status of its account.
            seconds: how long the record took on the clock.
            memory_mb: the most memory that its process had, in MB; None if nobody measured this.
        """
        self._total += 1
        memory = "" if memory_mb is None else f"{memory_mb:,.0f} MB"
        name = safe_for_terminal(" ".join(record[-4 * _LONGEST :].split()))
        name = name if len(name) <= _LONGEST else f"…{name[-_LONGEST:]}"
        told = f"{seconds:8.2f} s {memory:>9}  {status:8}  {name}"
        # Of two records with one time, the first stays.
        heapq.heappush(self._found, (seconds, -self._total, told))
        if len(self._found) > _MOST:
            heapq.heappop(self._found)

    def table(self) -> Iterator[str]:
        """Yield the lines of the table, the slowest record first; nothing if there are no records.

        A line has seconds, memory, status and the name of the record.
        """
        if self._found:
            yield f"the slowest {len(self._found)} of {self._total:,} records:"
            yield from (told for _, _, told in sorted(self._found, reverse=True))
