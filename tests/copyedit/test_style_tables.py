"""Elements that a style makes a table are a table on paper, if they hold data."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages

END = "</div>"
TABLE, ROW, CELL, HEAD = (
    f'<div style="display:{one}">'
    for one in ("table", "table-row", "table-cell", "table-header-group")
)


def row(*cells: str) -> str:
    """Return a row of cells that are told by their styles only."""
    return f"{ROW}{''.join(f'{CELL}{one}{END}' for one in cells)}{END}"


def html_of(body: str) -> str:
    """Return the copy of a body, without the class of numbers."""
    html = write_html(edit(Article(headline="H", body=body), links="plain").body)
    return html.replace(' class="number"', "")


BODY = "<table><tbody><tr><td>19</td><td>45</td></tr><tr><td>7</td><td>8</td></tr></tbody></table>"
SHEET = "<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style>"


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (f"{TABLE}{row('19', '45')}{row('7', '8')}{END}", BODY),
        (f"{SHEET}<p class=t><b class=r><i class=c>19</i><i class=c>45</i></b>"
         "<b class=r><i class=c>7</i><i class=c>8</i></b></p>", BODY),
        (f"{TABLE}{HEAD}{row('City', 'River')}{END}{row('Bern', 'Aare')}{END}",
         "<table><tbody><tr><th>City</th><th>River</th></tr><tr><td>Bern</td><td>Aare</td></tr>"
         "</tbody></table>"),
        # These are no tables: one row, words outside of the cells, columns of prose.
        (f"{TABLE}{row('Left', 'Right')}{END}", "<p>Left</p><p>Right</p>"),
        (f"{TABLE}Title{row('19', '45')}{row('7', '8')}{END}",
         "<p>Title</p><p>19</p><p>45</p><p>7</p><p>8</p>"),
        (f"{TABLE}<p>Centred.</p>{END}", "<p>Centred.</p>"),
    ],
)  # fmt: skip
def test_rows_and_cells_become_those_of_a_table(body: str, printed: str) -> None:
    """A group of head rows has heads."""
    assert html_of(body) == printed


def test_numbers_of_cells_are_apart_on_paper() -> None:
    """Nothing counts as lost."""
    body = f"<p>First.</p>{TABLE}{row('19', '45')}{row('7', '8')}{END}"
    result = print_article({"headline": "H", "body": body, "language": "en"})
    assert "19 45 7 8" in " ".join(read_pages(result.pdf)[0].split())
    assert result.remarks == ()
