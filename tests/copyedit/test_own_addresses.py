"""Own addresses: a link with the full address of its own article leads into the text."""

import pytest

import printkit
from tests.support.printed_articles import read_pages
from tests.support.time_limits import ends_soon

WAYS = {
    "http and https, a slash, and the mark of a campaign": (
        "http://blog.e.org/p/a/?utm_source=rss", "https://blog.e.org/p/a"),
    "www": ("https://e.org/p/a", "https://www.e.org/p/a"),
    "no address in the record": (None, "https://x.substack.com/p/a"),
    "another address in the record": ("https://other.org/copy", "https://x.substack.com/p/a"),
    "without a scheme": (None, "//x.org/p/a"),
}  # fmt: skip
NOTES = {
    "substack": '<p>Text one<a class="footnote-anchor" id="footnote-anchor-1" '
    'href="{page}#footnote-1">1</a>.</p><div class="footnote"><a id="footnote-1" '
    'href="{page}#footnote-anchor-1" class="footnote-number">1</a>'
    "<div><p>Note one.</p></div></div>",
    "way back in an item": '<p>Text one<sup id="r1"><a href="{page}#n1">1</a></sup>.</p>'
    '<ol><li id="n1">Note one. <a href="{page}#r1">↩</a></li></ol>',
    "named places": '<p>Text one<a name="_ftnref1"></a><a href="{page}#_ftn1">[1]</a>.</p>'
    '<p><a name="_ftn1" href="{page}#_ftnref1">[1]</a> Note one.</p>',
    "only the mark": '<p>Text one<sup><a class="footnote-ref" href="{page}#fn1">1</a></sup>.</p>'
    '<div class="footnotes"><ol><li id="fn1">Note one.</li></ol></div>',
}


@pytest.mark.parametrize("notes", NOTES)
@pytest.mark.parametrize("way", WAYS)
def test_a_mark_with_the_full_address_is_a_mark(way: str, notes: str) -> None:
    """The mark is printed once, and the note stands among the notes."""
    url, page = WAYS[way]
    body = NOTES[notes].replace("{page}", page)
    result = printkit.export({"headline": "H", "body": body, "language": "en", "url": url})
    said = " ".join(" ".join(read_pages(result.pdf)).split())
    assert "Text one1." in said
    assert "Notes 1 Note one." in said or "Notes 1. Note one." in said, said
    assert page.removeprefix("https:") not in said.replace(url or "-", "")
    assert [one.code for one in result.remarks if one.code in ("PK608", "PK302")] == []


def test_a_link_to_another_article_stays_a_link() -> None:
    """A place of another article may have the name of a place in this text."""
    body = (
        '<h2 id="top">Top</h2><p>See <a href="https://e.org/b#top">the other</a> and '
        '<a href="https://e.org/a?id=2#top">a third</a>.</p>'
    )
    result = printkit.export({"headline": "H", "body": body, "url": "https://e.org/a"})
    said = " ".join(read_pages(result.pdf))
    assert "e.org/b#top" in said
    assert "e.org/a?id=2#top" in said


@pytest.mark.slow
def test_thousands_of_links_with_full_addresses_are_read_soon() -> None:
    """Each link is looked at once."""
    body = "".join(
        f'<p id="a{at}"><a href="https://e.org/p#b{at}">w{at}</a></p><p id="b{at}">x</p>'
        for at in range(2_000)
    )
    with ends_soon():
        printkit.export({"headline": "H", "body": body}, links="plain", trusted=True)
