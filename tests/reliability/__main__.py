"""Try printkit with hostile input and real faults, and write the figures: `make reliability`.

    python -m tests.reliability [--tenth|--portion P] [--write] [--seed N] [--patience S]
                                 [--only SUITE ...]

All suites together take 20 to 40 minutes on two cores. A run of all suites with all cases writes
its figures to FIGURES.md beside this file, and in short to the README. `--tenth` tries a tenth of
all cases, judges no ratios of times, and writes only with `--write`. A record gets 10 seconds in a
whole run, and 60 in a part. Exit code 0: everything holds. Exit code 1: something does not hold,
and the output names the cases.
"""

import argparse
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from tests.reliability.addresses import try_addresses
from tests.reliability.bodies import try_bodies
from tests.reliability.cases import Case, Setting, tell_failure
from tests.reliability.cluster import try_cluster
from tests.reliability.crowd import try_crowd
from tests.reliability.faults import try_faults
from tests.reliability.figures import count_cases, write_broken, write_pages, write_table
from tests.reliability.kills import try_kills
from tests.reliability.load import try_load
from tests.reliability.looks import try_looks
from tests.reliability.sabotage import try_sabotage
from tests.reliability.strange_pdfs import try_strange_pdfs
from tests.support.watched_commands import kill_all

SUITES: Mapping[str, Callable[[Setting], Iterator[Case]]] = {
    "hostile bodies": try_bodies,
    "addresses": try_addresses,
    "themes and choices": try_looks,
    "faults of the machine": try_faults,
    "killed runs": try_kills,
    "a crowd": try_crowd,
    "strange PDFs": try_strange_pdfs,
    "many records": try_load,
    "a cluster": try_cluster,
    "sabotaged guards": try_sabotage,
}

_PATIENCE = 10.0  # seconds
_PATIENCE_OF_PART = 60.0


def main(arguments: list[str]) -> int:
    """Run the suites, print and write their figures, and return the exit code."""
    asked = _read_arguments(arguments)
    print(f"seed {asked.seed}; the same seed makes the same cases", flush=True)
    signal.signal(signal.SIGTERM, _stop)
    # A shell starts a job in the background with the interrupt ignored, and so would the commands.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    figures = []
    with tempfile.TemporaryDirectory(prefix="reliability-") as home:
        os.environ["XDG_CACHE_HOME"] = home
        setting = Setting(Path(home), asked.seed, asked.portion, _patience(asked))
        for name in asked.only or SUITES:
            began = _clock_and_processors()
            figures += count_cases(name, _told(tell_failure(SUITES[name], setting)))
            took, worked = (b - a for a, b in zip(began, _clock_and_processors(), strict=True))
            told = f"{name}: {took:.0f} s, and {worked:.0f} s of processor time"
            print(told, file=sys.stderr, flush=True)
    print(write_table(figures), write_broken(figures), sep="\n")
    if asked.write or (asked.portion == 1 and not asked.only):
        write_pages(figures, setting)
    return int(any(one.broken for one in figures))


def _clock_and_processors() -> tuple[float, float]:
    """Return the seconds of the clock, and those that the commands worked."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic(), used.ru_utime + used.ru_stime


def _stop(number: int, _: object) -> None:
    """End the run and all its commands, as somebody wants to."""
    kill_all()
    sys.exit(128 + number)


def _told(cases: Iterable[Case]) -> Iterator[Case]:
    """Yield the cases, and say at once which of them do not hold."""
    for case in cases:
        if case.faults:
            print(f"{case.row}: {case.name}: {case.faults}"[:500], file=sys.stderr, flush=True)
        yield case


def _patience(asked: argparse.Namespace) -> float:
    """Return the seconds for a record; a part of the cases may run on a busy machine."""
    return float(asked.patience or (_PATIENCE if asked.portion == 1 else _PATIENCE_OF_PART))


def _read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.reliability")
    parser.add_argument("--tenth", action="store_const", dest="portion", const=0.1, default=1)
    parser.add_argument("--portion", type=float, help="how much of all cases is tried")
    parser.add_argument("--write", action="store_true", help="write the figures of a part, too")
    parser.add_argument("--seed", type=int, default=20261128)
    parser.add_argument("--patience", type=float, help="seconds for a record")
    parser.add_argument("--only", nargs="+", choices=SUITES, help="run these suites only")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
