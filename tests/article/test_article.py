"""The article: the checks of its fields, its identity, and its record."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import ValidationError

from printkit.article import Article, Image


def article(**fields: Any) -> Article:
    """Return an article with these fields."""
    return Article(**{"headline": "A", "body": "b", **fields})


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"body": " "}, "nothing to print"),
        ({"status": "cooked"}, "withheld"),
        ({"images": [{}]}, "neither caption nor credit"),
    ],
)
def test_what_is_wrong_is_said(fields: dict[str, Any], problem: str) -> None:
    """The message of each check names the reason."""
    with pytest.raises(ValidationError, match=f"(?i){problem}"):
        article(**fields)


def test_a_picture_is_enough_to_print() -> None:
    """A photo story has no body."""
    assert article(body="", images=["a.jpg"]).images == (Image(src="a.jpg"),)


def test_a_notice_needs_no_words() -> None:
    """Such a notice withdraws an article or holds an article back."""
    for status in ("canceled", "withheld"):
        assert article(body="", status=status).body == ""


def test_identity_is_the_id_or_the_url_or_the_words() -> None:
    """Two records of one article have one identity; two articles have two identities."""
    url = "https://news.example.org/a"
    assert article(id="7", url=url).identity == "7"
    assert article(url=url).identity == url
    assert article().identity == article(kicker="other").identity
    assert article().identity != article(body="c").identity


def test_the_record_holds_what_was_given_and_no_more() -> None:
    """The record uses printkit's names of the fields, and leaves defaults out."""
    made = Article.model_validate({"title": "A", "body": "b", "author": "Ana Ruiz"})
    assert made.to_record() == {"headline": "A", "body": "b", "authors": [{"name": "Ana Ruiz"}]}


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
    max_leaves=5,
)


@given(
    some.fixed_dictionaries(
        {"headline": some.text(min_size=1), "body": some.text(min_size=1)},
        optional={
            "authors": some.lists(some.text(min_size=1)),
            "date_published": some.dates().map(str) | some.datetimes().map(str),
            "extra": some.dictionaries(some.text(), JSON),
            "images": some.lists(some.fixed_dictionaries({"src": some.text(min_size=1)})),
        },
    )
)
def test_a_record_reads_back_as_the_same_article(fields: dict[str, Any]) -> None:
    """The attachment of the PDF gives the same article."""
    try:
        made = Article.model_validate(fields)
    except ValidationError:
        return
    record = json.loads(json.dumps(made.to_record()))
    assert Article.model_validate(record) == made
    assert Article.model_validate(record).identity == made.identity
