"""Texts that a field cannot hold are named in a remark, and kept in `extra`."""

from typing import Any

import pytest

from printkit.readers.left_texts import left_texts
from printkit.readers.record import article_from
from tests.support.time_limits import ends_soon

TWO = ["https://l.example/1", "https://l.example/2"]
TAGGED = [{"@value": "Häfen", "@language": "de"}, {"@value": "Ports", "@language": "en"}]


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"license": TWO}, [TWO[1]]),
        ({"license": [TWO[0], {"name": "Press licence"}]}, ["Press licence"]),
        ({"license": {"name": "Press licence", "url": TWO[0]}}, ["Press licence"]),
        ({"url": TWO}, [TWO[1]]),
        ({"url": {"@id": TWO[0], "canonical": TWO[1]}}, [TWO[1]]),
        ({"date_published": ["2024-11-20", "2024-11-21"]}, ["2024-11-21"]),
        ({"section": {"name": "World", "parent": {"name": "News"}}}, ["News"]),
        ({"section": [{"name": "World", "parent": {"name": "Desk"}}, "Sea"]}, ["Desk"]),
        ({"copyrightHolder": [{"name": "Q", "url": TWO[0]}, "R"]}, [TWO[0]]),
        ({"headline": TAGGED}, ["Häfen"]),
        ({"articleBody": TAGGED}, ["Häfen"]),
        ({"inLanguage": ["en", "German"]}, ["de"]),
        ({"identifier": ["A-7", "A-8"]}, ["A-8"]),
        ({"keywords": [{"name": "ferry", "url": TWO[0]}]}, [TWO[0]]),
        ({"images": [{"url": ["1.jpg", "2.jpg"], "license": TWO}]}, ["2.jpg", TWO[1]]),
        ({"images": [{"url": "1.jpg", "caption": TAGGED}]}, ["Häfen"]),
        ({"images": [{"url": "1.jpg", "creator": [{"name": "Li", "url": TWO[0]}]}]}, [TWO[0]]),
        ({"author": [{"name": ["Ana"], "url": TWO}]}, [TWO[1]]),
    ],
    ids=lambda value: str(value)[:50],
)  # fmt: skip
def test_each_text_that_is_not_taken_is_named(fields: dict[str, Any], left: list[str]) -> None:
    """The remark quotes the words of the text."""
    record = {"headline": "Ports", "articleBody": "Open.", "inLanguage": "en", **fields}
    _, remarks = article_from(record, "a")
    told = [one.message for one in remarks if " was taken; left out: " in one.message]
    assert [one.partition("left out: ")[2] for one in told] == [repr(one) for one in left]


@pytest.mark.parametrize(
    "fields",
    [
        {"copyrightHolder": [{"name": "Q"}, "R"]},
        {"inLanguage": {"@type": "Language", "name": "German", "alternateName": "de"}},
        {"title": {"rendered": "R&amp;D", "raw": "R&D", "protected": False}},
        {"identifier": {"@type": "PropertyValue", "propertyID": "x", "value": "A-7"}},
        {"keywords": [{"@type": "DefinedTerm", "name": "ferry"}, "quay"]},
        {"articleSection": ["Sea", "News"]},
        {"date_published": ["2024-11-20", "20 November 2024"]},
        {"articleBody": ["One.", {"type": "paragraph", "text": "Two."}]},
        {"license": {"@type": "CreativeWork", "@id": "#l", "name": "All rights"}},
    ],
    ids=lambda value: str(value)[:50],
)
def test_a_value_that_is_whole_gets_no_remark(fields: dict[str, Any]) -> None:
    """A second spelling of the same value, and a name for machines, get no remark."""
    _, remarks = article_from({"headline": "Ports", "articleBody": "Open.", **fields}, "a")
    assert not [one for one in remarks if "left out" in one.message]


def test_a_part_of_a_word_is_not_said() -> None:
    """`Sea` is not in `Seaside`, but in `Sea, Air`."""
    assert left_texts(["Seaside", "Sea"], "Seaside", "genre") == ["Sea"]
    assert left_texts(["Sea"], "Seaside, Sea", "genre") == []
    assert left_texts(["Sea", "Air"], "Sea, Air", "genre") == []


def test_thousands_of_texts_end_fast() -> None:
    """Only the first twenty texts are named."""
    blocks = [{"text": "a" * 90, "caption": f"word{number}"} for number in range(3_900)]
    with ends_soon():
        _, remarks = article_from({"headline": "Ports", "body": blocks}, "a")
    assert remarks[0].message.endswith("and 3880 more")


def test_a_plain_text_beside_html_is_taken_as_a_paragraph() -> None:
    """So no remark names the text as left out."""
    record = {"headline": "H", "language": "en", "body": ["<p>One</p>", "Two", "<b>Three</b>"]}
    article, remarks = article_from(record, "a")
    assert article.body == "<p>One</p>\n<p>Two</p>\n<b>Three</b>"
    assert remarks == ()
