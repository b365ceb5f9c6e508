"""Cases of `make reliability`: what was tried, and whether it held.

A suite is a function that takes a `Setting` and yields a `Case` for each thing that was tried. The
figures are made of cases. `try_all` does the work of many cases, two at a time.
"""

import random
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple, TypeVar

from tests.ledger import Ledger
from tests.reliability.hostile_bodies import Hostile, make_hostile
from tests.support.watched_commands import Ran

T = TypeVar("T")
_LANES = 2  # commands at a time, one for each core
_START = 15.0  # seconds for Python, the engines and good neighbours, on a busy machine
_NEW_WORKER = 3.0  # seconds
_numbers = count()


class Case(NamedTuple):
    """One thing that was tried.

    Attributes:
        row: the row of the table to which the case belongs, such as `export one`.
        name: the name of the case, which a seed makes again.
        faults: a sentence for each thing that did not hold.
        seconds: the time of the command; 0 where no command was timed.
        megabytes: the most memory of one process; 0 where it was not measured.
    """

    row: str
    name: str
    faults: tuple[str, ...]
    seconds: float = 0.0
    megabytes: float = 0.0


class Setting(NamedTuple):
    """The choices of a run, which each suite gets.

    Attributes:
        home: an empty folder for the files of the suites.
        seed: the number from which all chance comes.
        portion: how much of all cases is tried: 0.1 is a tenth.
        patience: the seconds that a record gets.
        memory: the megabytes that a process gets.
    """

    home: Path
    seed: int
    portion: float
    patience: float = 10.0
    memory: int = 2_000

    def pick(self, items: Sequence[T]) -> list[T]:
        """Return the portion of the items, chosen by the seed; never none."""
        numbers = random.Random(self.seed).sample(range(len(items)), self.share(len(items)))
        return [items[number] for number in sorted(numbers)]

    def share(self, number: int, least: int = 1) -> int:
        """Return the portion of a number, but not less than `least`."""
        return max(least, round(number * self.portion))

    def limits(self, command: str) -> list[str]:
        """Return the options that set the limits, if the command has such options."""
        known = {"--patience": f"{self.patience:.0f}", "--memory": str(self.memory)}
        return [
            word
            for name, value in known.items()
            if has_option(command, name)
            for word in (name, value)
        ]

    @property
    def longest_record(self) -> float:
        """Return the seconds of a record, with those that a new worker takes to start."""
        return self.patience + 2 + (_NEW_WORKER if self.judges_speed else _START)

    def longest(self, records: int = 1) -> float:
        """Return the seconds in which a command with so many slow records ends."""
        return records * (self.patience + 2) + _START

    @property
    def judges_speed(self) -> bool:
        """Tell whether ratios of times count: a part of the cases may run on a busy machine."""
        return self.portion == 1

    def hostile(self, ledger: Ledger) -> list[Hostile]:
        """Return the hostile records of the seed; records of thieves ask for the canary."""
        return make_hostile(ledger, self.seed)

    def open_ledger(self) -> Ledger:
        """Return a ledger in a folder of its own."""
        return Ledger(self.home / f"ledger-{next(_numbers)}")


@cache
def has_option(command: str, option: str) -> bool:
    """Tell whether a command of printkit has an option."""
    told = subprocess.run(
        [sys.executable, "-m", "printkit", command, "--help"], capture_output=True, text=True
    )
    return option in told.stdout.split()


def try_all(work: Callable[[T], Iterable[Case]], items: Iterable[T]) -> Iterator[Case]:
    """Yield the cases of all items; two items are worked on at a time.

    An item whose work fails by itself is a case that does not hold, and the others go on.
    """
    lanes = ThreadPoolExecutor(_LANES)
    try:
        for cases in lanes.map(lambda item: list(tell_failure(work, item)), items):
            yield from cases
    finally:
        lanes.shutdown(cancel_futures=True)


def tell_failure(work: Callable[[T], Iterable[Case]], item: T) -> Iterator[Case]:
    """Yield the cases of an item; an error of the suite itself is one more case."""
    try:
        yield from work(item)
    except Exception as error:  # noqa: BLE001  whatever it is, the other cases are to be tried
        lines = traceback.format_exception(error)
        yield Case("the suite itself", str(item)[:100], ("".join(lines)[-500:],))


def faults_of_end(ran: Ran, setting: Setting, codes: Iterable[int] = (0, 1)) -> list[str]:
    """Return faults of the end of a command: no end, a traceback, a strange code, too much memory.

    Args:
        ran: the end of the command.
        setting: says how much memory is allowed.
        codes: the exit codes that are in order.
    """
    faults = []
    if ran.code is None:
        faults.append(f"did not end in {ran.seconds:.0f} seconds")
    elif ran.code not in codes:
        faults.append(f"ended with exit code {ran.code}: {ran.errors.strip()[-200:]}")
    if "Traceback (most recent call last)" in ran.errors:
        faults.append(f"a traceback: {ran.errors.strip().splitlines()[-1][:200]}")
    if ran.megabytes > setting.memory:
        faults.append(f"a process took {ran.megabytes:.0f} MB")
    return faults
