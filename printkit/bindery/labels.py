"""Label the pages of the bound file with the numbers that are printed on them."""

from collections.abc import Iterable
from itertools import groupby

from pikepdf import Array, Dictionary, Name, Pdf

from printkit.bindery.page_table import PartPages

_STYLES = {"roman": Name.r, "arabic": Name.D}


def add_labels(pdf: Pdf, table: Iterable[PartPages]) -> None:
    """Give every page its label, which viewers show instead of its place in the file."""
    # An entry labels all pages up to the next entry, so one entry serves parts in a row that have
    # the same numbering.
    labels: list[int | Dictionary] = []
    for numbering, rows in groupby(table, lambda row: row.part.numbering):
        opening = next(rows)
        labels += (opening.start, Dictionary(S=_STYLES[numbering], St=opening.first))
    pdf.Root.PageLabels = Dictionary(Nums=Array(labels))
