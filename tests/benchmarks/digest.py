"""Digests of several sizes: ours side by side with the single document and with other engines."""

import os
import platform
import shutil
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import NamedTuple

from pypdf import PdfReader

from tests.benchmarks import chart, stopwatch
from tests.benchmarks.contenders import SINGLE, Contender, Workplace, contenders, skipped
from tests.benchmarks.corpus import PHOTOGRAPHS
from tests.benchmarks.stopwatch import Memory

# The bars of issue 3: ratios to the single document, of time and of the first process's memory.
TIME_BARS = {
    (50, "printkit, all anew"): 0.70,
    (50, "printkit, one article changed"): 0.20,
    (50, "printkit, nothing changed"): 0.10,
    (200, "printkit, all anew"): 0.60,
}
MEMORY_BARS = {(200, "printkit, all anew"): 0.60}
SIZE_BAR = 1.05
_INCOMPARABLE = """
What is not comparable:

- One article a page longer: all pages behind it are numbered anew, and the contents printed.
- The single document is printed from HTML that is ready: reading the records, copy-editing and
  gathering their pictures is not in its time, and is in ours.
- Its tags are WeasyPrint's own; ours are repaired on the way, and every page is checked.
- Chromium prints the same HTML; but it knows no running heads from the text, writes neither
  PDF/A nor records into the file, and no folios into the contents.
- Typst sets the same text, pictures and records in the same faces, as PDF/A-3A and PDF/UA-1;
  but it takes no HTML and no CSS, and the pages are not ours. It is the mark for speed.
- Memory is that of one more run each, sampled twenty times a second; of all processes it is
  the proportional share, so that pages which several hold count once.
"""


class Row(NamedTuple):
    """The measured values of a contender.

    Attributes:
        name: the name of the contender.
        seconds: the median time of all rounds.
        ratio: the median ratio of the time to the single document's time in the same round.
        memory: the memory of the first process and of all processes, if the system tells.
        size: the size of the PDF, in bytes.
        pages: the number of pages of the PDF.
    """

    name: str
    seconds: float
    ratio: float
    memory: Memory | None
    size: int
    pages: int


def measure(folder: Path, sizes: Sequence[int], rounds: int | None) -> Iterator[str]:
    """Measure digests of each size; a table and a plot go into the folder.

    Yields the lines of the table, as soon as each line is known.

    Args:
        folder: the folder for corpus, table and plot; large files are removed at the end.
        sizes: the numbers of articles.
        rounds: the number of rounds of all contenders; by default, larger digests have fewer.
    """
    folder.mkdir(parents=True, exist_ok=True)
    text, found = [*_opening(), ""], {}
    yield from text
    for articles in sizes:
        count = rounds or (5 if articles <= 10 else 3 if articles <= 50 else 2)
        heading = f"## {articles} articles, {count} rounds, {_load()}"
        found[articles] = _measured(folder, articles, count)
        table = [heading, "", *_table(articles, found[articles])]
        yield from table
        text += table
    (folder / "digest.md").write_text("\n".join(text) + _INCOMPARABLE, encoding="utf-8")
    chart.draw(
        "Time to print a digest, as a ratio to WeasyPrint printing it as a single document",
        {f"{n} articles": {row.name: row.ratio for row in rows} for n, rows in found.items()},
        folder / "digest.png",
    )
    yield f"{folder / 'digest.md'}\n{folder / 'digest.png'}"


def _measured(folder: Path, articles: int, rounds: int) -> list[Row]:
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    place = Workplace.made(work, folder / "corpus", articles)
    entered = list(contenders(place))
    times = [{one.name: _timed(one, number) for one in entered} for number in range(rounds)]
    memories = {one.name: _weighed(one, rounds) for one in entered}
    rows = [_row(one, times, memories[one.name]) for one in entered]
    shutil.rmtree(work)
    return rows


def _timed(one: Contender, number: int) -> float:
    one.prepare(number)
    return stopwatch.seconds(one.command, one.environment)


def _weighed(one: Contender, number: int) -> Memory | None:
    one.prepare(number)
    return stopwatch.memory(one.command, one.environment)


def _row(one: Contender, times: Sequence[Mapping[str, float]], memory: Memory | None) -> Row:
    seconds = median(each[one.name] for each in times)
    ratio = median(each[one.name] / each[SINGLE] for each in times)
    pages = len(PdfReader(one.pdf).pages)
    return Row(one.name, seconds, ratio, memory, one.pdf.stat().st_size, pages)


def _opening() -> Iterator[str]:
    compiled = "is" if stopwatch.is_compiled("weasyprint") else "IS NOT"
    photographs = "cut from real ones" if PHOTOGRAPHS.is_dir() else "drawn"
    present = filter(find_spec, ("weasyprint", "pikepdf", "typst"))
    engines = ", ".join(f"{one} {version(one)}" for one in present)
    yield "# The digest, measured"
    yield ""
    yield "Whole processes, the contenders one after the other in each round; medians."
    yield f"Python {platform.python_version()}, {engines}; WeasyPrint's byte code {compiled}"
    yield f"compiled. {os.cpu_count()} cores. Photographs are {photographs}. The load is that of"
    yield "others before the first round: where it is not near 0, times are not to be quoted."
    yield from (f"Left out: {reason}." for reason in skipped())


def _load() -> str:
    return f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "load unknown"


def _table(articles: int, rows: Sequence[Row]) -> Iterator[str]:
    single = next(row for row in rows if row.name == SINGLE)
    yield "| | seconds | ratio | MiB, first process | MiB, all | MB of PDF | pages |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for row in rows:
        ratio = f"{row.ratio:.2f}{_verdict(row.ratio, TIME_BARS.get((articles, row.name)))}"
        first, family = "not measured", "not measured"
        if row.memory and single.memory:
            share = row.memory.first / single.memory.first
            bar = MEMORY_BARS.get((articles, row.name))
            first = f"{row.memory.first:.0f} ({share:.2f}{_verdict(share, bar)})"
            family = f"{row.memory.family:.0f}"
        weight = row.size / single.size
        bar = SIZE_BAR if row.name.startswith("printkit") else None
        size = f"{row.size / 1e6:.2f} ({weight:.3f}{_verdict(weight, bar)})"
        cells = (row.name, f"{row.seconds:.2f}", ratio, first, family, size, str(row.pages))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _verdict(ratio: float, bar: float | None) -> str:
    if bar is None:
        return ""
    return f", within {bar:.2f}" if ratio <= bar else f", OVER {bar:.2f}"
