"""Labels: what a viewer calls the pages."""

from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from printkit.bindery import labels
from printkit.bindery.book import Insert, Numbering


def labelled(*runs: tuple[Numbering, int]) -> list[str]:
    """The labels of blank pages, as pypdf reads them; runs of a numbering and so many pages."""
    file = pikepdf.new()
    for _ in range(sum(count for _, count in runs)):
        file.add_blank_page()
    labels.add(file, [Insert(b"", count, "", numbering) for numbering, count in runs])
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
        ([("arabic", 1), ("none", 2), ("arabic", 1)], ["1", "", "", "2"]),
        ([("none", 1), ("roman", 1)], ["", "i"]),
    ],
)
def test_each_kind_of_numbers_is_counted_on(
    runs: list[tuple[Numbering, int]], said: list[str]
) -> None:
    """Roman goes on where roman stopped, arabic where arabic did; the bare count for nothing."""
    assert labelled(*runs) == said
