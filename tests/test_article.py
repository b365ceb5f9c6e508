"""The article: frozen values that read a newsroom's own words, and lose nothing."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic import ValidationError

from printkit.article import Article, Image, schema


def article(**fields: Any) -> Article:
    return Article(**{"headline": "A", "body": "b", **fields})


@pytest.mark.parametrize("key", Article.aliases)
def test_every_alias_leads_to_a_field(key: str) -> None:
    """`dek` is the subheadline, whatever the newsroom calls it."""
    assert Article.field_for(key) == Article.aliases[key]
    assert Article.aliases[key] in Article.model_fields


def test_camel_case_is_understood() -> None:
    """schema.org writes datePublished and articleBody."""
    made = Article.model_validate(
        {"headline": "A", "articleBody": "b", "datePublished": "2019-09-13"}
    )
    assert (made.body, made.date_published) == ("b", date(2019, 9, 13))


def test_our_own_name_wins_over_an_alias() -> None:
    """Whatever order they come in."""
    both: dict[str, str] = {"title": "Alias", "headline": "Own", "body": "b"}
    assert Article.model_validate(both).headline == "Own"
    assert Article.model_validate(dict(reversed(both.items()))).headline == "Own"


def test_a_line_is_printable_and_one_line() -> None:
    """Controls go, typography stays."""
    assert article(kicker="  two\n\tlin\x00es\u202e ").kicker == "two lines"


@pytest.mark.parametrize(
    ("given_", "moment"),
    [
        ("2019-09-13", date(2019, 9, 13)),
        ("2019-09-13T08:30:00Z", datetime(2019, 9, 13, 8, 30, tzinfo=UTC)),
        ("2019-09-13T00:00:00Z", datetime(2019, 9, 13, tzinfo=UTC)),
        ("2019-09-13 08:30:00 +0000", datetime(2019, 9, 13, 8, 30, tzinfo=UTC)),
        ("Fri, 13 Sep 2019 08:30:00 GMT", datetime(2019, 9, 13, 8, 30, tzinfo=UTC)),
        ("2019-09-13T08:30:00", datetime(2019, 9, 13, 8, 30)),
    ],
)
def test_a_date_stays_a_date_and_a_moment_a_moment(given_: str, moment: date) -> None:
    """Midnight and zones are never invented."""
    made = article(date_published=given_).date_published
    assert type(made) is type(moment)
    assert made == moment


@given(some.text())
def test_any_text_for_a_date_is_read_or_told(text: str) -> None:
    """Nothing but a ValidationError comes of a strange date."""
    try:
        made = article(date_published=text).date_published
    except ValidationError as error:
        made = None
        told = str(error)
    assert isinstance(made, date) or "date" in told


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"headline": " \n "}, "is empty"),
        ({"body": " "}, "nothing to print"),
        ({"url": "javascript:alert(1)"}, "no web address"),
        ({"url": "news.example.org/a"}, "no web address"),
        ({"url": "https://[::1"}, "Invalid IPv6"),
        ({"language": "not a tag"}, "no language tag"),
        ({"date_published": "yesterday"}, "is no date"),
        ({"embargoed_until": "2019-09-13T08:30:00"}, "without time or time zone"),
        ({"embargo": "2019-09-13"}, "without time or time zone"),
        ({"status": "spiked"}, "withheld"),
        ({"images": [{}]}, "neither caption nor credit"),
        ({"hedline": "A"}, "Extra inputs"),
        ({"extra": {"a": object()}}, "unable to serialize unknown type"),
    ],
)
def test_what_is_wrong_is_said(fields: dict[str, Any], problem: str) -> None:
    """Each check names its reason."""
    with pytest.raises(ValidationError, match=f"(?i){problem}"):
        article(**fields)


def test_a_picture_is_enough_to_print() -> None:
    """A photo story has no body."""
    assert article(body="", images=["a.jpg"]).images == (Image(src="a.jpg"),)


def test_names_and_tags_may_stand_on_one_line() -> None:
    """As bylines and keywords do."""
    made = article(authors="Ana Ruiz and Li Wei", tags="news, harbour")
    assert [person.name for person in made.authors] == ["Ana Ruiz", "Li Wei"]
    assert made.tags == ("news", "harbour")


def test_picture_bytes_become_an_address() -> None:
    """A record is always text."""
    assert Image(src=b"\x89PNG").src == "data:;base64,iVBORw=="  # type: ignore[arg-type]


def test_an_article_is_frozen() -> None:
    """What was read is what is printed."""
    with pytest.raises(ValidationError, match="frozen"):
        article().headline = "B"


def test_identity_is_the_id_or_the_url_or_the_words() -> None:
    """Two records of one piece are one; two pieces are two."""
    url = "https://news.example.org/a"
    assert article(id="7", url=url).identity == "7"
    assert article(url=url).identity == url
    assert article().identity == article(kicker="other").identity
    assert article().identity != article(body="c").identity


def test_the_record_holds_what_was_given_and_no_more() -> None:
    """In our own names; defaults are not put in."""
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
    """What is attached to the PDF is the article, to the letter."""
    try:
        made = Article.model_validate(fields)
    except ValidationError:
        return
    record = json.loads(json.dumps(made.to_record()))
    assert Article.model_validate(record) == made
    assert Article.model_validate(record).identity == made.identity


def test_the_schema_names_every_field() -> None:
    """And is JSON."""
    told = json.loads(json.dumps(schema()))
    assert set(told["properties"]) == set(Article.model_fields)
    assert told["required"] == ["headline"]


def test_half_characters_are_replaced_wherever_text_is_free() -> None:
    """The record that goes into the PDF can be written and read again."""
    made = article(
        body="half \ud83d",
        extra={"\ud83d": ["\ude00"]},
        images=[{"src": "a", "provenance": {"alt": "\ud83d"}}],
    )
    assert made.body == "half \ufffd"
    json.dumps(made.to_record(), ensure_ascii=False).encode()


def test_the_schema_tells_what_may_be_given() -> None:
    """Unknown keys, one for many, a bare name, a number as id."""
    told = schema()
    assert told["additionalProperties"] is True
    authors = told["properties"]["authors"]["anyOf"]
    assert [one.get("type", "ref") for one in authors] == ["array", "ref", "string"]
    assert [one["type"] for one in told["$defs"]["Person"]["anyOf"]] == ["object", "string"]
    assert {"type": "integer"} in told["properties"]["id"]["anyOf"]


def test_a_headline_that_cannot_be_seen_is_none() -> None:
    """It would print a blank title."""
    with pytest.raises(ValidationError, match="is empty"):
        article(headline=" \u200b\u3164")
