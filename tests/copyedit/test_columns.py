"""Columns of numbers line up, also beside cells that span rows; other columns do not."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.time_limits import ends_soon

HEAD = "<thead><tr><th>Item</th><th>Cost</th></tr></thead>"


def marked(rows: str) -> int:
    """Return how many cells of these rows are marked as numbers."""
    body = f"<table>{HEAD}{rows}</table>"
    return write_html(edit(Article(headline="H", body=body)).body).count('class="number"')


@pytest.mark.parametrize("number", ["12", "−3.5", "1,204", "€ 30", "12 %", "07:30", "~40"])
def test_a_column_of_numbers_is_marked_with_its_head(number: str) -> None:
    """Every cell of the column is marked, and no cell of the other column."""
    assert (
        marked(f"<tr><td>Dredger</td><td>{number}</td></tr><tr><td>Pier</td><td>–</td></tr>") == 3
    )


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>Dredger</td><td>twelve</td></tr><tr><td>Pier</td><td>3</td></tr>",
        "<tr><td>Dredger</td><td>–</td></tr>",
        "<tr><td>Dredger</td><td>3 piers</td></tr><tr><td>Pier</td><td>4 boats</td></tr>",
        "<tr><td>Dredger</td><td>3 piers</td></tr>",
    ],
)
def test_other_columns_are_not(rows: str) -> None:
    """A column with a word among its numbers, or with dashes alone, is not marked."""
    assert marked(rows) == 0


def test_a_column_is_found_through_spans() -> None:
    """The first row's second cell and the second row's only cell may be one column."""
    assert marked("<tr><td rowspan=2>Dredger</td><td>3</td></tr><tr><td>4</td></tr>") == 3
    assert marked("<tr><td colspan=2>All</td></tr><tr><td>Dredger</td><td>4</td></tr>") == 2
    assert marked("<tr><td>Pier</td><td>1</td></tr><tr><td rowspan=2>2</td><td>4</td></tr>") == 3


@pytest.mark.parametrize(
    "numbers",
    [
        ("1 200 km", "900 km"),
        ("CHF 1’200.–", "CHF 90.50"),
        ("R$ 12", "R$ 1.200,50"),
        ("1 000 000", "12"),
        ("(1,204)", "980"),
        ("١٬٢٠٤", "٩٨٠"),
        ("12 %", "n/a"),
        ("1,204*", "980"),
        ("−12 °C", "3 °C"),
        ("2億1234万円", "3億円"),
        ("2亿1,234万元", "980万元"),
        ("2억 1234만 원", "12만 원"),
        ("1兆2,345億6,789万", "12"),
        ("۴٪", "-۱۲٪"),
    ],
)
def test_units_and_currencies_are_a_part_of_a_number(numbers: tuple[str, str]) -> None:
    """All numbers of the column must have the same unit."""
    first, second = numbers
    rows = f"<tr><td>Pier</td><td>{first}</td></tr><tr><td>Boat</td><td>{second}</td></tr>"
    assert marked(rows) == 3
    mixed = f"<tr><td>Pier</td><td>{first}</td></tr><tr><td>Boat</td><td>7 men</td></tr>"
    assert marked(mixed) == 0


@pytest.mark.parametrize("mark", ["1", "1 ", "1,", " ", "€", "(", "−", "1万", "万", "1億 "])
def test_long_cells_end_fast(mark: str) -> None:
    """A cell may hold a hundred thousand digits, points or signs."""
    with ends_soon():
        marked(f"<tr><td>Pier</td><td>{mark * (100_000 // len(mark))}x</td></tr>")
