"""Fetch the pictures of a whole run: many threads ask, one object keeps the limits for all.

Takes the networks and ports that may be asked; gives a function that fetches one address.
"""

from dataclasses import dataclass, fields
from functools import partial

from printkit.edition.choices import Fetch
from printkit.edition.limits import DEFAULTS, Limits
from printkit.pictures import network
from printkit.pictures.host_turns import HostTurns
from printkit.pictures.run_budget import RunBudget


def fetch_for_run(choice: bool | Fetch, limits: Limits = DEFAULTS) -> Fetch | None:
    """Return the function that fetches pictures for a run, or None if the network is to stay off.

    Args:
        choice: the `fetch` of a job ticket: True stands for a `RunFetcher`.
        limits: how much a run may fetch.
    """
    return RunFetcher(limits=limits) if choice is True else choice or None


@dataclass(eq=False, kw_only=True)
class RunFetcher:
    """A function that fetches pictures, for all records of a run.

    Several threads may call the object at the same time. Each run has an object of its own. A copy
    in another process has the same limits, and counts anew.

    Attributes:
        limits: the limits of each fetch, of the turns at one host, and of all fetches together.
        allowed_networks, allowed_ports: as `network.fetch` takes them.
    """

    limits: Limits = DEFAULTS

    allowed_networks: tuple[str, ...] = ()
    allowed_ports: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self._budget = RunBudget(self.limits)
        self._turns = HostTurns(self.limits.fetches_per_host)

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
                limits=self.limits,
                allowed_networks=self.allowed_networks,
                allowed_ports=self.allowed_ports,
                turns=self._turns,
                take_bytes=self._budget.take_bytes,
            )
