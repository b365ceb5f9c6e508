"""A table in a cell is printed as lines in which each value stands behind its head."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon

OUTER = "<table><tr><th>Port<th>Facts<tr><td>Alder<td>{}</table>"


def cell_of(inner: str) -> str:
    """Return the edited contents of a cell that holds a table."""
    body = f"<p>Before.</p>{OUTER.format(inner)}"
    html = write_html(edit(Article(headline="H", body=body), links="plain").body)
    return html.partition("<td>Alder</td><td>")[2].removesuffix("</td></tr></tbody></table>")


@pytest.mark.parametrize(
    ("inner", "printed"),
    [
        ("<table><tr><th>Boats<th>Tons<tr><td>1,234<td>5,678</table>",
         ["Boats: 1,234", "Tons: 5,678"]),
        ("<table><tr><th>Pier<th>Boats<tr><td>North<td>3<tr><td>South<td></table>",
         ["Pier: North", "Boats: 3", "Pier: South"]),
        ("<table><tr><th rowspan=2>Pier<th colspan=2>Year<tr><th>2001<th>2002<tr><td>N<td>3<td>4"
         "<tr><td>S<td colspan=2>closed</table>",
         ["Pier: N", "Year 2001: 3", "Year 2002: 4", "Pier: S", "Year 2001 2002: closed"]),
        ("<table><tr><td>Width<td>20 m<tr><td>Depth:<td>4 m</table>",
         ["Width: 20 m", "Depth: 4 m"]),
        ("<table><tr><th>Width<td>20 m<tr><th>Depth<td>4 m</table>", ["Width: 20 m", "Depth: 4 m"]),
        ("<table><tr><td>North<td>3<td>4<tr><td>South<td>5<td>6</table>",
         ["North: 3; 4", "South: 5; 6"]),
        ("<table><caption>Piers</caption><tr><th>Name?<th>Idle<th>Boats<tr><td>N<td><td>3</table>",
         ["Piers", "Idle", "Name? N", "Boats: 3"]),
        ("<table><tr><th>A<th>B<tr><td>1<td><table><tr><th>C<th>D<tr><td>5<td>6</table></table>",
         ["A: 1", "B:", "C: 5", "D: 6"]),
        ("<table><tr><th>名前<th>船：<tr><td>北<td>3</table>", ["名前: 北", "船： 3"]),
    ],
)  # fmt: skip
def test_each_value_stands_behind_its_head(inner: str, printed: list[str]) -> None:
    """Heads of one row or of two, labels of rows, and tables in the tables."""
    found = cell_of(inner)
    for lang in (' lang="ja"', ' lang="zh"'):
        found = found.replace(lang, "")
    assert found == "".join(f"<p>{line}</p>" for line in printed)


def test_links_and_targets_of_a_head_are_kept_once() -> None:
    """The head is repeated as plain words."""
    head = '<th id="boats">Boats <a href="https://x.example/">all</a>'
    found = cell_of(f"<table><tr>{head}<th>Tons<tr><td>1<td>2<tr><td>3<td>4</table>")
    link = '<a href="https://x.example/">all</a>'
    assert f"Boats {link}: 1</p><p>Tons: 2</p><p>Boats all: 3</p>" in found.replace("</span>", "")
    assert found.count("href=") == 1


def test_blocks_of_a_cell_follow_its_head() -> None:
    """A list stands behind the line of its head."""
    found = cell_of("<table><tr><th>A<th>B<tr><td>1<td><ul><li>q<li>r</ul></table>")
    assert found == "<p>A: 1</p><p>B:</p><ul><li>q</li><li>r</li></ul>"


def test_nothing_of_a_nested_table_is_lost_on_paper() -> None:
    """No remark names a word of the table as lost."""
    inner = "<table><tr><th>Boats<th>Tons<tr><td>1,234<td>5,678<tr><td>7<td>8</table>"
    record = {"headline": "H", "language": "en", "body": f"<p>Before.</p>{OUTER.format(inner)}"}
    result = print_article(record)
    assert "Boats: 1,234" in " ".join(read_pages(result.pdf)[0].split())
    codes = {one.code for one in result.remarks}
    assert codes.isdisjoint({"PK601", "PK603", "PK608"})


def test_a_large_nested_table_ends_fast() -> None:
    """Three thousand cells."""
    with ends_soon():
        rows = "<tr>" + "<td>1" * 10
        cell_of(f"<table><tr>{'<th>A' * 10}{rows * 300}</table>")
