"""Measure time and memory of whole processes, as a user would start them."""

import os
import re
import subprocess
import time
from collections.abc import Mapping, Sequence
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.support.process_families import Family

_SAMPLES_APART = 0.05  # seconds
_MIB = 1024


class Memory(NamedTuple):
    """The largest memory that a command held at one time, in MiB.

    Attributes:
        first: the memory of the first process, as the system counts the memory.
        family: the memory of the process and its children, in samples; shared memory counts once.
    """

    first: float
    family: float


def seconds(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """Return the seconds that a command takes, from its start to its end.

    Raises:
        CalledProcessError: the command failed; a failure must not pass for speed.
    """
    start = time.perf_counter()
    try:
        subprocess.run(command, check=True, capture_output=True, env=_environment(environment))
    except subprocess.CalledProcessError as error:
        error.add_note(error.stderr.decode(errors="replace")[-2_000:])
        raise
    return time.perf_counter() - start


def time_pairs(
    ours: Sequence[str], theirs: Sequence[str], rounds: int
) -> list[tuple[float, float]]:
    """Return the seconds of two commands, which run in turn; each runs once before that.

    Raises:
        CalledProcessError: a command failed.
    """
    for command in (ours, theirs):
        seconds(command)  # the first run finds no file in the system's memory
    return [(seconds(ours), seconds(theirs)) for _ in range(rounds)]


def tell_ratio(what: str, pairs: Sequence[tuple[float, float]], bar: float) -> str:
    """Return a line with the median ratio of pairs of seconds, and the bar for the ratio."""
    mine, other = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    verdict = "within" if ratio <= bar else "OVER"
    return f"{what}: {ratio:.3f} ({verdict} {bar}); {mine:.3f} s to {other:.3f} s"


def memory(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Memory | None:
    """Return the memory that a command takes, or None if the system does not tell.

    Raises:
        CalledProcessError: the command failed.
    """
    first = family = 0.0
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment(environment)
    ) as running:
        members = Family(running.pid)
        while running.poll() is None:
            first = max(first, _told(running.pid, "status", "VmHWM"))
            family = max(
                family, sum(_told(one, "smaps_rollup", "Pss") for one in members.find_members())
            )
            time.sleep(_SAMPLES_APART)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return Memory(first / _MIB, max(first, family) / _MIB) if first else None


def is_compiled(package: str) -> bool:
    """Return whether Python has a package's byte code, and so starts fast."""
    spec = find_spec(package)
    return bool(spec and spec.origin and Path(cache_from_source(spec.origin)).exists())


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    """Return the environment and more variables; Python may use its byte code."""
    kept = {name: one for name, one in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **(more or {})}


def _told(process: int, file: str, name: str) -> float:
    """Return a number of KiB from /proc; 0 where the process is gone."""
    try:
        text = Path(f"/proc/{process}/{file}").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    found = re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE)
    return float(found[1]) if found else 0.0
