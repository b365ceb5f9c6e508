"""Fetch the pictures of a whole run: many threads ask, one object keeps the limits for all.

Takes the networks and ports that may be asked; gives a function that fetches one address.
"""

from dataclasses import dataclass, fields
from functools import partial
from typing import Self

from printkit.edition.choices import Fetch
from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.pictures import network
from printkit.pictures.host_turns import MOST_AT_ONCE, HostTurns
from printkit.pictures.run_budget import MAX_BYTES_OF_RUN, MAX_SECONDS_OF_RUN, RunBudget


def fetch_for_run(choice: bool | Fetch, limits: Limits = DEFAULTS) -> Fetch | None:
    """Return the function that fetches pictures for a run, or None if the network is to stay off.

    Args:
        choice: the `fetch` of a job ticket: True stands for a `RunFetcher`.
        limits: how much a run may fetch.
    """
    return RunFetcher.within(limits) if choice is True else choice or None


@dataclass(eq=False, kw_only=True)
class RunFetcher:
    """A function that fetches pictures, for all records of a run.

    Several threads may call the object at the same time. Each run has an object of its own. A copy
    in another process has the same limits, and counts anew.

    Attributes:
        allowed_networks, allowed_ports, seconds, redirects: as `network.fetch` takes them.
        run_seconds: the most seconds of all fetches together.
        run_bytes: the most bytes of all answers together, after unpacking.
        at_once: the most fetches that ask one host at the same time.
    """

    allowed_networks: tuple[str, ...] = ()
    allowed_ports: tuple[int, ...] = ()
    seconds: float = network.SECONDS
    redirects: int = network.MAX_REDIRECTS
    run_seconds: float = MAX_SECONDS_OF_RUN
    run_bytes: int = MAX_BYTES_OF_RUN
    at_once: int = MOST_AT_ONCE

    @classmethod
    def within(
        cls,
        limits: Limits,
        allowed_networks: tuple[str, ...] = (),
        allowed_ports: tuple[int, ...] = (),
    ) -> Self:
        """Return a fetcher with the limits of a run."""
        return cls(
            allowed_networks=allowed_networks,
            allowed_ports=allowed_ports,
            seconds=limits.fetch_seconds,
            redirects=limits.redirects,
            run_seconds=limits.run_fetches_seconds,
            run_bytes=limits.run_fetches_size * MB,
            at_once=limits.fetches_per_host,
        )

    def __post_init__(self) -> None:
        self._budget = RunBudget(self.run_seconds, self.run_bytes)
        self._turns = HostTurns(self.at_once)

    def __reduce__(self) -> tuple[object, ...]:
        """Return how pickle makes a copy: locks and counts stay in this process."""
        settings = {one.name: getattr(self, one.name) for one in fields(self)}
        return partial(RunFetcher, **settings), ()

    def __call__(self, url: str) -> bytes:
        """Fetch the content of a web address, decompressed.

        Raises:
            PermissionError, OSError, PrintkitError: as `network.fetch`. The limits of the run are
                a PermissionError, too.
        """
        with self._budget.timed():
            return network.fetch(
                url,
                seconds=self.seconds,
                redirects=self.redirects,
                allowed_networks=self.allowed_networks,
                allowed_ports=self.allowed_ports,
                turns=self._turns,
                take_bytes=self._budget.take_bytes,
            )
