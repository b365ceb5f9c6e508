"""Crossings: a reference to another article of the issue says on which page that is."""

import pytest

from printkit import copyedit
from printkit.article import Article
from printkit.edition.choices import Links
from printkit.markup.cross_references import CrossReferences, led_home, links_of
from printkit.wording.attribution import attribution_in

HERE = "https://example.org/ferry?a=1&b=2"
BODY = (
    f'<p>See <a href="{HERE.replace("&", "&amp;")}">the <em>ferry</em></a> and'
    ' <a href="https://example.org/away">more</a>.</p>'
)


def crossed(links: Links, folios: dict[str, str], language: str = "en") -> tuple[str, str]:
    """The body, and what the first note says."""
    copy = copyedit.edit(Article(headline="A", body=BODY), links=links)
    one = CrossReferences(attribution_in(language), folios, [note.url for note in copy.notes])
    return str(one.links(copy.html)), one.page(HERE)


def test_a_note_has_the_page_and_the_text_has_not() -> None:
    """The number in the text leads to the note."""
    body, page = crossed("notes", {HERE: "12"})
    assert page == "page 12"
    assert "page" not in body


def test_an_address_in_the_text_is_followed_by_the_page() -> None:
    """Within its brackets; addresses outside the issue stay as they are."""
    body, _ = crossed("inline", {HERE: "12"})
    assert 'class="address"> (example.org/ferry?a=1&amp;b=2, page 12)</span>' in body
    assert "(example.org/away)</span>" in body


def test_a_plain_link_is_followed_by_the_page_alone() -> None:
    """Paper has no other way to follow it."""
    body, _ = crossed("plain", {HERE: "12"})
    assert '<em>ferry</em></a><span class="address"> (page 12)</span> and' in body
    assert body.count("address") == 1


@pytest.mark.parametrize("links", ["notes", "inline", "plain"])
def test_an_article_alone_is_as_it_was(links: Links) -> None:
    """There is no issue to lead to."""
    copy = copyedit.edit(Article(headline="A", body=BODY), links=links)
    assert crossed(links, {}) == (copy.html, "")
    assert crossed(links, {"https://example.org/other": "3"})[0] == copy.html


def test_pages_are_told_in_the_language_of_the_article() -> None:
    """Word and digits."""
    assert crossed("notes", {HERE: "12"}, "fa")[1] == "صفحهٔ ۱۲"
    assert crossed("notes", {HERE: "12"}, "de")[1] == "Seite 12"


def test_links_lead_home_article_by_article() -> None:
    """What a text says of a link is no link; other attributes are left as they are."""
    told = '&lt;a href="https://e.example/b"&gt; href="https://e.example/b"'
    link = '<a title="a &gt; b" href="https://e.example/b?x=1&amp;y=2" lang="en">'
    article = f'<article class="article"><p>{told} {link}salt</a></p></article>'
    address = "https://e.example/b?x=1&y=2"
    assert links_of(article) == (address,)
    turned = led_home(f"<main>{article}{article}</main>", [{address: "a7"}, {}])
    first, second = turned.split("</article>")[:2]
    assert first.endswith(f'{told} <a title="a &gt; b" href="printkit:a7" lang="en">salt</a></p>')
    assert second == article.removesuffix("</article>")
