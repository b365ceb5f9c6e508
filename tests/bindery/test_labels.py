"""Page labels: the page numbers that a viewer shows."""

from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from printkit.bindery import labels
from printkit.bindery.book import Insert, Numbering
from printkit.bindery.page_table import page_table


def labelled(*runs: tuple[Numbering, int]) -> list[str]:
    """Return the labels of blank pages, as pypdf reads them."""
    file = pikepdf.new()
    for _ in range(sum(count for _, count in runs)):
        file.add_blank_page()
    parts = [Insert(b"", count, "", numbering) for numbering, count in runs]
    labels.add_labels(file, page_table(parts))
    target = BytesIO()
    file.save(target)
    return list(PdfReader(target).page_labels)


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ([("arabic", 2), ("arabic", 1)], ["1", "2", "3"]),
        ([("roman", 2), ("arabic", 2)], ["i", "ii", "1", "2"]),
        (
            [("roman", 1), ("arabic", 2), ("roman", 2), ("arabic", 1)],
            ["i", "1", "2", "ii", "iii", "3"],
        ),
    ],
)
def test_each_kind_of_numbers_is_counted_on(
    runs: list[tuple[Numbering, int]], said: list[str]
) -> None:
    """Roman numbers go on where roman numbers stopped; so do arabic numbers."""
    assert labelled(*runs) == said
