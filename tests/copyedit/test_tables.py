"""Tables of data become regular, tables for layout are taken apart."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit, tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tables import COLUMNS, mend_tables
from tests.support.clean_copy import write_html


def html(body: str) -> str:
    """Return the edited body of an article."""
    return write_html(edit(Article(headline="H", body=body)).body)


def widths(table: str) -> list[int]:
    """Return how many columns each row takes, with cells that reach down into it."""
    rows: list[int] = []
    hanging: list[int] = []
    for row in tree.parse(table).iter("tr"):
        spans = [(int(c.get("colspan") or 1), int(c.get("rowspan") or 1)) for c in row]
        hanging += [0] * max(0, max((down for _, down in spans), default=1) - len(hanging))
        rows.append(sum(wide for wide, _ in spans) + (hanging.pop(0) if hanging else 0))
        for wide, down in spans:
            for at in range(down - 1):
                hanging += [0] * (at + 1 - len(hanging))
                hanging[at] += wide
    return rows


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>a<td>b<td>c<tr><td>d<tr><td>e<td>f</table>",
        "<table><tr><td colspan=9>a<tr><td>b<td>c<tr><td>d<td>e</table>",
        "<table><tr><td rowspan=900>a<td>b<tr><td>c<tr><td>d<td>e</table>",
        "<table><tr><td rowspan=2>a<td rowspan=2>b<tr><tr><td>c<td>d</table>",
        "<table><tr><td>a<td rowspan=3>b<td>c<tr><td colspan=2>d<td>e<tr><td>f</table>",
        "<table><thead><tr><th>a<th>b</thead><tr><td>c<tfoot><tr><td>d</tfoot></table>",
        "<table><tr><td colspan=2 rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>",
        "<table><tr><td>a<td rowspan=2>b<tr><td colspan=3>c<tr><td>d<td>e<td>f<td>g</table>",
    ],
)
def test_all_rows_of_a_table_are_of_one_length(body: str) -> None:
    """Short rows are filled up, and spans are kept inside."""
    found = widths(html(body))
    assert len(set(found)) == 1
    assert found[0] > 1


def test_columns_in_which_no_cell_begins_do_not_count() -> None:
    """In a table of two columns, a cell over a hundred columns spans two columns."""
    printed = html("<table><tr><td colspan=100>a<tr><td>b<td>c</table>")
    assert '<td colspan="2">a</td>' in printed


def test_leading_rows_of_headings_are_the_head() -> None:
    """Each heading has a scope, for screen readers."""
    printed = html("<table><caption>C</caption><tr><th>a<th>b<tr><th>c<td>d<tr><th>e<td>f</table>")
    assert printed == (
        '<table><caption>C</caption><thead><tr><th scope="col">a</th><th scope="col">b</th></tr>'
        '</thead><tbody><tr><th scope="row">c</th><td>d</td></tr>'
        '<tr><th scope="row">e</th><td>f</td></tr></tbody></table>'
    )


def test_a_table_of_headings_only_keeps_a_body() -> None:
    """The last row of headings is the body."""
    assert "<tbody><tr><th" in html("<table><tr><th>a<th>b<tr><th>c<th>d</table>")


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<table><tr><td>a</table>", "<p>a</p>"),
        ("<table><tr><td>a<tr><td>b</table>", "<p>a</p><p>b</p>"),
        ("<table role=presentation><tr><td>a<td>b</table>", "<p>a</p><p>b</p>"),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>",
         "<p>a</p><table><tbody><tr><td>b</td><td>c</td></tr></tbody></table>"),
        ("<table><tr><td><h3>a</h3><p>b</p><td>c</table>", "<h2>a</h2><p>b</p><p>c</p>"),
        ("<p>x</p><table><tr><td></td><td>&nbsp;</td></table>", "<p>x</p>"),
        ("<table><tr><th>a<th>b<tr><td>c<td><table><tr><td>d<td>e</table></table>",
         '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
         "<tbody><tr><td>c</td><td><p>d</p><p>e</p></td></tr></tbody></table>"),
    ],
)  # fmt: skip
def test_tables_that_only_placed_things_are_opened(body: str, printed: str) -> None:
    """One cell, one column, nested tables, a whole text in a cell; empty tables go."""
    assert html(body) == printed


def test_two_captions_are_one() -> None:
    """A table has one caption only."""
    root = tree.parse("<table><caption>a</caption><caption>b</caption><tbody><tr><td>c</td>"
                      "<td>d</td></tr></tbody></table>")  # fmt: skip
    mend_tables(root, Removals())
    assert [tree.words(one) for one in root.iter("caption")] == ["a b"]


def test_a_table_wider_than_any_sheet_is_set_as_text() -> None:
    """No word is lost, and the work stays small."""
    body = "<table>" + ("<tr>" + "<td>x" * (COLUMNS + 1)) * 2 + "</table>"
    assert html(body) == "<p>x</p>" * (COLUMNS + 1) * 2


@pytest.mark.parametrize(("columns", "codes"), [(COLUMNS, []), (COLUMNS + 1, ["PK509"])])
def test_a_table_that_becomes_text_is_told(columns: int, codes: list[str]) -> None:
    """The remark names the table by its first words, and counts the columns."""
    body = "<table><caption>Tides</caption>" + ("<tr>" + "<td>x" * columns) * 2 + "</table>"
    remarks = edit(Article(headline="H", body=body), where="tides.json").remarks
    assert [one.code for one in remarks] == codes
    assert all("“Tides x" in one.message for one in remarks)
    assert all(f"{columns} columns" in one.message for one in remarks)


def test_the_foot_comes_last() -> None:
    """HTML allows the foot of a table above its body."""
    printed = html("<table><tfoot><tr><td>z<td>y</tfoot><tr><td>a<td>b</table>")
    assert printed.index("<td>a") < printed.index("<tfoot><tr><td>z")
