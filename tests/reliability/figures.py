"""Figures: cases go in, the table of FIGURES.md and the short table of the README come out."""

import os
import platform
import subprocess
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tests.reliability.cases import Case, Setting
from tests.support.paths import CHECKOUT

PAGE = Path(__file__).with_name("FIGURES.md")
_BEGIN, _END = "<!-- reliability -->\n", "<!-- /reliability -->"
_SHOWN = 5  # of the cases of a row that do not hold


class Figure(NamedTuple):
    """A row of the table.

    Attributes:
        suite: the name of the suite.
        row: what was tried.
        tried: the number of cases.
        held: the number of cases without a fault.
        seconds: the longest time of a case.
        megabytes: the most memory of a process.
        broken: the cases with a fault.
    """

    suite: str
    row: str
    tried: int
    held: int
    seconds: float
    megabytes: float
    broken: tuple[Case, ...]


def count_cases(suite: str, cases: Iterable[Case]) -> list[Figure]:
    """Return a figure for each row of a suite, in the order in which the rows begin."""
    rows: dict[str, list[Case]] = {}
    for case in cases:
        rows.setdefault(case.row, []).append(case)
    return [_figure(suite, row, found) for row, found in rows.items()]


def _figure(suite: str, row: str, cases: Sequence[Case]) -> Figure:
    broken = tuple(case for case in cases if case.faults)
    return Figure(
        suite,
        row,
        len(cases),
        len(cases) - len(broken),
        max(case.seconds for case in cases),
        max(case.megabytes for case in cases),
        broken,
    )


def write_table(figures: Iterable[Figure]) -> str:
    """Return the figures as a table in Markdown."""
    head = (
        "| suite | tried | cases | held | worst time | worst memory |\n|---|---|--:|--:|--:|--:|\n"
    )
    return head + "".join(
        f"| {one.suite} | {one.row} | {one.tried:,} | {_told_held(one.held, one.tried)} "
        f"| {_seconds(one.seconds)} | {_megabytes(one.megabytes)} |\n"
        for one in figures
    )


def write_short_table(figures: Sequence[Figure]) -> str:
    """Return one line for each suite, as the README has it."""
    head = "| suite | cases | held | worst time | worst memory |\n|---|--:|--:|--:|--:|\n"
    suites = list(dict.fromkeys(one.suite for one in figures))
    return head + "".join(
        _short_line(name, [one for one in figures if one.suite == name]) for name in suites
    )


def _short_line(name: str, rows: Sequence[Figure]) -> str:
    tried, held = sum(one.tried for one in rows), sum(one.held for one in rows)
    seconds, memory = max(one.seconds for one in rows), max(one.megabytes for one in rows)
    told = f"{_told_held(held, tried)} | {_seconds(seconds)} | {_megabytes(memory)}"
    return f"| {name} | {tried:,} | {told} |\n"


def write_broken(figures: Iterable[Figure]) -> str:
    """Return the cases that do not hold, with their first fault, as a list in Markdown."""
    lines = []
    for one in figures:
        for case in one.broken[:_SHOWN]:
            fault = " ".join(case.faults[0].split())[:300].replace("|", "/")
            lines.append(f"- **{one.suite}, {one.row}**, {case.name}: {fault}\n")
        if (more := len(one.broken) - _SHOWN) > 0:
            lines.append(f"- **{one.suite}, {one.row}**: {more} more\n")
    return "".join(lines) or "Everything that was tried holds.\n"


def write_page(figures: Sequence[Figure], setting: Setting) -> str:
    """Return the whole page FIGURES.md."""
    return (
        "# Figures of `make reliability`\n\n"
        f"Written by the command on {date.today().isoformat()}, at commit {_commit()}: "
        f"{_portion(setting)}, seed {setting.seed}, {setting.patience:.0f} seconds and "
        f"{setting.memory:,} MB for a record. Python {platform.python_version()}, "
        f"{platform.system()}, {os.cpu_count()} cores.\n\n"
        "A case holds if the ledger balances (`tests/ledger.py`), the command ends in time and "
        "within its memory, and no traceback is on the terminal.\n\n"
        f"{write_table(figures)}\n## Cases that do not hold\n\n{write_broken(figures)}"
    )


def put_into_readme(text: str, figures: Sequence[Figure], setting: Setting) -> str:
    """Return the README with the short table between its two marks.

    Raises:
        ValueError: the README has no such marks.
    """
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError("the README has no block between <!-- reliability --> and its end")
    told = f"{_portion(setting).capitalize()} of `make reliability`, {date.today().isoformat()}:"
    return f"{before}{begin}{told}\n\n{write_short_table(figures)}{end}{after}"


def write_pages(figures: Sequence[Figure], setting: Setting) -> None:
    """Write FIGURES.md, and the block of the README."""
    PAGE.write_text(write_page(figures, setting), encoding="utf-8")
    readme = CHECKOUT / "README.md"
    told = put_into_readme(readme.read_text(encoding="utf-8"), figures, setting)
    readme.write_text(told, encoding="utf-8")


def _told_held(held: int, tried: int) -> str:
    return f"{held:,}" if held == tried else f"**{held:,}**"


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds else "–"


def _megabytes(megabytes: float) -> str:
    return f"{megabytes:,.0f} MB" if megabytes else "–"


def _portion(setting: Setting) -> str:
    return "all cases" if setting.portion == 1 else f"{setting.portion:.0%} of the cases"


def _commit() -> str:
    command = ["git", "rev-parse", "--short", "HEAD"]
    told = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    return told.stdout.strip() or "unknown"
