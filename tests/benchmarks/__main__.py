"""Run the benchmarks: `make bench`, or one of the commands below.

    python -m tests.benchmarks startup [--rounds N]
    python -m tests.benchmarks worker [--rounds N]
    python -m tests.benchmarks losses
    python -m tests.benchmarks digest [--quick | --articles N] [--rounds N] [--folder DIR]

Absolute times depend on the machine and its load; the ratios within one run count.
"""

import argparse
import sys
from itertools import chain
from pathlib import Path

from tests.benchmarks import digest, losses, startup, worker

SIZES = (10, 50, 200)


def main(words: list[str]) -> None:
    """Run the benchmark that the words name, or all benchmarks."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("what", nargs="?", choices=("startup", "worker", "losses", "digest"))
    parser.add_argument("--quick", action="store_true", help="ten articles")
    parser.add_argument("--articles", type=int, action="append", help="of the digest; repeatable")
    parser.add_argument("--rounds", type=int, help="of each contender")
    parser.add_argument("--folder", type=Path, default=Path("build/bench"))
    asked = parser.parse_args(words)
    sizes = asked.articles or ((10,) if asked.quick else SIZES)
    told = {
        "startup": startup.measure(asked.rounds or 9),
        "worker": worker.measure(asked.rounds or 9),
        "losses": losses.measure(),
        "digest": digest.measure(asked.folder.absolute(), sizes, asked.rounds),
    }
    for line in chain.from_iterable([told[asked.what]] if asked.what else told.values()):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
