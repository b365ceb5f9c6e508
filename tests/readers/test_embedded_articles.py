"""Articles within pages of schema.org: each article is read, with the values of its page."""

import json
from typing import Any

import pytest

from printkit.errors import RecordError
from printkit.readers import Reading, read_bytes
from printkit.readers.embedded_articles import articles_in
from printkit.readers.record import article_from


def readings(page: dict[str, Any] | list[Any]) -> list[Reading]:
    """Return the readings of the articles of a page."""
    found = read_bytes(json.dumps(page).encode(), "a.json")
    assert all(isinstance(one, Reading) for one in found), found
    return [one for one in found if isinstance(one, Reading)]


GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#quay", "name": "The Quay"},
        {"@type": "Person", "@id": "#ana", "name": "Ana Ruiz", "worksFor": {"@id": "#quay"}},
        {"@type": ["NewsArticle"], "headline": "Ports", "author": {"@id": "#ana"},
         "publisher": {"@id": "#quay"}, "articleBody": "They are open."},
    ],
}  # fmt: skip


def test_a_graph_gives_its_article_with_the_objects_it_refers_to() -> None:
    """An article that is the main entity of a page is read, too."""
    article, _ = article_from(GRAPH, "a")
    assert article.source is not None
    assert (article.authors[0].name, article.source.name) == ("Ana Ruiz", "The Quay")
    assert article.authors[0].organization == "The Quay"
    page = {
        "@type": "WebPage",
        "mainEntity": {"@type": "BlogPosting", "headline": "A", "text": "B"},
    }
    assert article_from(page, "a")[0].headline == "A"


def test_objects_that_refer_to_each_other_end() -> None:
    """A circle of references is left as it is."""
    circle = [
        {"@type": "Article", "@id": "#a", "headline": "A", "text": "B", "isPartOf": {"@id": "#b"}},
        {"@type": "Thing", "@id": "#b", "name": "B", "hasPart": {"@id": "#b"}},
    ]
    [article] = articles_in({"@graph": circle})
    part = article["isPartOf"]
    assert isinstance(part, dict)
    assert part["hasPart"] == {"@id": "#b"}


def test_a_graph_of_several_articles_is_several_records_in_a_file() -> None:
    """A mapping is one record, so there the articles are counted and refused."""
    two = {"@graph": [{"@type": "Article", "headline": name, "text": "B"} for name in "AB"]}
    found = read_bytes(json.dumps(two).encode(), "a.json")
    assert [one.where for one in found] == ["a.json[0]", "a.json[1]"]
    with pytest.raises(RecordError, match="holds 2 articles"):
        article_from(two, "a")


INNER = {"@type": "Article", "headline": "Ports", "articleBody": "They are open."}


@pytest.mark.parametrize("holder", ["mainEntity", "@graph"])
def test_an_article_takes_what_it_lacks_from_its_page(holder: str) -> None:
    """If article and page have a value, the article's is taken; the page's is named and kept."""
    page = {"@type": "WebPage", "name": "The page", "inLanguage": "fr", "author": "Ana Ruiz",
            "datePublished": "2024-11-20", "breadcrumb": "Home", holder: [INNER]}  # fmt: skip
    [reading] = readings(page)
    article = reading.article
    assert (article.headline, article.language, str(article.date_published)) == (
        "Ports",
        "fr",
        "2024-11-20",
    )
    assert [one.name for one in article.authors] == ["Ana Ruiz"]
    assert [(one.code, one.message) for one in reading.remarks] == [
        (
            "PK201",
            "'page.name' was kept in extra, since headline gives the same field; "
            "not printed: 'The page'",
        ),
        ("PK201", "'breadcrumb' is no field and was kept in extra"),
    ]
    assert article.extra["page.name"] == "The page"


@pytest.mark.parametrize("holder", ["mainEntity", "@graph"])
def test_a_page_with_a_text_of_its_own_is_an_article_too(holder: str) -> None:
    """Page and inner object are printed, unless they have one headline, or the object no text."""
    page = {"headline": "Harbour", "articleBody": "The harbour is old.", "inLanguage": "en"}
    both = readings({**page, holder: [INNER]})
    assert sorted(one.article.body for one in both) == ["The harbour is old.", "They are open."]
    [one] = readings({**page, holder: [{"@type": "Recipe", "name": "Soup"}]})
    assert one.article.body == "The harbour is old."
    [one] = readings({**page, holder: [{**INNER, "headline": "Harbour"}]})
    assert one.article.body == "They are open."
    assert "'page.articleBody' was kept in extra" in one.remarks[0].message


def test_a_main_entity_without_a_text_is_named() -> None:
    """The remark is the remark for any key that is no field."""
    page = {"headline": "A", "articleBody": "B", "mainEntity": {"@type": "Recipe", "name": "Soup"}}
    [reading] = readings(page)
    assert [one.code for one in reading.remarks] == ["PK201"]


def test_a_graph_without_the_text_of_the_page_is_named_too() -> None:
    """Other keys that begin with `@` need no remark."""
    page = {"headline": "A", "articleBody": "B", "@graph": [{"@type": "Review", "name": "Tea"}]}
    [reading] = readings(page)
    assert [one.message for one in reading.remarks] == ["'graph' is no field and was kept in extra"]


def test_a_web_page_in_a_graph_tells_language_and_date() -> None:
    """Publishing systems write such graphs; the name of the page is no headline."""
    graph = [{"@type": "CollectionPage", "@id": "#p", "name": "Ports - The Quay", "url": "/p",
              "inLanguage": "de", "datePublished": "2024-11-20", "author": {"@id": "#ana"}},
             {"@type": "Person", "@id": "#ana", "name": "Ana Ruiz"}, INNER]  # fmt: skip
    [reading] = readings({"@graph": graph})
    article = reading.article
    assert (article.headline, article.language, article.authors[0].name) == (
        "Ports",
        "de",
        "Ana Ruiz",
    )
    assert reading.remarks == ()


def test_an_article_deep_in_a_graph_is_found() -> None:
    """The article is the main entity of a page, and the page is an object of the graph."""
    [reading] = readings(
        {"@graph": [{"@type": "WebPage", "inLanguage": "fr", "mainEntity": INNER}]}
    )
    assert (reading.article.headline, reading.article.language) == ("Ports", "fr")


@pytest.mark.parametrize("own", [{}, {"draft": False}, {"status": "usable"}])
@pytest.mark.parametrize(
    "stop", [{"draft": True}, {"status": "withheld"}, {"embargo": "2099-01-01"}]
)
def test_a_page_that_is_held_back_holds_its_article(
    stop: dict[str, Any], own: dict[str, Any]
) -> None:
    """The article may even say that it is free."""
    page = {**stop, "@type": "WebPage", "mainEntity": {**INNER, **own}}
    [found] = read_or_error(page)
    held = found.held if isinstance(found, RecordError) else found.article.status == "withheld"
    assert held or (not isinstance(found, RecordError) and found.article.embargoed_until)


def test_a_page_with_a_text_that_is_held_back_holds_its_other_article() -> None:
    """No word of a draft is printed, although only the page says `draft`."""
    page = {"headline": "A", "articleBody": "B", "draft": True, "mainEntity": INNER}
    assert [one.article.status for one in readings(page)] == ["withheld", "withheld"]


def read_or_error(page: dict[str, Any]) -> list[Reading | RecordError]:
    """Return the readings of a page, or the error with which reading ended."""
    try:
        return list(read_bytes(json.dumps(page).encode(), "a.json"))
    except RecordError as error:
        return [error]


def test_several_articles_do_not_share_the_address_of_their_page() -> None:
    """With one address, the second article would count as another version of the first."""
    page = {"url": "https://q.example/feed", "inLanguage": "en",
            "@graph": [INNER, {**INNER, "headline": "Boats"}]}  # fmt: skip
    found = readings(page)
    assert len({one.article.identity for one in found}) == 2
    assert [one.article.language for one in found] == ["en", "en"]


ARTICLE = {"@type": "NewsArticle", "headline": "One", "articleBody": "Words."}
CRUMBS = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "News"}]}
SITE = {"@type": "WebSite", "name": "The Quay", "potentialAction": {"@type": "SearchAction"}}


@pytest.mark.parametrize(
    "values",
    [
        [ARTICLE, CRUMBS, {"@type": "Organization", "name": "Org"}, SITE],
        [CRUMBS, {"@context": "https://schema.org", "@graph": [SITE, ARTICLE]}],
        [SITE, {"@type": "WebPage", "mainEntity": ARTICLE}],
        [{**ARTICLE, "author": {"@id": "#ana"}}, {"@type": "Person", "@id": "#ana", "name": "Ana"}],
        [CRUMBS, {"@type": "Recipe", "name": "One", "recipeIngredient": ["Words."]}],
    ],
    ids=str,
)
def test_a_list_of_the_objects_of_a_page_is_one_article(values: list[Any]) -> None:
    """Breadcrumbs, sites and organisations are no records that fail."""
    [one] = readings(values)
    assert one.where == "a.json"
    assert one.article.headline == "One"
    assert "Words." in one.article.body


def test_a_list_of_articles_stays_a_list() -> None:
    """Each article has its own place; records without a type are records, too."""
    assert [one.where for one in readings([ARTICLE, ARTICLE])] == ["a.json[0]", "a.json[1]"]
    plain = {"headline": "Two", "body": "Words."}
    assert len(readings([plain, ARTICLE])) == 2
    both = [ARTICLE, {**ARTICLE, "headline": "Two"}, CRUMBS]
    assert [one.article.headline for one in readings(both)] == ["One", "Two"]


def test_questions_beside_an_article_are_printed() -> None:
    """Many pages have a list of questions as an object of its own."""
    question = {"@type": "Question", "name": "Why?", "acceptedAnswer": {"text": "So."}}
    [one] = readings([ARTICLE, CRUMBS, {"@type": "FAQPage", "mainEntity": [question]}])
    assert one.article.body == "<p>Words.</p><h2>Why?</h2><p>So.</p>"
