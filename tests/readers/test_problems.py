"""Problems of a record, told in plain words."""

from datetime import date

import pytest
from pydantic import ValidationError

from printkit.article import Article
from printkit.readers.problems import problem, quoted


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "null"),
        (True, "true"),
        ({"a": 1}, "an object"),
        ([1], "a list"),
        (3, "3"),
        (10**50, "a huge number"),
        (date(2019, 9, 13), "2019-09-13"),
        ("short", "'short'"),
        ("a\x1b[31m\u202e", "'a\\x1b[31m\\u202e'"),
        (b"x", "of type bytes"),
    ],
)
def test_a_value_is_shown_harmlessly(value: object, words: str) -> None:
    """Control characters and bidi controls are escaped."""
    assert quoted(value) == words


def test_a_long_text_is_cut() -> None:
    """A message does not repeat a whole body."""
    assert len(quoted("x" * 10_000)) < 50


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"headline": 3}, "F is 3; text is wanted"),
        ({"headline": "  "}, "F is empty"),
        ({"body": ["a"]}, "F is a list; text is wanted"),
        ({"images": [{"src": "a", "width": "wide"}]}, "F is 'wide'; a whole number is wanted"),
        ({"images": [{"src": "a", "height": 0}]}, "F is 0; a number above 0 is wanted"),
        ({"images": [{"src": "a", "decorative": "maybe"}]}, "F is 'maybe'; true or false is"),
        ({"images": [{"src": "a", "object_position": "x"}]}, "F is 'x'; two percentages are"),
        ({"images": [{}]}, "F has no src, and neither caption"),
        ({"images": 7}, "F is 7; a list is wanted"),
        ({"source": 4}, "F is 4; an object with named fields is wanted"),
        ({"source": {}}, "F is missing"),
        ({"status": "cooked"}, "F is 'cooked'; write 'usable', 'withheld' or 'canceled'"),
        ({"url": "harbour"}, "F 'harbour' is no web address; write the address in full"),
        ({"url": "http://["}, "F 'http://[' cannot be used: invalid IPv6 URL"),
        ({"date_published": "soon"}, "F 'soon' is no date; write the date as 2019-09-13"),
        ({"date_published": [1]}, "F is a list; a date is wanted"),
        ({"embargoed_until": "2019-01-01"}, "F '2019-01-01' is without time or time zone; write"),
        ({"extra": "x"}, "F is 'x'; an object with named fields is wanted"),
    ],
)
def test_each_problem_is_told_in_our_words(fields: dict[str, object], told: str) -> None:
    """The message has place, found value and wanted value, without pydantic's wording."""
    with pytest.raises(ValidationError) as caught:
        Article.model_validate({"headline": "The ferry is back", "body": "It is.", **fields})
    said = problem(caught.value.errors()[0], "F")
    assert said.startswith(told)
    assert "nput should" not in said
    assert "Value error" not in said


def test_a_problem_of_the_whole_record_names_no_field() -> None:
    """An article without anything to print says so."""
    with pytest.raises(ValidationError) as caught:
        Article(headline="The ferry is back")
    assert problem(caught.value.errors()[0], "").startswith("body is empty")
