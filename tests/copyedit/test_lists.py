"""Lists hold items and nothing else."""

import re

import pytest

from printkit.article import Article
from printkit.copyedit import edit, tree
from printkit.copyedit.lists import mend_lists
from tests.support.clean_copy import write_html


@pytest.mark.parametrize(
    ("given", "mended"),
    [
        ("<ul>a<li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li>b</li>a<b>c</b></ul>", "<ul><li>b</li><li>a<b>c</b></li></ul>"),
        ("<ul><div>a</div><li>b</li></ul>", "<ul><li><div>a</div></li><li>b</li></ul>"),
        ("<ul><li>a</li><ol><li>b</li></ol></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
        ("<ul><ul><li>a</li></ul></ul>", "<ul><li><ul><li>a</li></ul></li></ul>"),
        ("<ul> <li>a</li>\n<li>b</li> </ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<p>x</p><li>a</li><li>b</li>y", "<p>x</p><ul><li>a</li><li>b</li></ul>y"),
        ("<div><li>a</li>x<li>b</li></div>", "<div><ul><li>a</li></ul>x<ul><li>b</li></ul></div>"),
        ("<dl>x<dt>a</dt><dd>b</dd></dl>", "<dl><dd>x</dd><dt>a</dt><dd>b</dd></dl>"),
        ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
        ("<dl><dt>a</dt><p>b</p></dl>", "<dl><dt>a</dt><dd><p>b</p></dd></dl>"),
        ("<dt>a</dt><dd>b</dd>", "<dl><dt>a</dt><dd>b</dd></dl>"),
        ("<ul><li><figure data-figure='0'/></li></ul>",
         '<div><div><figure data-figure="0"></figure></div></div>'),
        ("<ul><li><figure data-figure='0'/>x</li></ul>",
         '<ul><li><figure data-figure="0"></figure>x</li></ul>'),
        ("<ul><li><figure data-figure='0'/></li><li>\xa0</li></ul>",
         '<div><div><figure data-figure="0"></figure></div><div>\xa0</div></div>'),
        ("<ul><li>a</li><li><figure data-figure='0'/></li><li>b</li></ul>",
         '<ul><li>a<div><figure data-figure="0"></figure></div></li><li>b</li></ul>'),
        ("<ul><li><figure data-figure='0'/></li><li>b</li></ul>",
         '<div><figure data-figure="0"></figure></div><ul><li>b</li></ul>'),
        ("<ol><li>a</li><li><figure data-figure='0'/></li><li>b</li></ol>",
         '<ol><li>a<div><figure data-figure="0"></figure></div></li><li value="3">b</li></ol>'),
    ],
)  # fmt: skip
def test_a_list_is_repaired_and_no_word_lost(given: str, mended: str) -> None:
    """Loose words, nested lists, groups of terms, items without a list, rows of pictures."""
    root = tree.parse(given)
    mend_lists(root)
    assert tree.inner(root) == mended


def test_a_reversed_list_counts_down() -> None:
    """Each item bears its number: the press cannot count backwards."""
    body = "<ol reversed><li>a</li><li>b</li><li value=9>c</li><li>d</li></ol>"
    found = write_html(edit(Article(headline="H", body=body)).body)

    assert re.findall(r'<li value="(\d+)">', found) == ["4", "3", "9", "8"]


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (
            "<ol style='list-style:none'><li>3. drei<li>7. sieben</ol>",
            "<p>3. drei</p><p>7. sieben</p>",
        ),
        ("<ol><li style='list-style-type:none'>Art. 5 a</ol>", "<p>Art. 5 a</p>"),
        ("<ol style='list-style: none'><li>(a) x<li>(b) y</ol>", "<p>(a) x</p><p>(b) y</p>"),
        ("<ol style='list-style: none'><li>a) x<li>b) y</ol>", "<p>a) x</p><p>b) y</p>"),
        ("<ol style='list-style: none'><li>Mix<li>Bake</ol>", "<ol><li>Mix</li><li>Bake</li></ol>"),
        ("<ol><li>3. drei</ol>", "<ol><li>3. drei</li></ol>"),
    ],
)
def test_items_with_numbers_of_their_own_get_no_second_number(body: str, printed: str) -> None:
    """The style must take the marker off; other lists may have numbers of a style sheet."""
    assert write_html(edit(Article(headline="H", body=body)).body) == printed
