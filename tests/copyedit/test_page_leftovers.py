"""Parts that only serve the web page are left out; a remark names their words."""

import re

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_outline, read_pages
from tests.support.time_limits import ends_soon


def copy_of(body: str) -> Copy:
    """Return the copy of a body, with plain links."""
    return edit(Article(headline="H", body=body), links="plain")


@pytest.mark.parametrize(
    "heading",
    [
        '<h2 id="a">Why C#<a class="headerlink" href="#a" title="x">¶</a></h2>',
        '<h2 id="a">Why C# <a href="#a" class="anchor">#</a></h2>',
        '<h2><a id="a" class="anchor" href="#a"><svg class="octicon"></svg></a>Why C#</h2>',
        '<h2 id="a">Why C#<a href="https://x.example/page#a">🔗</a></h2>',
        '<h2 id="a"><a href="#a">Why C#</a></h2>',
        '<div id="a"><h2>Why C#<a class="header-anchor" href="#a">&#8203;</a></h2></div>',
    ],
)
def test_a_heading_keeps_its_words_and_loses_its_permalink(heading: str) -> None:
    """No remark is needed for a sign; other links still lead to the heading."""
    copy = copy_of(f'{heading}<p>See <a href="#a">there</a>.</p>')
    assert '<a href="#a-a">there</a>' in write_html(copy.body)
    assert "Why C#</h2>" in write_html(copy.body)
    assert copy.remarks == ()


def test_a_permalink_with_words_is_named() -> None:
    """Another link in a heading stays."""
    copy = copy_of('<h2 id="a">Why <a class="headerlink" href="#a">Permalink</a></h2><p>x</p>')
    assert write_html(copy.body) == "<h2>Why</h2><p>x</p>"
    assert [one.kind for remark in copy.remarks for one in remark.removed] == ["permalink"]
    other = copy_of('<h2>Why <a href="https://x.example/">they</a></h2><p>x</p>')
    assert ">they</a></h2>" in write_html(other.body)


@pytest.mark.parametrize(
    "label",
    ["ADVERTISEMENT", "Advertisement - scroll to continue", "Anzeige", "– Publicité –", "広告"],
)
def test_the_label_of_an_advertisement_is_named(label: str) -> None:
    """A sentence about advertisements or an item of a list is no label."""
    copy = copy_of(f"<p>a</p><div>{label}</div><ul><li>Anzeige</ul><p>An advertisement fell.</p>")
    assert write_html(copy.body) == (
        "<p>a</p><ul><li>Anzeige</li></ul><p>An advertisement fell.</p>"
    )
    removed = [(one.kind, one.words) for remark in copy.remarks for one in remark.removed]
    assert removed == [("advertisement label", label)]


def test_a_line_that_shares_the_page_is_named_with_its_addresses() -> None:
    """A link to a page of the same service stays."""
    share = "https://www.facebook.com/sharer.php?u=x"
    copy = copy_of(
        f'<p>a</p><ul><li><a href="{share}">Share</a><li><a href="https://x.com/intent/post?x">Post'
        '</a></ul><p>Write on <a href="https://facebook.com/harbour">our page</a>.</p>'
    )
    assert "Share" not in write_html(copy.body)
    assert "our page</a>" in write_html(copy.body)
    removed = [one.words for remark in copy.remarks for one in remark.removed]
    assert removed == ["Share Post", share, "https://x.com/intent/post?x"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("<ul><li>{}</li><li>Call 555 1234</li></ul>", "<ul><li>Call 555 1234</li></ul>"),
        ("<p>{} Doors open 7 pm</p>", "<p>Doors open 7 pm</p>"),
        ("<p>Price $40 {}</p>", "<p>Price $40</p>"),
        ("<div><span>{}</span><span>Tickets sold: 320</span></div>", "<p>Tickets sold: 320</p>"),
        ("<p>Send a {} today</p>", "<p>Send a Tweet today</p>"),
        ("<p>Share this article on {}</p>", ""),
        ("<p>Teilen: {}</p>", ""),
    ],
)
def test_words_beside_a_link_that_shares_the_page_stay(line: str, left: str) -> None:
    """Only words such as `Share this` go with the link; all that goes is named."""
    copy = copy_of("<p>a</p>" + line.format('<a href="https://twitter.com/share?u=1">Tweet</a>'))
    assert re.sub("</?a[^>]*>", "", write_html(copy.body)) == f"<p>a</p>{left}"


def test_long_words_beside_a_share_link_are_read_soon() -> None:
    """A share line is short: no pattern reads longer words."""
    with ends_soon():
        copy_of(f'<p>{"share " * 20_000}<a href="https://twitter.com/share?u=1">Tweet</a></p>')


def test_a_permalink_is_neither_on_paper_nor_in_the_outline() -> None:
    """The outline has the words of the headings alone."""
    body = '<h2 id="a">Why<a class="headerlink" href="#a">¶</a></h2><p>One.</p>'
    result = print_article({"headline": "Permalinks", "body": body, "language": "en"})
    assert "¶" not in "".join(read_pages(result.pdf))
    assert not any("¶" in title for title, _ in read_outline(result.pdf))
    assert result.remarks == ()


@pytest.mark.parametrize("mark", ["epub:type='pagebreak' title='12'", "role='doc-pagebreak'"])
def test_the_number_of_a_page_of_the_book_is_no_word_of_the_text(mark: str) -> None:
    """Electronic books keep the numbers of the printed pages."""
    body = f"<p>It was a day.<span {mark}>12</span> And on.</p>"
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert "It was a day. And on." in " ".join("".join(read_pages(result.pdf)).split())
    assert [str(one) for one in result.remarks] == [
        "PK301 record: not printable, removed: 1 page mark: “12”"
    ]
