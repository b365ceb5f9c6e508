"""Objects and lists of schema.org, and of publishing systems, say plain texts."""

from typing import Any

import pytest

from printkit.errors import RecordError
from printkit.readers import Reading, read_bytes
from printkit.readers.linked_data import said, terms
from printkit.readers.record import article_from
from tests.support.paths import CASES


def read(**fields: Any) -> dict[str, Any]:
    """Return the fields of the article of a record."""
    record = {"headline": "Ports reopen", "articleBody": "The ports are open.", **fields}
    return article_from(record, "a.json")[0].to_record()


@pytest.mark.parametrize(
    ("fields", "field", "wanted"),
    [
        ({"headline": {"@value": "Ports", "@language": "en"}}, "headline", "Ports"),
        ({"title": {"rendered": "R&amp;D"}, "headline": None}, "headline", "R&D"),
        ({"copyrightHolder": {"@type": "Organization", "name": "Q"}}, "copyright_holder", "Q"),
        ({"copyrightHolder": [{"name": "Q"}, "R"]}, "copyright_holder", "Q, R"),
        ({"copyrightYear": "2024"}, "copyright_year", 2024),
        ({"copyrightYear": [2024]}, "copyright_year", 2024),
        ({"license": {"@type": "CreativeWork", "name": "BY", "url": "https://l.example/by"}},
         "license", "https://l.example/by"),
        ({"license": {"@type": "CreativeWork", "name": "All rights"}}, "license", "All rights"),
        ({"inLanguage": {"@type": "Language", "name": "German", "alternateName": "de"}},
         "language", "de"),
        ({"inLanguage": ["de", "en"]}, "language", "de"),
        ({"inLanguage": "German"}, "language", "de"),
        ({"inLanguage": {"@type": "Language", "name": "Spanish"}}, "language", "es"),
        ({"articleSection": ["Sea"]}, "section", "Sea"),
        ({"articleSection": {"@type": "Thing", "name": "Sea"}}, "section", "Sea"),
        ({"keywords": [{"@type": "DefinedTerm", "name": "ferry"}, "quay"]},
         "tags", ["ferry", "quay"]),
        ({"keywords": {"@type": "DefinedTermSet", "hasDefinedTerm": [{"name": "quay"}]}},
         "tags", ["quay"]),
        ({"mainEntityOfPage": {"@type": "WebPage", "@id": "https://q.example/a"}},
         "url", "https://q.example/a"),
        ({"publisher": [{"name": "The Quay"}]}, "source", {"name": "The Quay"}),
        ({"identifier": {"@type": "PropertyValue", "propertyID": "x", "value": "A-7"}},
         "id", "A-7"),
        ({"genre": ["news", "analysis"]}, "genre", "news, analysis"),
        ({"author": [{"@type": "Person", "name": ["Ana Ruiz"]}]},
         "authors", [{"name": "Ana Ruiz"}]),
        ({"correction": {"@type": "CorrectionComment", "text": "Not so.", "datePublished":
          "2024-11-20"}}, "corrections", [{"text": "Not so.", "date": "2024-11-20"}]),
        ({"image": {"@type": "ImageObject", "contentUrl": "a.jpg", "width":
          {"@type": "QuantitativeValue", "value": "800"}, "creator": {"name": "Li Wei"}}},
         "images", [{"src": "a.jpg", "width": 800, "creator": ["Li Wei"]}]),
        ({"image": ["a.jpg", "b.jpg"]}, "images", [{"src": "a.jpg"}, {"src": "b.jpg"}]),
    ],
    ids=lambda value: str(value)[:40],
)  # fmt: skip
def test_each_object_says_its_text(fields: dict[str, Any], field: str, wanted: Any) -> None:
    """An object says a name, a value, or an address if the field wants one; a list is joined."""
    assert read(**fields)[field] == wanted


def test_of_several_sections_the_others_are_tags() -> None:
    """A remark says so, as for several categories in front matter."""
    text = (CASES / "A09-schema-org-objects.json").read_bytes()
    [reading] = read_bytes(text, "a.json")
    assert isinstance(reading, Reading)
    article = reading.article
    assert (article.section, article.tags, article.copyright_holder) == (
        "News",
        ("Sea",),
        "The Quay",
    )
    assert article.body_format == "text"
    assert [remark.code for remark in reading.remarks] == ["PK205"]


def test_of_texts_in_several_languages_the_records_own_is_taken() -> None:
    """If no text has the record's language, the first text is taken."""
    texts = [{"@value": "Ports", "@language": "en"}, {"@value": "Häfen", "@language": "de-AT"}]
    assert read(headline=texts, inLanguage="de")["headline"] == "Häfen"
    assert read(headline=texts)["headline"] == "Ports"
    assert said({"odd": 1}, "headline") == {"odd": 1}
    assert list(terms("quay")) == ["quay"]


def test_an_object_that_is_told_elsewhere_costs_nothing() -> None:
    """An address within the site costs nothing either: a remark and `extra` have both values."""
    record = {
        "headline": "A",
        "articleBody": "B",
        "author": [{"@id": "#ana"}, {"@type": "Person", "name": "Li Wei", "url": "/authors/li"}],
        "publisher": {"@type": "Organization", "name": "The Quay", "url": "/about"},
    }
    article, remarks = article_from(record, "a")
    assert [one.name for one in article.authors] == ["Li Wei"]
    assert article.source is not None
    assert article.source.url is None
    assert article.extra["author.1.url"] == "/authors/li"
    assert [remark.message for remark in remarks] == [
        "author.0 an object refers to an object that is not here; left out",
        "author.1.url '/authors/li' is a path within a site; left out",
        "publisher.url '/about' is a path within a site; left out",
    ]
    with pytest.raises(RecordError, match=r"author.0.name is missing"):
        article_from({**record, "author": [{"nmae": "Ana"}]}, "a")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (["One.", "Two."], "One.\n\nTwo."),
        (["One.", "<p>Two.</p>", "Three."], "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>"),
        ([{"@type": "WebPageElement", "text": "One."}, "Two."], "One.\n\nTwo."),
        (("2 < 3", "4 > 1"), "2 < 3\n\n4 > 1"),
        (["One."], "One."),
    ],
)
def test_the_texts_of_a_body_are_paragraphs(body: Any, wanted: str) -> None:
    """A list of texts is no single paragraph with commas."""
    assert read(articleBody=body)["body"] == wanted
    assert read(articleBody=None, body=body)["body"] == wanted


def test_the_name_of_an_object_within_the_page_is_no_address() -> None:
    """A page that is known by `#page` alone costs nothing but a remark."""
    assert "url" not in read(mainEntityOfPage={"@type": "WebPage", "@id": "#page"})
    assert read(license={"@id": "#l", "name": "All rights"})["license"] == "All rights"
