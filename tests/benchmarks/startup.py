"""Measure the time that printkit takes to start, and to print one article."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import printkit
from printkit.edition import Edition
from tests.benchmarks import stopwatch
from tests.support.paths import CHECKOUT
from tests.support.styles_on_disk import make_link, write_styles

SAMPLE = CHECKOUT / "tests" / "samples" / "sochi.txt"
BIN = Path(sys.executable).parent


def measure(rounds: int) -> Iterator[str]:
    """Time the pairs that matter; tell their ratios, with the bar each has to clear."""
    compiled = "yes" if stopwatch.is_compiled("weasyprint") else "NO"
    yield f"byte code of WeasyPrint compiled: {compiled}"
    yield f"{rounds} rounds, each pair in turn; medians of whole processes\n"
    with tempfile.TemporaryDirectory() as folder:
        page = _page_for_weasyprint(Path(folder))
        pdf = str(Path(folder, "out.pdf"))
        yield _compared(
            "printkit --help, to importing WeasyPrint",
            [str(BIN / "printkit"), "--help"],
            [sys.executable, "-c", "import weasyprint"],
            rounds,
            bar=0.12,
        )
        yield _compared(
            "one article cold, to the weasyprint command on the same HTML and CSS",
            [str(BIN / "printkit"), "export", str(SAMPLE), "-o", pdf],
            [str(BIN / "weasyprint"), "--pdf-variant", "pdf/a-3a", str(page), pdf],
            rounds,
            bar=1.0,
        )


def _compared(what: str, ours: list[str], theirs: list[str], rounds: int, bar: float) -> str:
    for command in (ours, theirs):
        stopwatch.seconds(command)  # the first run finds no file in the system's memory
    pairs = [(stopwatch.seconds(ours), stopwatch.seconds(theirs)) for _ in range(rounds)]
    mine, other = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    verdict = "within" if ratio <= bar else "OVER"
    return f"{what}: {ratio:.3f} ({verdict} {bar}); {mine:.3f} s to {other:.3f} s"


def _page_for_weasyprint(folder: Path) -> Path:
    """Write the sample's page and the theme's styles as files for the weasyprint command."""
    markup = printkit.export(SAMPLE).markup
    links = "".join(map(make_link, write_styles(Edition(), folder, markup)))
    page = folder / "page.html"
    page.write_text(markup.replace("</head>", f"{links}</head>"), encoding="utf-8")
    return page
