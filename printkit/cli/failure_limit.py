"""Stop a run that makes no sense: accounts go in, and a sentence comes out when too many failed."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from printkit.report import Account

FINE = frozenset({"ok", "skipped"})
"""The statuses of records that are no failures."""

_ENOUGH = 20  # records; of fewer, the share of failures says little


class FailureLimit:
    """How many records of a run may fail; records of an earlier run do not count.

    Args:
        most: the number of failures at which the run stops; None for no such number.
        rate: the failures, in percent of the records so far, above which the run stops; None for
            no such share.
    """

    def __init__(self, most: int | None, rate: float | None) -> None:
        self._most = most
        self._rate = rate
        self._done = self._failed = 0

    def take(self, account: "Account") -> str:
        """Count an account, and return why the run stops; empty for a run that goes on."""
        if account.earlier is not None:
            return ""
        self._done += 1
        self._failed += account.status not in FINE
        if self._most is not None and self._failed >= self._most:
            return f"{self._counted()}, which is the number of --fail-after"
        share = 100 * self._failed / self._done
        if self._rate is not None and self._done >= _ENOUGH and share > self._rate:
            return f"{self._counted()}, which is more than the {self._rate:g} % of --fail-rate"
        return ""

    def _counted(self) -> str:
        return f"stopped: {self._failed} of {self._done} records failed"
