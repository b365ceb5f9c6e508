"""Measure the share of an export that the comparison of pages and raw body takes."""

import time
from collections.abc import Iterator
from statistics import median

from printkit.article import Article
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.markup.article import article_page
from printkit.preflight import inventory, preflight
from printkit.preflight.readback import ReadPdf
from printkit.prepare import prepare
from printkit.press import engine
from printkit.readers import Reading
from printkit.readers.inputs import read_one
from printkit.themes import find_theme
from tests.support.paths import CORPUS

_BAR = 0.03
_EDITION = Edition(language="en")
_WORDS = [
    "sun",
    "mon",
    "tue",
    "the",
    "of",
    "in",
    "on",
    "it",
    "is",
    "was",
    "one",
    "two",
    "no",
    "yes",
    "port",
    "quay",
    "sea",
    "fog",
]


def measure() -> Iterator[str]:
    """Tell the share for the articles of the corpus, and for the two slowest bodies."""
    shares = sorted(_share(read_one(path)) for path in sorted((CORPUS / "articles").glob("*.json")))
    if shares:
        yield _told(f"the median of {len(shares)} articles", median(shares))
        yield f"the largest of {len(shares)} articles: {shares[-1]:.3f}"
    yield _told("300 short items that repeat each other", _share(_made(_items(300))))
    yield _told("a body of two million characters", _share(_made(_prose(1_950_000))))


def _told(what: str, share: float) -> str:
    verdict = "within" if share <= _BAR else "OVER"
    return f"losses sought in {what}, to the whole export: {share:.3f} ({verdict} {_BAR})"


def _share(reading: Reading) -> float:
    """Return the CPU time for the losses of an article, as a share of its whole export."""
    start = time.process_time()
    made = prepare(reading, JobTicket(_EDITION))
    page = article_page(made, _EDITION)
    pages = engine.print_pages(page, find_theme(_EDITION.theme))
    preflight(pages, page)
    whole = time.process_time() - start
    pdf = ReadPdf(pages.pdf)
    assert pdf.pages  # an export has read the pages before this check
    start = time.process_time()
    inventory.find_losses(page, pdf, pages.missing)
    return (time.process_time() - start) / whole


def _made(body: str) -> Reading:
    return Reading("made", Article(headline="A headline", body=body), None, ())


def _items(count: int) -> str:
    return f"<ul>{''.join(f'<li>{_phrase(at, 2)} {at % 31}' for at in range(count))}</ul>"


def _prose(characters: int) -> str:
    paragraph = f"<p>{_phrase(1, 60)}</p>"
    return "".join(f"<p>{_phrase(at, 60)}</p>" for at in range(characters // len(paragraph)))


def _phrase(at: int, count: int) -> str:
    return " ".join(_WORDS[(at * 7 + word * (word + at)) % len(_WORDS)] for word in range(count))
