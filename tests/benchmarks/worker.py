"""Measure what a worker process costs: one article printed in a worker, and in this process."""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import printkit
from tests.benchmarks import stopwatch
from tests.support.paths import CHECKOUT

_SAMPLE = CHECKOUT / "tests" / "samples" / "sochi.txt"
_COLD, _WARM = 1.15, 1.05
_MORE = 3  # times as many warm rounds as cold rounds: a warm round is short


def measure(rounds: int) -> Iterator[str]:
    """Tell the ratios for a whole command, and for a program that has printed before."""
    compiled = "yes" if stopwatch.is_compiled("weasyprint") else "NO"
    yield f"byte code of WeasyPrint compiled: {compiled}"
    yield f"{rounds} cold rounds and {rounds * _MORE} warm ones, each pair in turn; medians\n"
    with tempfile.TemporaryDirectory() as folder:
        pdf = str(Path(folder, "out.pdf"))
        command = [sys.executable, "-m", "printkit", "export", str(_SAMPLE), "-o", pdf]
        yield stopwatch.tell_ratio(
            "one article cold in a worker, to the same with --trust",
            stopwatch.time_pairs(command, [*command, "--trust"], rounds),
            _COLD,
        )
    for trusted in (True, False):
        _print_seconds(trusted=trusted)  # the first article finds no font and no style sheet
    warm = [
        (_print_seconds(trusted=False), _print_seconds(trusted=True)) for _ in range(rounds * _MORE)
    ]
    yield stopwatch.tell_ratio("one article warm in a worker, to trusted=True", warm, _WARM)


def _print_seconds(*, trusted: bool) -> float:
    began = time.perf_counter()
    printkit.export(_SAMPLE, trusted=trusted)
    return time.perf_counter() - began
