"""Wide tables are tried as samples of a few rows: the form is right, and the time is short."""

from xml.etree.ElementTree import Element, tostring

import pytest
import weasyprint

from printkit.press.tables.fitting import FittedTable, fit_tables
from printkit.press.tables.grid import grid_of
from printkit.press.tables.sample_pages import sample_page
from printkit.press.tables.samples import looks_wide, make_sample
from tests.support.wide_tables import PROSE, make_number, make_table

STYLES = """
@page { size: 600px 800px; margin: 0 } @page turned { size: 800px 600px; margin: 0 }
table { font: 20px monospace; border-spacing: 0; width: 100% } td, th { padding: 0 10px 0 0 }
.table-small { font-size: 16px } .table-smaller { font-size: 12px } .table-turned { page: turned }
.table-broken { table-layout: fixed }
"""


def fit(body: str) -> tuple[list[int], tuple[FittedTable, ...]]:
    """Fit the tables of a page; return the number of cells in each layout, and the tables."""
    html = weasyprint.HTML(string=f"<style>{STYLES}</style><article><div>{body}</div></article>")
    cells: list[int] = []

    def lay_out() -> weasyprint.Document:
        cells.append(sum(1 for one in html.etree_element.iter("td")))
        return html.render()

    _, tables = fit_tables(html.etree_element, lay_out)
    return cells, tables


@pytest.mark.parametrize("columns", [8, 10, 14])
def test_a_wide_table_of_many_rows_is_laid_out_once(columns: int) -> None:
    """Whole; the layouts before have a few cells each. The cells of labels are in each part."""
    cells, tables = fit(PROSE + make_table(columns, 60) + PROSE)

    assert len(tables) == 1
    assert sum(cells[:-1]) < 60 * columns / 2
    assert 60 * columns <= cells[-1] < 60 * columns * 1.3


def test_other_words_are_laid_out_once() -> None:
    """However many forms a table gets, and however long the article is."""
    cells, _ = fit(make_table(3, 40, lambda row, _: f"{row}") + make_table(12, 5))

    assert cells.count(120 + 60) <= 1
    assert sum(1 for one in cells if one >= 120) <= 2


@pytest.mark.slow
def test_a_sample_that_misleads_costs_time_and_no_number() -> None:
    """Letters may be broader than the sample takes them for: the press begins anew."""

    def cell(row: int, _: int) -> str:
        # These letters look narrow to the sample, and are as wide as all others in this type.
        return "i" * 16 if row % 7 == 3 else "1" * 9

    cells, tables = fit(make_table(20, 40, cell))

    assert [one.form.breaks for one in tables] == ["none"]
    assert len(tables[0].form.parts) > 2
    assert len([one for one in cells if one >= 800]) > 1


def test_a_sample_has_the_widest_words_of_each_column() -> None:
    """Heads and cells over several columns are in the sample, too."""
    table = _table_of(
        make_table(6, 90, lambda row, column: f"{'9' * (row % 23 + column)}").replace(
            "</tbody>", "<tr><td>sum</td><td colspan=5>all together</td></tr></tbody>"
        )
    )
    sample = make_sample(table, grid_of(table))
    words = ["".join(cell.itertext()) for cell in sample.element.iter("td")]

    assert len(list(sample.element.iter("tr"))) < 8
    assert [("9" * (22 + column) in words) for column in range(6)] == [True] * 6
    assert "all together" in words
    assert grid_of(sample.element).column_count == 6
    assert sample.height_factor == pytest.approx(92 / len(list(sample.element.iter("tr"))))


def test_only_tables_that_look_wide_have_samples() -> None:
    """A narrow table is laid out with its page, once."""
    assert not looks_wide(grid_of(_table_of(make_table(4, 200, lambda row, _: f"{row}"))))
    assert looks_wide(grid_of(_table_of(make_table(20, 3, make_number))))


def test_a_page_of_samples_is_put_back() -> None:
    """The page has its words and elements in order, with the same attributes."""
    body = _body_of(f"Words <p>x</p><section class=a>y{make_table(2, 2)} z</section> end")
    before = tostring(body)
    table = next(body.iter("table"))
    sample = Element("table")
    with sample_page(body, {table: sample}) as parents:
        shown = [(one.tag, one.get("class")) for one in body.iter()]
        assert parents[sample].tag == "section"

    assert shown == [("body", None), ("section", "a"), ("table", None)]
    assert tostring(body) == before


def _body_of(html: str) -> Element:
    body: Element | None = weasyprint.HTML(string=html).etree_element.find("body")
    assert body is not None
    return body


def _table_of(html: str) -> Element:
    return next(_body_of(html).iter("table"))
