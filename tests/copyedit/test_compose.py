"""Composing: the text in clean blocks and lines."""

import re

import pytest

from printkit.article import Article
from printkit.copyedit import edit, tree
from printkit.copyedit.compose import compose_body, compose_line
from tests.support.clean_copy import write_html


def set_anew(markup: str, language: str | None = None) -> str:
    """Return the markup after composing, without marks for the level of lists."""
    html = tree.inner(compose_body(tree.parse(markup), language, None))
    return re.sub(r' data-level="\d"', "", html)


@pytest.mark.parametrize(
    ("given", "composed"),
    [
        ("loose <b>words</b>", "<p>loose <b>words</b></p>"),
        ("a<p>b</p>c", "<p>a</p><p>b</p><p>c</p>"),
        ("<div><div>a</div><div>b<div>c</div></div></div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>a</p><p> </p><p>\xa0</p><div/><p><b> </b></p>", "<p>a</p>"),
        ("<p> a \n b\t</p>", "<p>a b</p>"),
        ("<p>a\xa0b\xa0</p>", "<p>a\xa0b</p>"),
        ("<p>a <b> b </b> c</p>", "<p>a <b>b </b>c</p>"),
        ("<p>a<br/><br/>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a<br/> \xa0<br/>b</p>", "<p>a</p><p>b</p>"),
        ("<p><b>a<br/><br/><br/>b</b></p>", "<p><b>a</b></p><p><b>b</b></p>"),
        ("<p><br/>a<br/>b<br/></p>", "<p>a<br>b</p>"),
        ("<h2>a<br/><br/>b</h2>", "<h2>a<br>b</h2>"),
        ("<b><p>a</p><p>b</p></b>", "<p><b>a</b></p><p><b>b</b></p>"),
        ("<a href='x'><div>a</div>b</a>", '<p><a href="x">a</a></p><p><a href="x">b</a></p>'),
        ("<em>a<ul><li>b</li></ul>c</em>",
         "<p><em>a</em></p><ul><li><em>b</em></li></ul><p><em>c</em></p>"),
        ("<b><b><strong>a</strong></b></b>", "<p><b><strong>a</strong></b></p>"),
        ("<span><span>a</span></span>", "<p>a</p>"),
        ("<h3>a<div>b</div>c</h3>", "<h3>a b c</h3>"),
        ("<h1>a</h1>", "<h2>a</h2>"),
        ("<center>a</center>", "<p>a</p>"),
        ("<p><tt>a</tt><strike>b</strike><big>c</big><acronym title='d'>e</acronym></p>",
         '<p><code>a</code><s>b</s>c<abbr title="d">e</abbr></p>'),
        ("<menu><li>a</li></menu>", "<ul><li>a</li></ul>"),
        ("<ul><li><p>a</p></li><li/></ul>", "<ul><li>a</li></ul>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul><li> </li></ul>", ""),
        ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
        ("<blockquote class='wp-block-pullquote'>a</blockquote>",
         '<blockquote class="pull-quote"><p>a</p></blockquote>'),
        (
            "<details><summary>a</summary>b</details>",
            '<p class="label"><strong>a</strong></p><p>b</p>',
        ),
        ("<ruby>漢<rt>かん</rt></ruby>", "<p>漢(かん)</p>"),
        ("<hr/><p>a</p><hr/><hr/><p>b</p>", "<p>a</p><hr><p>b</p>"),
        ("<pre>\n  a\n\tb  <b>c</b>\n\n</pre>", "<pre>  a\n\tb  <b>c</b></pre>"),
        ("<pre><div>a</div><div>b</div></pre>", "<pre>a\nb</pre>"),
        ("<pre>a<br/>b</pre>", "<pre>a\nb</pre>"),
        ("<dl><dt>a<p>b</p></dt><dd><p>c</p></dd></dl>", "<dl><dt>a b</dt><dd>c</dd></dl>"),
    ],
)  # fmt: skip
def test_the_text_is_set_in_clean_blocks(given: str, composed: str) -> None:
    """Words stand in paragraphs, blocks outside inline elements; no element is empty."""
    assert set_anew(given) == composed


def test_what_is_clean_stays_as_it_is() -> None:
    """Composing a second time changes nothing."""
    once = set_anew("<div>a<b>b<p>c</p></b><ul><li><p>d</p></li></ul></div><pre> e</pre>f")
    assert set_anew(once) == once


def test_language_and_direction_go_down_to_the_blocks() -> None:
    """Divs with a language go; no block repeats the article's own language."""
    given = '<div lang="he" dir="rtl"><p>a</p><ul><li>b</li></ul><p lang="en">c</p></div>'
    assert set_anew(given, "en") == (
        '<p lang="he" dir="rtl">a</p><ul lang="he" dir="rtl"><li>b</li></ul><p dir="rtl">c</p>'
    )


def test_targets_of_links_survive_their_elements() -> None:
    """An empty anchor gives its id to the element that follows."""
    assert set_anew('<a id="x"/><p>a</p>') == '<p id="x">a</p>'
    assert set_anew('<p>a <span id="x"/>b</p>') == '<p>a <span id="x"></span>b</p>'
    assert set_anew('<div id="x"><p>a</p></div>') == '<p id="x">a</p>'
    assert set_anew('<p id="x">\xa0</p><p>a</p>') == '<p id="x">a</p>'
    assert set_anew('<p>a</p><p id="x"> </p>') == '<p id="x">a</p>'


def test_a_figure_that_must_not_part_its_line_follows_it() -> None:
    """The line is a heading or a sentence."""
    mark = '<figure data-figure="0" class="after"/>'
    assert set_anew(f"<h2>a {mark} b</h2><p>c</p>") == (
        '<h2>a b</h2><figure data-figure="0"></figure><p>c</p>'
    )


def test_a_caption_is_one_line() -> None:
    """Blocks in a caption are parted by a space."""
    line = compose_line(tree.parse("<p>a <em>b</em></p><p>c</p><ul><li>d</li></ul>"))
    assert tree.inner(line) == "a <em>b</em> c d"
    assert tree.inner(compose_line(tree.parse("<p> </p>"))) == ""


def test_inline_elements_do_not_multiply() -> None:
    """An inline element around a thousand blocks is opened in each block, up to a limit."""
    names = ["em", "strong", "b", "i", "u", "s", "sub", "sup", "small", "q", "cite", "kbd", "var"]
    body = "".join(f"<{name}>" for name in names) + "<p>x</p>" * 500
    html = write_html(edit(Article(headline="H", body=body)).body)
    assert html.count("<p>") == 500
    assert html.count("<") < 500 * 24
