"""Cross-references: a link to another article of the issue leads there, and names the page."""

import pytest

from printkit import copyedit
from printkit.article import Article
from printkit.copyedit.clean_copy import DatelineHole, FigureHole
from printkit.edition.choices import Links
from printkit.markup.cross_references import CrossReference, CrossReferences
from printkit.markup.holes import fill_holes
from printkit.wording.attribution import attribution_in
from tests.support.clean_copy import write_html

HERE = "https://example.org/ferry?a=1&b=2"
BODY = (
    f'<p>See <a href="{HERE.replace("&", "&amp;")}">the <em>ferry</em></a> and'
    ' <a href="https://example.org/away">more</a>.</p>'
)


def crossed(
    links: Links, pages: dict[str, str], language: str = "en", body: str = BODY
) -> tuple[str, str]:
    """Return the body of an article, and the text of its note on HERE."""
    copy = copyedit.edit(Article(headline="A", body=body), links=links)
    references = {url: CrossReference(f"a{page}", page) for url, page in pages.items()}
    one = CrossReferences(attribution_in(language), references)
    return str(fill_holes(copy.body, one.fill)), one.page(HERE)


def test_a_note_has_the_page_and_the_text_has_not() -> None:
    """The number in the text leads to the note."""
    body, page = crossed("notes", {HERE: "12"})
    assert page == "page 12"
    assert "page" not in body


def test_a_link_leads_to_the_other_article() -> None:
    """The link's other attributes stay; links out of the issue stay as they are."""
    own, away = f'<a lang="fr" href="{HERE}">a</a>', '<a href="https://example.org/away">b</a>'
    body, _ = crossed("notes", {HERE: "12"}, body=f"<p>{own} {away}</p>")
    assert '<a lang="fr" href="printkit:a12">a</a>' in body
    assert away in body


def test_words_that_look_like_a_link_stay_words() -> None:
    """HTML that a text quotes is no HTML of the page."""
    told = f'&lt;a href="{HERE.replace("&", "&amp;")}"&gt; href="{HERE.replace("&", "&amp;")}"'
    body, _ = crossed("notes", {HERE: "12"}, body=f"<p>{told}</p>")
    assert body == f"<p>{told}</p>"


def test_an_address_in_the_text_is_followed_by_the_page() -> None:
    """The page stands in the brackets of the address; addresses outside the issue stay."""
    body, _ = crossed("inline", {HERE: "12"})
    assert 'class="address"> (example.org/ferry?a=1&amp;b=2, page 12)</span>' in body
    assert "(example.org/away)</span>" in body


def test_a_plain_link_is_followed_by_the_page_alone() -> None:
    """On paper, a reader needs the page number to follow the link."""
    body, _ = crossed("plain", {HERE: "12"})
    assert '<em>ferry</em></a><span class="address"> (page 12)</span> and' in body
    assert body.count("address") == 1


def test_a_link_that_shows_its_address_is_followed_by_the_page() -> None:
    """Such a link has no note, so the page follows; a note of another link has the page instead."""
    shown, named = (f'<a href="{HERE}">{words}</a>' for words in (HERE[8:], "the ferry"))
    body, _ = crossed("notes", {HERE: "12"}, body=f"<p>{shown}</p>")
    assert body.endswith('</a><span class="address"> (page 12)</span></p>')
    body, _ = crossed("notes", {HERE: "12"}, body=f"<p>{shown}, and {named}</p>")
    assert "page" not in body


@pytest.mark.parametrize("links", ["inline", "plain"])
def test_a_link_in_two_pieces_says_the_page_once(links: Links) -> None:
    """The page stands behind the second piece."""
    pieces = f'<a href="{HERE}">the </a><a href="{HERE}"><em>ferry</em></a>'
    body, _ = crossed(links, {HERE: "12"}, body=f"<p>See {pieces}.</p>")
    assert body.count("page 12") == 1
    assert "the </a><a" in body


@pytest.mark.parametrize("links", ["notes", "inline", "plain"])
def test_an_article_alone_is_as_it_was(links: Links) -> None:
    """Only an issue gives a link a page to name."""
    copy = copyedit.edit(Article(headline="A", body=BODY), links=links)
    assert crossed(links, {}) == (write_html(copy.body), "")
    assert crossed(links, {"https://example.org/other": "3"})[0] == write_html(copy.body)


def test_a_page_that_is_not_known_is_not_told() -> None:
    """The link leads there all the same."""
    body, page = crossed("plain", {HERE: ""})
    assert (page, "(page" in body, 'href="printkit:a"' in body) == ("", False, True)


def test_pages_are_told_in_the_language_of_the_article() -> None:
    """Word and digits are in this language."""
    assert crossed("notes", {HERE: "12"}, "fa")[1] == "صفحهٔ ۱۲"
    assert crossed("notes", {HERE: "12"}, "de")[1] == "Seite 12"


def test_holes_that_belong_to_no_link_stay_empty() -> None:
    """A caption has neither pictures nor a dateline."""
    links = CrossReferences(attribution_in("en"))
    assert links.fill(FigureHole(0, in_line=True)) == links.fill(DatelineHole(True)) == ""
