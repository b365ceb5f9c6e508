"""No line of a cell ends within a number."""

import time
from html import unescape

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html


def clean(cell: str) -> str:
    """Return the words of a cell after copy-editing."""
    body = f"<table><tr><th>A<th>B<tr><td>{cell}<td>b</table>"
    html = write_html(edit(Article(headline="H", body=body)).body)
    return unescape(html.partition("<td>")[2].partition("</td>")[0])


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("1 000 000 or more", "1\u00a0000\u00a0000 or more"),
        ("of 12\u2009500\u2009km", "of 12\u202f500\u2009km"),
        ("€ 30 each", "€\u00a030 each"),
        ("some 12 % more", "some 12\u00a0% more"),
        ("<b>4 000</b> and 5 000", "<b>4\u00a0000</b> and 5\u00a0000"),
        ("12 March 2026", "12 March 2026"),
        ("in 2024 100 boats", "in 2024 100 boats"),
        ("3 boats", "3 boats"),
        ("call <code>f(1 000)</code> first", "call <code>f(1 000)</code> first"),
    ],
)
def test_spaces_within_a_number_are_unbreakable(given: str, kept: str) -> None:
    """Other spaces, dates and code stay as written."""
    assert clean(given) == kept


@pytest.mark.parametrize("mark", ["1 000 ", "1 ", "€ ", "1", "000\u2009"])
def test_long_cells_end_fast(mark: str) -> None:
    """A cell may hold a hundred thousand numbers and spaces."""
    began = time.monotonic()
    clean(mark * (100_000 // len(mark)))

    assert time.monotonic() - began < 10
