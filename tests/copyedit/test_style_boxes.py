"""Words of two boxes are never one word; the first letter of a word stays with its word."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon

CELL, ROW = "display:table-cell", "display:table-row"


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<div style=display:flex><span>Left</span><span>Right</span></div>", "<p>Left Right</p>"),
        ("<div style=display:flex>Left<b>Right</b>End</div>", "<p>Left <b>Right</b> End</p>"),
        ("<p style=display:flex><b>Total</b>, in all</p>", "<p><b>Total</b>, in all</p>"),
        ("<h3 style=display:flex><span>1</span><span>Alder</span></h3>", "<h2>1 Alder</h2>"),
        ("<div style='display:grid;grid-template-columns:1fr 1fr'><b>A</b><i>B</i></div>",
         "<p><b>A</b> <i>B</i></p>"),
        ("<div style=display:grid><span>A</span><span>B</span></div>", "<p>A</p><p>B</p>"),
        ("<div style='display:flex;flex-direction:column'><b>A</b>B</div>",
         "<p><b>A</b></p><p>B</p>"),
        (f"<div style=display:table><div style={ROW}><span style={CELL}>Alder</span>"
         f"<span style={CELL}>3</span></div><div style={ROW}><span style={CELL}>Brink</span>"
         f"<span style={CELL}>2</span></div></div>", "<p>Alder 3</p><p>Brink 2</p>"),
        (f"<span style={ROW}><span style={CELL}>A</span><span style={CELL}>1</span></span>"
         f"<span style={ROW}><span style={CELL}>B</span></span>", "<p>A 1</p><p>B</p>"),
        ("<p><span style=float:left>Price</span><span style=float:right>42</span></p>",
         "<p>Price 42</p>"),
        ("<p><span style=float:left>3</span>Alder</p>", "<p>3 Alder</p>"),
        ("<p><span style=float:left>T</span>he sea</p>", "<p>The sea</p>"),
        ("<p><span style=float:left>“A</span>nd so</p>", "<p>“And so</p>"),
        ("<p><b style='padding:0 .3em'>high</b>light</p>", "<p><b>high</b>light</p>"),
        ("<p>un<b style='padding:0 .3em'>able</b></p>", "<p>un<b>able</b></p>"),
        ("<p>10<b style='padding:0 .3em'>20</b></p>", "<p>10 <b>20</b></p>"),
        ("<p>Mid<span style=position:absolute>over</span>word</p>", "<p>Mid over word</p>"),
        ("<p><i style=display:inline-block>H</i><i style=display:inline-block>i</i></p>",
         "<p><i>H</i><i>i</i></p>"),
        ("<pre style=display:flex><b>a</b><i>b</i></pre>", "<pre><b>a</b><i>b</i></pre>"),
    ],
)  # fmt: skip
def test_boxes_stand_apart(body: str, printed: str) -> None:
    """Side by side with a space, below each other as lines."""
    html = write_html(edit(Article(headline="H", body=f"{body}<p>End.</p>")).body)
    assert html == f"{printed}<p>End.</p>"


def test_boxes_stand_apart_on_paper() -> None:
    """Copied text has two words as well."""
    body = "<div style='display: inline-flex'><span>Left</span><span>Right</span></div>"
    result = print_article({"headline": "H", "body": body, "language": "en"})
    assert "Left Right" in " ".join(read_pages(result.pdf)[0].split())
    assert result.remarks == ()


def test_many_boxes_are_parted_fast() -> None:
    """Each box looks only at its neighbours."""
    body = "<div style='display:flex'>" + "<b style='float:left'>a1</b>" * 5_000 + "</div>"
    with ends_soon():
        edit(Article(headline="H", body=body))
