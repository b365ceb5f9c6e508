"""Styles with a meaning become elements with the same meaning."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.text_behind import read_with_poppler


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<p><span style='text-decoration:line-through'>100</span> 80</p>", "<s>100</s> 80"),
        ("<p>10<span style='vertical-align: super'>3</span> H<span style='vertical-align:sub'>2"
         "</span>O</p>", "10<sup>3</sup> H<sub>2</sub>O"),
        ("<p><span style='font-weight:bold'>a</span> <b style='font-weight:normal'>b</b></p>",
         "<strong>a</strong> b"),
        ("<p>10<span class=sup>3</span>, H<span class='x subscript'>2</span>O</p>",
         "10<sup>3</sup>, H<sub>2</sub>O"),
        ("<p><del style='text-decoration:line-through'>a</del> b</p>", "<del>a</del> b"),
        ("<p style='font-style:italic'>a</p>", "<em>a</em>"),
        ("<p>H<span style='vertical-align:-.3em;font-size:70%'>2</span>O</p>", "H<sub>2</sub>O"),
        ("<p>x<sub style='vertical-align:super'>2</sub></p>", "x<sup>2</sup>"),
        ("<p>x<sup><span style='vertical-align:super'>a</span></sup></p>", "x<sup>a</sup>"),
        ("<p style='vertical-align:super'>a</p>", "a"),
        ("<p><span style='font:italic bold 12px x'>a</span></p>", "<em><strong>a</strong></em>"),
        ("<div><span style='display:block'>Bay 3</span><span style='display:block'>Brink 2</span>",
         "Bay 3</p><p>Brink 2"),
        ("<div><b style='display:block'>Bay 3</b>Brink 2</div>", "<strong>"),
        ("<p><span style='display:inline-block'>Bay</span><span style='display:inline-block'>3"
         "</span></p>", "Bay 3"),
        ("<div><a href=/a>Bay</a><a href=/b>Brink</a></div>", "Bay Brink"),
        ("<p><a href=/a>Ba</a><a href=/a>y</a> and <a href=/a>B</a><a href=/b>C</a></p>",
         "Bay and BC"),
        ("<p><b>First</b><i>Second</i></p>", "<b>First</b><i>Second</i>"),
    ],
)  # fmt: skip
def test_a_style_becomes_an_element(body: str, printed: str) -> None:
    """The texts of two boxes are parted; the letters of one word stay together."""
    html = write_html(edit(Article(headline="H", body=body), links="plain").body)
    if printed != "<strong>":
        assert html == f"<p>{printed}</p>"
    else:
        assert html == "<p><b>Bay 3</b></p><p>Brink 2</p>"


@pytest.mark.parametrize("space", ["pre", "pre-wrap", "pre-line", "break-spaces"])
def test_lines_that_a_style_keeps_are_verse(space: str) -> None:
    """Verse keeps its indents; an empty line begins a stanza."""
    body = f"<div style='white-space: {space}'>The sea\n  the <b>sea\nthe</b> sea\n\nEnd</div>"
    html = write_html(edit(Article(headline="H", body=body)).body)
    assert html == (
        '<p class="verse">The sea<br>&nbsp;&nbsp;the <b>sea<br>the</b> sea</p>'
        '<p class="verse">End</p>'
    )


def test_prose_and_code_that_keep_their_lines_are_no_verse() -> None:
    """Google Docs keeps the spaces of every text."""
    prose = "<p><span style='white-space:pre-wrap'>A line of prose.</span></p>"
    assert write_html(edit(Article(headline="H", body=prose)).body) == "<p>A line of prose.</p>"
    code = "<code style='white-space:pre'>if x:\n    y</code>"
    html = write_html(edit(Article(headline="H", body=code)).body)
    assert html == "<pre><code>if x:\n    y</code></pre>"


def test_a_poem_keeps_its_lines_on_paper() -> None:
    """The third line begins a line of its own."""
    body = "<div style='white-space: pre-wrap'>The sea\n    the sea\nthe open sea</div>"
    result = print_article({"headline": "A poem", "body": body, "language": "en"})
    lines = [line.strip() for page in read_pages(result.pdf) for line in page.splitlines()]
    at = lines.index("The sea")
    assert lines[at : at + 3] == ["The sea", "the sea", "the open sea"]
    assert result.remarks == ()


def test_powers_made_by_a_shift_are_raised_on_paper_and_in_copied_text() -> None:
    """A style may write the shift in ems, pixels, per cent or as a position."""
    shifts = ["vertical-align:.5em", "vertical-align:4px", "vertical-align:40%",
              "position:relative;top:-.5em;font-size:70%"]  # fmt: skip
    body = "".join(f"<p>Sum 10<span style='{shift}'>6</span></p>" for shift in shifts)
    result = print_article({"headline": "H", "body": body, "language": "en"})
    assert read_with_poppler(result.pdf).count("Sum 10⁶") == len(shifts)
    assert result.remarks == ()


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<ul {}><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
         "<ul><li><s>a</s></li><li><s>b</s><ul><li><s>c</s></li></ul></li></ul>"),
        ("<ol {}><li>a</li></ol>", "<ol><li><s>a</s></li></ol>"),
        ("<dl {}><dt>a</dt><dd>b</dd></dl>", "<dl><dt><s>a</s></dt><dd><s>b</s></dd></dl>"),
        ("<table><tr {}><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
         "<table><tbody><tr><td><s>a</s></td><td><s>b</s></td></tr>"
         "<tr><td>c</td><td>d</td></tr></tbody></table>"),
    ],
)  # fmt: skip
def test_the_style_of_a_list_or_a_row_is_that_of_its_parts(body: str, printed: str) -> None:
    """An element between a list and its items would give the list a marker more."""
    struck = body.format("style='text-decoration:line-through'")
    assert write_html(edit(Article(headline="H", body=struck)).body) == printed


@pytest.mark.parametrize("place", ["style='list-style-type: {}'", "class=x"])
@pytest.mark.parametrize(
    ("style", "kind"), [("lower-alpha", "a"), ("upper-latin", "A"), ("lower-roman", "i")]
)
def test_a_list_keeps_the_letters_of_its_style(place: str, style: str, kind: str) -> None:
    """A text may say “see point b”."""
    sheet = f"<style>.x {{ list-style: {style} }}</style>" if place == "class=x" else ""
    body = f"{sheet}<ol {place.format(style)}><li>Alder</li><li>Birch</li></ol>"
    html = write_html(edit(Article(headline="H", body=body), links="plain").body)
    assert html == f'<ol type="{kind}"><li>Alder</li><li>Birch</li></ol>'
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert result.remarks == ()
