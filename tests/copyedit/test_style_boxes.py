"""Words of two boxes are never one word; the first letter of a word stays with its word."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon

BOX, FLEX = "<span style=display:inline-block>", "<span style=display:inline-flex>"
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
         f"<span style={CELL}>2</span></div></div>",
         "<table><tbody><tr><td>Alder</td><td>3</td></tr><tr><td>Brink</td><td>2</td></tr></tbody>"
         "</table>"),
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
        ("<p>3<b style='padding:0 .3em'>,5</b></p>", "<p>3<b>,5</b></p>"),
        ("<p>f<b style='padding:0 .3em'>(x)</b></p>", "<p>f<b>(x)</b></p>"),
        ("<p>Mid<span style=position:absolute>over</span>word</p>", "<p>Mid over word</p>"),
        ("<p><i style=display:inline-block>H</i><i style=display:inline-block>i</i></p>",
         "<p><i>H</i><i>i</i></p>"),
        (f"<p>{BOX}un</span>{BOX}believ</span>{BOX}able</span></p>", "<p>unbelievable</p>"),
        (f"<p>{BOX}Hy</span>{BOX}phen</span>ated{BOX}!</span></p>", "<p>Hyphenated!</p>"),
        (f"<p>{FLEX}semi</span>{FLEX}colon</span></p>", "<p>semicolon</p>"),
        (f"<p lang=ru>{BOX}При</span>{BOX}вет</span></p>", '<p lang="ru">Привет</p>'),
        (f"<p lang=ja>{BOX}東京</span>{BOX}大学</span></p>", '<p lang="ja">東京大学</p>'),
        (f"<p lang=ja>{BOX}雨です。</span>{BOX}明日は</span></p>",
         '<p lang="ja">雨です。明日は</p>'),
        (f"<p>These are the words: {BOX}של</span>{BOX}ום</span></p>",
         "<p>These are the words: שלום</p>"),
        (f"<p>{BOX}3</span>{BOX}:</span>{BOX}2</span></p>", "<p>3:2</p>"),
        (f"<p>{BOX}19</span>{BOX}45</span></p>", "<p>19 45</p>"),
        (f"<p>{BOX}Left</span>{BOX}Right</span></p>", "<p>Left Right</p>"),
        (f"<p>{BOX}Read more</span>{BOX}about us</span></p>", "<p>Read more about us</p>"),
        (f"<p>{BOX}Big</span>{BOX}&nbsp;</span>{BOX}n</span>{BOX}ews</span></p>",
         "<p>Big&nbsp;news</p>"),
        # Letters with room are one word; entries of a menu with room are not.
        ("".join(f"<span style='padding:0 .3em'>{one}</span>" for one in "Hello"), "<p>Hello</p>"),
        ("".join(f"<span style='padding:0 4px'>{one}</span>" for one in ("news", "sport")),
         "<p>news sport</p>"),
        ("<p>One<span style='margin-left:1em'>two</span></p>", "<p>One two</p>"),
        ("<p>one<span style='padding:0 1em'>two</span></p>", "<p>one two</p>"),
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


@pytest.mark.parametrize("display", ["inline-block", "inline-flex"])
def test_a_word_of_many_boxes_is_one_word_on_paper(display: str) -> None:
    """Each letter has a box, as in a headline whose letters move; no letter counts as lost."""
    boxes = [f"<span style='display:{display}'>{one}</span>" for one in "newspapers"]
    body = f"<p>Old {''.join(boxes)} and the <mark style='padding:0 .2em'>sun</mark>flowers.</p>"
    result = print_article({"headline": "H", "body": body, "language": "en"})
    assert "Old newspapers and the sunflowers." in " ".join(read_pages(result.pdf)[0].split())
    assert result.remarks == ()
