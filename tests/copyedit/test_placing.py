"""The place of a picture in the text."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.placing import put_placeholder


def placed(markup: str) -> str:
    """Return the markup after its pictures are placed."""
    root = tree.parse(markup)
    for number, img in enumerate(tree.each(root, "img")):
        put_placeholder(img, number)
    return tree.inner(root)


FIGURE = '<figure data-figure="0"></figure>'
AFTER = '<figure data-figure="0" class="after"></figure>'
INLINE = '<img data-figure="0">'


def test_a_picture_with_a_caption_has_a_line_of_its_own() -> None:
    """A cell keeps the figure; a line of text has no room for caption and credit."""
    root = tree.parse('<table><tr><td><img width="20"/></td></tr></table>')
    put_placeholder(next(root.iter("img")), 0, captioned=True)
    assert tree.inner(root) == f"<table><tr><td>{FIGURE}</td></tr></table>"


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        ("<p><img/></p>", f"<p>{FIGURE}</p>"),
        ("<p> <a><img/></a> </p>", f"<p> <a>{FIGURE}</a> </p>"),
        ("<img/><p>x</p>", f"{FIGURE}<p>x</p>"),
        ("<p>a<br/><img/><br/>b</p>", f"<p>a<br>{FIGURE}<br>b</p>"),
        ('<p><img width="600"/>Words.</p>', f"<p>{FIGURE}Words.</p>"),
        ("<li><img/></li>", f"<li>{FIGURE}</li>"),
        ('<p>a <img width="600"/> b</p>', f"<p>a {AFTER} b</p>"),
        ("<h2>a <img/></h2>", f"<h2>a {AFTER}</h2>"),
        ("<p>7<img src='a.jpg'/>8</p>", f"<p>7{AFTER} 8</p>"),
        ('<p>a <img width="20"/> b</p>', f"<p>a {INLINE} b</p>"),
        ('<p>a <img width="150" height="150"/> b</p>', f"<p>a {AFTER} b</p>"),
        ('<p>a <img width="120" height="20"/> b</p>', f"<p>a {INLINE} b</p>"),
        ('<p>a <img src="a.JPG?w=9"/> b</p>', f"<p>a {AFTER} b</p>"),
        ('<p>a <img src="a.png"/> b</p>', f"<p>a {INLINE} b</p>"),
        ('<p><img height="16"/> b</p>', f"<p>{INLINE} b</p>"),
        ("<p>a <b><img/></b> b</p>", f"<p>a <b>{INLINE}</b> b</p>"),
        ('<p>a <img class="wp-smiley"/></p>', f"<p>a {INLINE}</p>"),
        ('<p><img alt="{\\displaystyle A}"/></p>', f"<p>{INLINE}</p>"),
        ("<table><tr><td><img/></td></tr></table>",
         f"<table><tr><td>{FIGURE}</td></tr></table>"),
        ('<table><tr><td><img width="20"/></td></tr></table>',
         f"<table><tr><td>{INLINE}</td></tr></table>"),
        ("<pre>a <img/></pre>", f"<pre>a {AFTER}</pre>"),
        ('<p><img width="32"/></p>', f"<p>{FIGURE}</p>"),
    ],
)  # fmt: skip
def test_a_picture_stands_where_it_can_be_seen(markup: str, printed: str) -> None:
    """The place is a line of its own, behind the words, or small among the words."""
    assert placed(markup) == printed


def test_a_picture_with_a_caption_is_a_figure_however_small() -> None:
    """No line has room for a caption or a credit."""
    root = tree.parse('<p>a <img width="20"/> b</p>')
    put_placeholder(tree.each(root, "img")[0], 0, captioned=True)
    assert tree.inner(root) == f"<p>a {AFTER} b</p>"
