"""The types of an article's fields."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from printkit.article import Article


def article(**fields: Any) -> Article:
    """Return an article with these fields."""
    return Article(**{"headline": "A", "body": "b", **fields})


def test_a_line_is_printable_and_one_line() -> None:
    """Control characters are removed; typographic characters stay."""
    assert article(kicker="  two\n\tlin\x00es\u202e ").kicker == "two lines"


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"headline": " \n "}, "is empty"),
        ({"url": "javascript:alert(1)"}, "no web address"),
        ({"url": "news.example.org/a"}, "no web address"),
        ({"url": "https://[::1"}, "Invalid IPv6"),
        ({"language": "not a tag"}, "no language tag"),
        ({"extra": {"a": object()}}, "unable to serialize unknown type"),
    ],
)
def test_what_a_field_cannot_hold_is_said(fields: dict[str, Any], problem: str) -> None:
    """The message of each check names the reason."""
    with pytest.raises(ValidationError, match=f"(?i){problem}"):
        article(**fields)


def test_endless_nesting_is_refused() -> None:
    """Python cannot write so deep a value as JSON."""
    deep: list[Any] = []
    for _ in range(5_000):
        deep = [deep]
    with pytest.raises(ValidationError, match="nested too deeply"):
        article(extra={"a": deep})


def test_names_and_tags_may_stand_on_one_line() -> None:
    """A byline or a list of keywords is taken apart at commas and “and”."""
    made = article(authors="Ana Ruiz and Li Wei", tags="news, harbour")
    assert [person.name for person in made.authors] == ["Ana Ruiz", "Li Wei"]
    assert made.tags == ("news", "harbour")


def test_a_number_may_name_a_version() -> None:
    """Databases number their rows; printed, a number is text."""
    assert (article(id=7).id, article(version=2).version) == ("7", "2")
    with pytest.raises(ValidationError, match="valid string"):
        article(id=True)


def test_language_tags_have_hyphens() -> None:
    """POSIX writes an underscore."""
    assert article(language="pt_BR").language == "pt-BR"


def test_a_headline_that_cannot_be_seen_is_none() -> None:
    """A headline of invisible characters would print as a blank title."""
    with pytest.raises(ValidationError, match="is empty"):
        article(headline=" \u200b\u3164")


def test_half_characters_are_replaced_wherever_text_is_free() -> None:
    """With a lone surrogate, nobody could write or read the record in the PDF."""
    made = article(
        body="half \ud83d",
        extra={"\ud83d": ["\ude00"]},
        images=[{"src": "a", "provenance": {"alt": "\ud83d"}}],
    )
    assert made.body == "half \ufffd"
    json.dumps(made.to_record(), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "authors",
    ["By Ann Lee and Bo Ray", "by: Ann Lee, Bo Ray", "BY ANN LEE", ["By Ann Lee", "Byron Ray"]],
    ids=str,
)
def test_a_name_does_not_begin_with_by(authors: object) -> None:
    """The page prints the word “by” itself; `Byron` is a name."""
    found = Article(headline="A", body="B", authors=authors)
    names = [one.name for one in found.authors]
    assert names[0].lower() == "ann lee"
    assert names[1:] in ([], ["Bo Ray"], ["Byron Ray"])
