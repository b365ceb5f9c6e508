"""Page labels: what a viewer calls the pages, as they are numbered on paper."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from pikepdf import Array, Dictionary, Name, Pdf

from printkit.bindery.book import Insert, Numbering, Part

_STYLES = {"roman": Name.r, "arabic": Name.D}


def add(pdf: Pdf, parts: Sequence[Part | Insert]) -> None:
    """Label all pages; a kind of numbers goes on where it stopped, pages without one are bare."""
    numbers: list[int | Dictionary] = []
    first, counted = 0, Counter[Numbering]()
    for numbering, run in groupby(parts, attrgetter("numbering")):
        label = Dictionary()
        if numbering in _STYLES:
            label = Dictionary(S=_STYLES[numbering], St=counted[numbering] + 1)
        numbers += (first, label)
        count = sum(_page_count(part) for part in run)
        counted[numbering] += count
        first += count
    pdf.Root.PageLabels = Dictionary(Nums=Array(numbers))


def _page_count(part: Part | Insert) -> int:
    return part.page_count if isinstance(part, Insert) else part.pages.page_count
