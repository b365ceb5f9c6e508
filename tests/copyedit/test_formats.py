"""Markdown and plain text become HTML."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.formats import to_html
from printkit.errors import RefusedError
from tests.support.clean_copy import write_html


def markdown(body: str) -> str:
    """Return the edited body of an article in Markdown."""
    return write_html(edit(Article(headline="H", body=body, body_format="markdown")).body)


def test_text_is_parted_at_blank_lines_and_nothing_else_changes() -> None:
    """Markup and entities in plain text are words."""
    text = "First <b>bold</b> &amp; all.\n\n  \nSecond  one."
    assert to_html(text, "text") == (
        "<p>First &lt;b&gt;bold&lt;/b&gt; &amp;amp; all.</p>\n<p>Second  one.</p>"
    )


def test_wrapped_prose_is_joined() -> None:
    """Lines broken near a width are one paragraph."""
    text = (
        "The ferry had left at seven with forty people and\n"
        "nobody on the quay could say who had been on board\n"
        "when the second storm came over the outer islands."
    )
    assert "<br>" not in to_html(text, "text")
    assert "people and nobody" in to_html(text, "text")


@pytest.mark.parametrize(
    "text",
    ["Under the bridge\nthe river sleeps\nand no one counts", "- one\n- two", "1. one\n2. two"],
)
def test_verse_and_lists_keep_their_lines(text: str) -> None:
    """Short lines that could have held the next word were broken on purpose."""
    first, second, *_ = text.splitlines()
    assert f'<p class="verse">{first}<br>{second}' in to_html(text, "text")


def test_markdown_has_tables_footnotes_terms_and_strikethrough() -> None:
    """CommonMark lacks these additions, and newsrooms use them."""
    html = markdown(
        "| a | b |\n|---|---|\n| x | y |\n\n~~old~~ new[^1]\n\nterm\n: told\n\n[^1]: Note."
    )
    assert '<thead><tr><th scope="col">a</th>' in html
    assert "<s>old</s> new" in html
    assert "<dl><dt>term</dt><dd>told</dd></dl>" in html
    assert 'new<a href="#a-note-1"' in html


def test_markdown_leaves_quotes_and_dashes_as_they_are() -> None:
    """Curly quotes and long dashes are the writer's choice, not printkit's."""
    assert markdown('She said "no" -- twice...') == '<p>She said "no" -- twice...</p>'


def test_html_in_markdown_is_cleaned_like_any() -> None:
    """Raw HTML is allowed, and is sanitised afterwards."""
    assert (
        markdown("a <b onclick=x>b</b>\n\n<script>x()</script>\n\nc") == "<p>a <b>b</b></p><p>c</p>"
    )


def test_a_markdown_link_with_a_forbidden_scheme_keeps_its_words() -> None:
    """No brackets of the link are printed."""
    assert markdown("[here](javascript:alert(1))") == "<p>here</p>"


def test_html_with_paragraphs_is_left_alone() -> None:
    """A later pass, sanitising, cleans the HTML."""
    assert to_html("<p>a\n\nb", "html") == "<p>a\n\nb"


def test_html_without_paragraphs_is_parted_at_blank_lines() -> None:
    """WordPress keeps its posts in this form; code keeps its blank lines."""
    body = "One <b>two</b>\nthree.\n\n<h2>Four</h2>\n\nFive.\n\n<pre>a\n\nb</pre>\n\nSix."
    assert write_html(edit(Article(headline="H", body=body)).body) == (
        "<p>One <b>two</b> three.</p><h2>Four</h2><p>Five.</p><pre>a\n\nb</pre><p>Six.</p>"
    )


@pytest.mark.parametrize(
    "body",
    [
        "> " * 1_000 + "the last word",
        "\n".join("  " * level + f"- item {level}" for level in range(1_000)),
        "- " * 120 + "the last word",
        "> " * 101 + "the last word",
        "\n".join("  " * level + f": told {level}" if level else "term" for level in range(300)),
    ],
)
def test_markdown_nested_too_deep_is_refused_by_name(body: str) -> None:
    """The Markdown parser would leave out deeper text in silence."""
    with pytest.raises(RefusedError, match=r"b: body has 1\d\d .*elements inside each other") as no:
        edit(Article(headline="H", body=body, body_format="markdown"), where="b")
    assert "printkit prints at most 100" in str(no.value)


@pytest.mark.parametrize(("mark", "deep"), [("> ", 99), ("- ", 49)])
def test_markdown_nested_as_deep_as_may_be_keeps_its_last_word(mark: str, deep: int) -> None:
    """Markdown has the same limit as HTML."""
    assert "the last word" in markdown(mark * deep + "the last word")


def test_a_caption_shortcode_in_plain_text_is_a_figure() -> None:
    """The picture of the shortcode is markup; tags in the rest of the text are words."""
    body = 'A <b>.\n\n[caption id="a"]<img src="b.jpg"> Seen.[/caption]\n\n[caption] <i> [/caption]'
    copy = edit(Article(headline="H", body=body, body_format="text"))
    assert [(one.image.src, write_html(one.caption)) for one in copy.figures] == [
        ("b.jpg", "Seen.")
    ]
    assert write_html(copy.body).startswith('<p>A &lt;b&gt;.</p><figure data-figure="0"></figure>')
    assert "&lt;i&gt;" in write_html(copy.body)


def test_a_note_that_nothing_refers_to_is_kept() -> None:
    """The reader of notes would drop the note."""
    body = "Text.[^1]\n\n[^1]: Used.\n[^2]: The crane was *sold*.\n\n    To Brink.\n"
    assert "The crane was <em>sold</em>.</p>\n<p>To Brink." in to_html(body, "markdown")
