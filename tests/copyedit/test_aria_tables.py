"""Tables of roles are tables on paper, and cells never run into each other."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article


def row(*cells: str, role: str = "cell") -> str:
    """Return a row of cells that are told by their roles only."""
    return f"<span role=row>{''.join(f'<span role={role}>{one}</span>' for one in cells)}</span>"


@pytest.mark.parametrize("role", ["table", "grid", "treegrid"])
def test_rows_and_cells_become_those_of_a_table(role: str) -> None:
    """Groups of rows are left out; heads stay heads."""
    body = (
        f"<div role={role}>{row('Ka', 'Kb', role='columnheader')}<div role=rowgroup>"
        f"{row('19', '45')}{row('7', '8', role='gridcell')}</div></div>"
    )
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert [one for one in result.remarks if one.code in ("PK601", "PK608")] == []
    html = write_html(edit(Article(headline="H", body=body)).body).replace(' class="number"', "")
    assert "<tr><th>Ka</th><th>Kb</th></tr><tr><td>19</td><td>45</td></tr>" in html
    assert "<tr><td>7</td><td>8</td></tr>" in html


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (f"<div role=table>Title{row('19', '45')}</div>", "<p>Title 19 45</p>"),
        ("<p><b role=cell>19</b><b role=cell>45</b></p>", "<p><b>19</b> <b>45</b></p>"),
    ],
)
def test_cells_of_no_whole_table_are_parted(body: str, printed: str) -> None:
    """Words outside the cells would be lost in a table, so all words stay in a line."""
    assert write_html(edit(Article(headline="H", body=body)).body) == printed
