"""No line of a cell ends within a number."""

from html import unescape

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.time_limits import ends_soon


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
        (
            "to DE89 3704 0044 0532 0130 00 now",
            "to DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 now",
        ),
        ("GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32".replace(" ", "\u00a0")),
        ("call +49 30 1234567 soon", "call +49\u00a030\u00a01234567 soon"),
        ("card 4111 1111 1111 1111", "card 4111\u00a01111\u00a01111\u00a01111"),
        ("in 2024 2025", "in 2024 2025"),
        ("AB12 CARS WERE SOLDOUT", "AB12 CARS WERE SOLDOUT"),
        ("12 March 2026", "12 March 2026"),
        ("in 2024 100 boats", "in 2024 100 boats"),
        ("3 boats", "3 boats"),
        ("call <code>f(1 000)</code> first", "call <code>f(1 000)</code> first"),
    ],
)
def test_spaces_within_a_number_are_unbreakable(given: str, kept: str) -> None:
    """Other spaces, dates and code stay as written."""
    assert clean(given) == kept


@pytest.mark.parametrize("mark", ["1 000 ", "1 ", "€ ", "1", "000\u2009", "AA11 ", "+1 ", "1111 "])
def test_long_cells_end_fast(mark: str) -> None:
    """A cell may hold a hundred thousand numbers and spaces."""
    with ends_soon():
        clean(mark * (100_000 // len(mark)))
