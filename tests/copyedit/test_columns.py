"""Columns of numbers line up; other columns, and tables with spans, are left alone."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html

HEAD = "<thead><tr><th>Item</th><th>Cost</th></tr></thead>"


def marked(rows: str) -> int:
    """Return how many cells of these rows are marked as numbers."""
    body = f"<table>{HEAD}{rows}</table>"
    return write_html(edit(Article(headline="H", body=body)).body).count('class="number"')


@pytest.mark.parametrize("number", ["12", "−3.5", "1,204", "€ 30", "12 %", "07:30", "~40"])
def test_a_column_of_numbers_is_marked_with_its_head(number: str) -> None:
    """Every cell of the column, and no cell of the other."""
    assert (
        marked(f"<tr><td>Dredger</td><td>{number}</td></tr><tr><td>Pier</td><td>–</td></tr>") == 3
    )


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>Dredger</td><td>twelve</td></tr><tr><td>Pier</td><td>3</td></tr>",
        "<tr><td>Dredger</td><td>–</td></tr>",
        "<tr><td rowspan=2>Dredger</td><td>3</td></tr><tr><td>4</td></tr>",
        "<tr><td>Dredger</td><td>3 piers</td></tr>",
    ],
)
def test_other_columns_are_not(rows: str) -> None:
    """With a word among the numbers, with dashes alone, or with a span, a column stays as it is."""
    assert marked(rows) == 0
