"""Measure the time that printkit takes to start, and to print one article."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

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
        helping = stopwatch.time_pairs(
            [str(BIN / "printkit"), "--help"], [sys.executable, "-c", "import weasyprint"], rounds
        )
        yield stopwatch.tell_ratio("printkit --help, to importing WeasyPrint", helping, bar=0.12)
        printing = stopwatch.time_pairs(
            [str(BIN / "printkit"), "export", str(SAMPLE), "-o", pdf],
            [str(BIN / "weasyprint"), "--pdf-variant", "pdf/a-3a", str(page), pdf],
            rounds,
        )
        what = "one article cold, to the weasyprint command on the same HTML and CSS"
        yield stopwatch.tell_ratio(what, printing, bar=1.0)


def _page_for_weasyprint(folder: Path) -> Path:
    """Write the sample's page and the theme's styles as files for the weasyprint command."""
    markup = printkit.export(SAMPLE).markup
    links = "".join(map(make_link, write_styles(Edition(), folder, markup)))
    page = folder / "page.html"
    page.write_text(markup.replace("</head>", f"{links}</head>"), encoding="utf-8")
    return page
