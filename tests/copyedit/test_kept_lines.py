"""Lines and spaces that a style keeps are kept on paper, as wide as in a browser."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article
from tests.support.time_limits import ends_soon
from tests.support.word_places import left_of

PRE = "<p style='white-space:pre'>"


def html_of(body: str) -> str:
    """Return the copy of a body, with `_` for each no-break space."""
    html = write_html(edit(Article(headline="H", body=body), links="plain").body)
    return html.replace("&nbsp;", "_").replace("\xa0", "_")


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (f"{PRE}a    b</p>", "<p>a_ _ b</p>"),
        (f"{PRE}a   b\n  c</p>", '<p class="verse">a_ _b<br>__c</p>'),
        (f"{PRE}a\tb</p>", "<p>a_ _ _ _b</p>"),
        ("<p style='white-space:pre-line'>a   b\n  c</p>", '<p class="verse">a b<br>__c</p>'),
        ("<p style='white-space:nowrap'>a   b\nc</p>", "<p>a b c</p>"),
        ("<p style='white-space:break-spaces'>a  b</p>", "<p>a_ b</p>"),
        ("<pre class=wp-block-verse>a   b\n\tc</pre>", '<p class="verse">a_ _b<br>________c</p>'),
        (f"{PRE}a <b>b</b>\nc</p>", '<p class="verse">a <b>b</b><br>c</p>'),
        (f"{PRE}a <mark>b\nc</mark> d</p>",
         '<p class="verse">a <mark>b<br>c</mark> d</p>'),
        ("<div style='white-space:pre-wrap'><p>a</p>\n<p>b  c</p>\n</div>", "<p>a</p><p>b_ c</p>"),
        ("<ol style='white-space:pre-line'><li>a\nb</li>\n<li>c</li></ol>",
         '<ol><li>a<br>b</li><li>c</li></ol>'),
        ("<div style='white-space:pre'><p>a\nb</p>\n<p>c</p></div>",
         '<p class="verse">a<br>b</p><p>c</p>'),
        ("<p>x <span style='white-space:pre'>a  b</span></p>", "<p>x a_ b</p>"),
    ],
)  # fmt: skip
def test_lines_and_spaces_are_kept(body: str, printed: str) -> None:
    """A tab goes to the next eighth column."""
    assert html_of(body) == printed


def test_spaces_are_as_wide_on_paper() -> None:
    """Twelve spaces are six times as wide as two."""
    # All paragraphs but the first have an indent.
    body = f"<p>First.</p>{PRE}il  wide</p>{PRE}il            vast</p>{PRE}il near</p>"
    pdf = print_article({"headline": "H", "body": body, "language": "en"}).pdf
    space = left_of(pdf, "wide") - left_of(pdf, "near")
    assert space > 1
    assert left_of(pdf, "vast") - left_of(pdf, "near") == pytest.approx(11 * space, rel=0.1)


def test_long_runs_are_read_soon() -> None:
    """A run of 100,000 spaces is wrapped like any long line."""
    with ends_soon():
        html_of(f"{PRE}a{' ' * 100_000}b\n{' ' * 100_000}c</p>")
