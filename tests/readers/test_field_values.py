"""Texts of fields: entities are decoded once, and objects say their texts."""

from typing import Any

import pytest

import printkit
from printkit.article import Article
from printkit.readers.field_values import field_value, without_entities
from printkit.readers.record import article_from
from printkit.readers.shapes import shape_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mayor&#8217;s quarter: R&amp;D, &quot;up&quot;", 'The mayor’s quarter: R&D, "up"'),
        ("Fran&ccedil;ois &#x2014; &hellip;", "François — …"),
        ("Q&A; AT&T", "Q&A; AT&T"),
        ("&amp;#8217;", "&#8217;"),
        ("https://e.example/?a=1&copy=2&amp;b=3", "https://e.example/?a=1&copy=2&b=3"),
        ("fish & chips", "fish & chips"),
    ],
)
def test_whole_entities_are_decoded_once(text: str, wanted: str) -> None:
    """A text that was encoded twice is decoded once; a bare `&` stays."""
    assert without_entities(text) == wanted


def test_entities_go_from_every_field_but_the_body() -> None:
    """Entities go from lists and objects, too, and from a body of plain text."""
    record = {
        "title": "R&amp;D",
        "dek": "A &lt; B",
        "author": ["Fran&ccedil;ois", {"name": "Zo&euml;"}],
        "tags": ["caf&eacute;"],
        "source": "Quay &amp; Co",
        "images": [{"src": "a.jpg", "caption": "&#8220;Up&#8221;", "creator": "L&eacute;a"}],
        "corrections": ["&amp; more"],
        "body": "<p>Read R&amp;D</p>",
    }
    article, _ = article_from(record, "a")
    assert (article.headline, article.subheadline) == ("R&D", "A < B")
    assert [one.name for one in article.authors] == ["François", "Zoë"]
    assert article.tags == ("café",)
    assert article.source is not None
    assert article.source.name == "Quay & Co"
    assert (article.images[0].caption, article.images[0].creator) == ("“Up”", ("Léa",))
    assert article.corrections[0].text == "& more"
    assert article.body == "<p>Read R&amp;D</p>"
    plain, _ = article_from({"title": "A", "body": "R&amp;D", "body_format": "text"}, "a")
    assert plain.body == "R&D"


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("copyright_year", "2024", 2024),
        ("copyright_year", {"value": 2024}, 2024),
        ("copyright_year", "soon", "soon"),
        ("url", True, None),
        ("section", {"name": "Sea &amp; Sky"}, "Sea & Sky"),
        ("body", {"rendered": "<p>A&amp;B</p>"}, "<p>A&amp;B</p>"),
    ],
)
def test_a_value_takes_the_shape_of_its_field(name: str, value: Any, wanted: Any) -> None:
    """A value that cannot be understood stays for the check of the article."""
    assert field_value(value, name, shape_of(Article, name), "") == wanted


def test_a_headline_with_entities_is_whole_in_title_and_on_paper() -> None:
    """No entity such as `&#8217;` is left."""
    made = printkit.export({"title": "The mayor&#8217;s R&amp;D", "body": "B", "language": "en"})
    assert made.article.headline == "The mayor’s R&D"
    assert "&#8217;" not in made.markup
