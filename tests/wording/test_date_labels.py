"""A date as the record writes it has one label on paper, its own or ours."""

import pytest

import printkit
from printkit.wording.date_labels import has_date_label
from tests.support.printed_articles import read_pages


@pytest.mark.parametrize(
    ("line", "labelled"),
    [
        ("Mis à jour le 20 novembre 2026 ou avant", True),
        ("Published: Nov 20, 2026 | Updated: Nov 21, 2026", True),
        ("PUBLISHED Spring 2026", True),
        ("Veröffentlicht am Sonntag, 2026", True),
        ("Last updated spring 2026", True),
        ("Spring 2026", False),
        ("1987", False),
        ("Publisher's week 2026", False),
        ("", False),
    ],
)
def test_labels_are_known_in_each_language(line: str, labelled: bool) -> None:
    """A season or a year is no label."""
    assert has_date_label(line) is labelled


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("Published: Nov 20, 2026 | Updated: Nov 21, 2026", None),
        ("Spring 2026", "Published Spring 2026"),
        ("1987-00-00", "Published 1987"),
        ("1987-05-00", "Published 1987-05"),
    ],
)
def test_a_date_as_written_is_printed_with_one_label(written: str, line: str | None) -> None:
    """A month or a day of zeros says nothing."""
    record = {"headline": "H", "body": "B", "language": "en", "date_published": written}
    text = " ".join(" ".join(read_pages(printkit.export(record).pdf)).split())
    assert (line or written) in text
    assert "Published Published" not in text
    assert "-00" not in text
