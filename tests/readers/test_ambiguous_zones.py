"""Ambiguous zones: a country decides; without one, a remark says what was taken."""

from datetime import datetime, timedelta

import pytest

from printkit.readers import article_from
from printkit.readers.ambiguous_zones import settle_zone

RECORD = {"headline": "The ferry", "language": "en", "body": "<p>It sails.</p>"}
MOMENT = datetime(2024, 11, 22, 22)


@pytest.mark.parametrize(
    ("text", "keys", "hours"),
    [
        ("Nov 22, 2024 10:00 PM IST", {"dateline": "NEW DELHI"}, 5.5),
        ("Nov 22, 2024 10:00 PM IST", {"language": "ta"}, 5.5),
        ("Fri, 22 Nov 2024 22:00:00 IST", {"language": "en-IE"}, 0),
        ("2024-07-22T22:00:00 IST", {"url": "https://news.example.ie/a"}, 1),
        ("Nov 22, 2024 10:00 PM IST", {"source": {"name": "H", "url": "https://h.co.il/"}}, 2),
        ("22 November 2024, 22:00 (IST)", {"location": {"name": "Haifa"}}, 2),
        ("2024-11-22 22:00 CST", {"dateline": "BEIJING"}, 8),
        ("2024-11-22 22:00 CST", {"language": "zh-TW"}, 8),
        ("Nov. 22, 2024, 10 p.m. CST", {"dateline": "HAVANA"}, -5),
        ("Nov. 22, 2024, 10 p.m. CST", {"language": "en-US"}, -6),
        ("22 Nov 2024 22:00 BST", {"location": {"name": "Dhaka", "country": "BD"}}, 6),
        ("22 Jul 2024 22:00 BST", {"url": "https://paper.example.co.uk/"}, 1),
        ("22 Nov 2024 22:00 AST", {"language": "ar"}, 3),
        ("22 Nov 2024 22:00 AST", {"dateline": "HALIFAX"}, -4),
        ("22 Nov 2024 22:00 EST", {"dateline": "Sydney"}, 11),
        ("22 Nov 2024 22:00 PST", {"dateline": "MANILA"}, 8),
        ("22 Nov 2024 22:00 EST", {}, -5),
        ("22 Nov 2024 22:00 ICT", {}, 7),
        ("Fri, 22 Nov 2024 22:00:00 JST", {}, 9),
    ],
)
def test_a_country_of_the_record_decides(text: str, keys: dict[str, object], hours: float) -> None:
    """The place of the article, its address, its language; no remark is needed."""
    article, remarks = article_from({**RECORD, "date_published": text, **keys}, "a")
    assert isinstance(article.date_published, datetime)
    assert article.date_published.utcoffset() == timedelta(hours=hours)
    assert article.date_published.hour == 22
    assert [one.message for one in remarks if "zone" in one.message] == []


@pytest.mark.parametrize(
    ("text", "hours", "told"),
    [
        ("Nov 22, 2024 10:00 PM IST", None, "(IE, IL, IN); no zone was taken"),
        ("2024-11-22T22:00:00 CST", -6, "(CN, CU, TW, US); read as in US"),
        ("Fri, 22 Nov 2024 22:00:00 BST", 1, "(BD, GB); read as in GB"),
        ("22 Nov 2024 22:00 GST", None, "(AE, GS, OM); no zone was taken"),
    ],
)
def test_without_a_country_a_remark_says_what_was_taken(
    text: str, hours: int | None, told: str
) -> None:
    """The day is printed as the record gives it."""
    article, remarks = article_from({**RECORD, "date_published": text}, "a")
    assert isinstance(article.date_published, datetime)
    offset = article.date_published.utcoffset()
    assert offset == (None if hours is None else timedelta(hours=hours))
    assert any(one.code == "PK205" and told in one.message for one in remarks)


@pytest.mark.parametrize(
    "text", ["Das ist 22:00", "2024-11-22 22:00", "ISTANBUL 22:00", "22:00 ist"]
)
def test_a_word_is_no_zone(text: str) -> None:
    """Zones are in capitals."""
    assert settle_zone(text, MOMENT, ("IN",)) == (MOMENT, "")
