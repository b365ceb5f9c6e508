"""Page labels: the numbers that a viewer shows, as they are printed on the pages."""

from collections.abc import Iterable
from itertools import groupby

from pikepdf import Array, Dictionary, Name, Pdf

from printkit.bindery.page_table import PartPages

_STYLES = {"roman": Name.r, "arabic": Name.D}


def add_labels(pdf: Pdf, table: Iterable[PartPages]) -> None:
    """Label all pages of a file; one entry serves consecutive parts that are numbered alike."""
    labels: list[int | Dictionary] = []
    for numbering, rows in groupby(table, lambda row: row.part.numbering):
        opening = next(rows)
        labels += (opening.start, Dictionary(S=_STYLES[numbering], St=opening.first))
    pdf.Root.PageLabels = Dictionary(Nums=Array(labels))
