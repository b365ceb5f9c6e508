"""Obsidian: links, embeds, comments and names of blocks."""

import pytest

from tests.support.dialect_bodies import read_dialect


def test_an_embedded_picture_is_a_picture() -> None:
    """Words behind the bar are the caption, but for a size."""
    found = read_dialect("Words.\n\n![[pic.jpg|300]]\n\n![[My Pic.png|Harbour at dawn|200x100]]")
    assert found.pictures == [("pic.jpg", "", ""), ("My%20Pic.png", "Harbour at dawn", "")]


def test_other_embeds_are_named() -> None:
    """The record lacks the other note."""
    found = read_dialect("A ![[Other note#Part]] b ![[doc.pdf]] c.")
    assert found.html == "<p>A b c.</p>"
    assert found.removed["PK301"] == ["Other note#Part", "doc.pdf"]


def test_a_link_keeps_its_words() -> None:
    """The remark names the note that the link leads to."""
    found = read_dialect("[[Page|words]], [[Page#Head]], [[#Here]], [[https://o.example|web]].")
    assert found.html == '<p>words, Page &gt; Head, Here, <a href="https://o.example">web</a>.</p>'
    assert found.removed["PK302"] == ["Page", "Page#Head", "#Here"]


def test_comments_go_and_are_named() -> None:
    """A comment may hold several blocks; a percentage is no comment."""
    found = read_dialect("A %%for me%% b.\n\n%%\none\n\ntwo\n%%\n\n100%% sure and 50%% more.")
    assert found.html == "<p>A b.</p><p>100%% sure and 50%% more.</p>"
    assert found.removed["PK301"] == ["one\n\ntwo", "for me"]


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("A paragraph. ^abc123", "<p>A paragraph.</p>"),
        ("- item ^item-1", "<ul><li>item</li></ul>"),
        ("#tag1 #tag2", "<p>#tag1 #tag2</p>"),
        ("==high *light*==", "<p><mark>high <em>light</em></mark></p>"),
        ("`[[a]]` `%%b%%`\n\n    ![[c]]",
         "<p><code>[[a]]</code> <code>%%b%%</code></p><pre><code>![[c]]</code></pre>"),
        ("See [[1]] and [[12]].", "<p>See [[1]] and [[12]].</p>"),
        ("| a |\n|---|\n| [[P|w]] |",
         '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>w</td></tr></tbody>'
         "</table>"),
        ("```\n[[a|b]]\n```", "<pre><code>[[a|b]]</code></pre>"),
        ("| a |\n|---|\n| [[P\\|w]] |",
         '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>w</td></tr></tbody>'
         "</table>"),
    ],
)  # fmt: skip
def test_other_marks(written: str, html: str) -> None:
    """Names of blocks go, highlights are marked; code, tags and bare numbers stay as written."""
    assert read_dialect(written).html == html
