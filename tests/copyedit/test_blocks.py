"""The words of clean copy, block by block."""

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html


def test_every_block_is_one_string_in_reading_order() -> None:
    """Headings, paragraphs, items and cells follow each other."""
    body = (
        "<h2>One</h2><p>Two <em>three</em></p><ul><li>Four<ul><li>Five</li></ul></li></ul>"
        "<table><tr><th>Six</th><td>Seven</td></tr><tr><th>Eight</th><td>Nine</td></tr></table>"
        "<blockquote><p>Ten</p></blockquote><pre>a\n  b</pre>"
    )
    blocks = edit(Article(headline="H", body=body)).blocks
    assert blocks == (
        *("One", "Two three", "Four", "Five"),
        *("Six", "Seven", "Eight", "Nine", "Ten", "a b"),
    )


def test_numbers_of_notes_and_printed_addresses_are_left_out() -> None:
    """Such numbers and addresses are printkit's words, not the writer's."""
    article = Article(headline="H", body='<p>See <a href="https://example.org/x">this</a>.</p>')
    for links in ("notes", "inline", "plain"):
        assert edit(article, links=links).blocks == ("See this.",)


def test_lines_of_a_verse_do_not_run_together() -> None:
    """A line break parts words."""
    assert edit(Article(headline="H", body="<p>one<br>two</p>")).blocks == ("one two",)


def test_a_caption_of_a_picture_is_no_block() -> None:
    """Captions are printed with the figures."""
    body = "<p>Text</p><figure><img src=a.jpg><figcaption>Seen</figcaption></figure>"
    copy = edit(Article(headline="H", body=body))
    assert copy.blocks == ("Text",)
    assert write_html(copy.figures[0].caption) == "Seen"
